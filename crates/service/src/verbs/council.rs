//! What the Council does: meet, vote, present.

mod deeds;
mod present;
mod session;

pub(crate) use deeds::Sitting;
pub(crate) use present::Present;
pub(crate) use session::Council;
