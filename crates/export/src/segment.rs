//! The past of a ledger in large pieces that never change.

pub(crate) mod ends;
pub(crate) mod file;
