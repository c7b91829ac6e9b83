//! Units of the directory.

use jiff::civil::Date;

table! {
    /// Table `unit_v1`: one row per unit of the directory, kept by the projection `unit`.
    UnitTable = "unit_v1";
    /// A unit (đơn vị).
    UnitRow {
        /// The unit, for example `tu-phap`.
        Unit unit,
        /// Full name.
        Name name: String,
        /// The name for searching with its marks: see [`Spelled`](crate::Spelled).
        Spelled spelled: String,
        /// The name for searching without them: see [`Folded`](crate::Folded).
        Folded folded: String,
        /// The name for ordering units: see [`word_order`](crate::word_order).
        SortKey sort_key: String,
        /// Kind of unit, in the word of the domain.
        Kind kind: String,
        /// Its group (khối).
        GroupId group_id: String,
        /// Number of staff.
        Staff staff: u64,
        /// First day.
        ValidFrom valid_from: Date,
        /// Last day, if known.
        ValidUntil valid_until: Option<Date>,
        /// Position of the last event that changed the row.
        Position position: u64,
    }
}
