//! Persons of the directory.

table! {
    /// Table `person_v1`: one row per person, kept by the projection `person`. It holds no name:
    /// the name is looked up among clear values, as long as the person is not erased.
    PersonTable = "person_v1";
    /// A person, by a random id.
    PersonRow {
        /// The person.
        Person person,
        /// The id of the sealed name.
        NameValue name_value: String,
        /// Category of staff, in the word of the domain.
        Category category: String,
        /// The unit that the person works for.
        Unit unit: String,
        /// Position of the last event that changed the row.
        Position position: u64,
    }
}
