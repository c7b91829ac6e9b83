//! What people ask.

mod board;
mod desks;
mod people;
mod queue;
mod status;
mod timeline;

pub(crate) use board::Board;
pub(crate) use people::People;
pub(crate) use queue::Queue;
pub(crate) use status::Status;
pub(crate) use timeline::Timeline;
