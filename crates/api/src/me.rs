//! Who asks.

pub(crate) mod get;
