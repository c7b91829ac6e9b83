//! Clear names and titles of persons.

table! {
    /// Table `clear_value_v1`: one row per personal value that can be opened, made beside the rows
    /// from sealed values, removed when its owner is erased. The only table with clear personal
    /// values.
    ClearValueTable = "clear_value_v1";
    /// A personal value in the clear.
    ClearValueRow {
        /// The id of the sealed value.
        Value value,
        /// Whose it is: the name of the owner's stream.
        Owner owner: String,
        /// The text, as it was typed.
        Text text: String,
        /// The text for searching: see [`Folded`](crate::Folded).
        Folded folded: String,
        /// The text for ordering people: see [`Folded::sort_key`](crate::Folded::sort_key).
        SortKey sort_key: String,
    }
}
