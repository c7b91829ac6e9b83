//! Nominations, as their readers are told of them.

pub(crate) mod get;
pub(crate) mod list;
pub(crate) mod timeline;

mod answer;
mod told;
