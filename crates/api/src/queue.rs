//! What waits for desks.

mod desks;
pub(crate) mod due;
pub(crate) mod list;
