//! The reward fund.

pub(crate) mod get;
