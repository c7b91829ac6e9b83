//! What becomes of what the Council presents: decided, signed, numbered, issued, sent.

mod decide;
mod dispatch;
mod issue;
mod number;
mod sign;

pub(crate) use decide::Decide;
pub(crate) use dispatch::Dispatch;
pub(crate) use issue::Issue;
pub(crate) use number::Number;
pub(crate) use sign::Sign;
