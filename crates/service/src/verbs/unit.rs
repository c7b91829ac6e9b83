//! What a unit does: nominate, meet, submit.

mod meeting;
mod nominate;
mod submit;

pub(crate) use meeting::Meeting;
pub(crate) use nominate::Nominate;
pub(crate) use submit::Submit;
