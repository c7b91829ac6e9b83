//! Proofs: what they are made of, and whether they hold.

pub(crate) mod consistency;
pub(crate) mod error;
pub(crate) mod inclusion;
pub(crate) mod plan;
pub(crate) mod subtree;
