//! What a unit does: nominate, meet, submit, withdraw.

mod alternate;
mod late;
mod meeting;
mod nominate;
mod submit;
mod withdraw;

pub(crate) use alternate::Alternate;
pub(crate) use late::Late;
pub(crate) use meeting::Meeting;
pub(crate) use nominate::Nominate;
pub(crate) use submit::Submit;
pub(crate) use withdraw::Withdraw;
