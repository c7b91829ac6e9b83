//! The tree itself.

pub(crate) mod frontier;
pub(crate) mod hashing;
pub(crate) mod head;
