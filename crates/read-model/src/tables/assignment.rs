//! Assignments of the directory.

use jiff::civil::Date;

table! {
    /// Table `assignment_v1`: one row per assignment, ended ones included, kept by the projection
    /// `assignment`.
    AssignmentTable = "assignment_v1";
    /// A role that a person holds for a time (phân công, bổ nhiệm).
    AssignmentRow {
        /// The assignment.
        Assignment assignment,
        /// The person.
        Person person: String,
        /// The role, in the word of the domain.
        Role role: String,
        /// The unit, for roles of a unit.
        Unit unit: Option<String>,
        /// Chức vụ, as it is printed under a signature.
        Title title: String,
        /// First day.
        ValidFrom valid_from: Date,
        /// Last day, if known.
        ValidUntil valid_until: Option<Date>,
        /// Position of the last event that changed the row.
        Position position: u64,
    }
}
