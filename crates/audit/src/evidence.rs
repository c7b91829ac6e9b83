//! What an evidence bundle says of itself, so that whoever writes one and whoever checks one agree.

pub(crate) mod manifest;
pub(crate) mod page;
pub(crate) mod path;
