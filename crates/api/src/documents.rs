//! Documents: brought by whoever has papers to bring, served through the cases that name them.

pub(crate) mod download;
pub(crate) mod upload;

mod archive;
mod media_type;
mod owner;
