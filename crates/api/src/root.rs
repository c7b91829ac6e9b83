//! The root: where somebody begins who knows only the host.

pub(crate) mod get;
