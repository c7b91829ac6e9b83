//! Clear names and titles of persons.

use crate::{Folded, Spelled, name_order};

table! {
    /// Table `clear_value_v1`: one row per personal value that can be opened, made beside the rows
    /// from sealed values, removed when its owner is erased. The only table with clear personal
    /// values; also what links a reference to its owner.
    ClearValueTable = "clear_value_v1";
    /// A personal value in the clear.
    ClearValueRow {
        /// The id of the sealed value, or a reference.
        Value value,
        /// Whose it is: the name of the owner's stream.
        Owner owner: String,
        /// The text, as it was typed.
        Text text: String,
        /// The text for searching with its marks: see [`Spelled`].
        Spelled spelled: String,
        /// The text for searching without them: see [`Folded`].
        Folded folded: String,
        /// The text for ordering people: see [`name_order`].
        SortKey sort_key: String,
    }
}

impl ClearValueRow {
    /// The row of a reference that leads to `owner`, until `owner` is erased. It shows no text.
    #[must_use]
    pub fn link(reference: &str, owner: &str) -> Self {
        Self::of(reference, owner, "")
    }

    /// The row of an opened value of `owner`.
    #[must_use]
    pub fn of(value: &str, owner: &str, text: &str) -> Self {
        Self {
            value: value.to_owned(),
            owner: owner.to_owned(),
            text: text.to_owned(),
            spelled: Spelled::of(text).as_str().to_owned(),
            folded: Folded::of(text).as_str().to_owned(),
            sort_key: name_order(text),
        }
    }
}
