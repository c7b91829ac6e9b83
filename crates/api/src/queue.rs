//! What waits.

pub(crate) mod list;
