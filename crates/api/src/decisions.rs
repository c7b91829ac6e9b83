//! Decisions.

pub(crate) mod get;
