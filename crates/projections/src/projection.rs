//! The one shape of every projection.

use crate::Fact;
use khen_read_model::TableRow;

/// Keeps one table.
pub trait Projection {
    /// A row of the table.
    type Row: TableRow;

    /// The keys of the rows that `fact` touches.
    fn keys(fact: &Fact) -> Vec<String>;

    /// What becomes of the row `key`; `None` when there is none afterwards.
    ///
    /// Only called for the keys that [`Self::keys`] named.
    fn evolve(key: &str, row: Option<Self::Row>, fact: &Fact) -> Option<Self::Row>;
}
