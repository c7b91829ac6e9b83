//! What becomes of what the Council presents: decided, signed, numbered, issued, sent.

mod correct;
mod decide;
mod delegate;
mod dispatch;
mod issue;
mod later;
mod number;
mod sign;

pub(crate) use correct::Correct;
pub(crate) use decide::Decide;
pub(crate) use delegate::Delegate;
pub(crate) use dispatch::Dispatch;
pub(crate) use issue::Issue;
pub(crate) use later::Later;
pub(crate) use number::Number;
pub(crate) use sign::Sign;
