//! What people ask.

mod people;
mod queue;
mod status;
mod timeline;

pub(crate) use people::People;
pub(crate) use queue::Queue;
pub(crate) use status::Status;
pub(crate) use timeline::Timeline;
