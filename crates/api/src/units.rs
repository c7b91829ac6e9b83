//! Units of the directory.

pub(crate) mod list;
