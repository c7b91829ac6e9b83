//! What the Council does: meet, vote, present.

mod present;
mod session;

pub(crate) use present::Present;
pub(crate) use session::Council;
