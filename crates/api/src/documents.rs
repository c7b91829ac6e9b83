//! Documents: brought by whoever has papers to bring, served through the cases that name them.

pub(crate) mod download;
pub(crate) mod find;
pub(crate) mod upload;

pub(crate) mod file_name;
pub(crate) mod media_type;
mod office;
mod owner;
mod refused;
mod whole;
