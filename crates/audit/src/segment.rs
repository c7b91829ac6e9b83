//! Pieces of a ledger's history.

pub(crate) mod manifest;
