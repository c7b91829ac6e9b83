//! What may happen to a submission, in the order of the way.

mod intake;
mod parts;
mod send;

pub(crate) use intake::acknowledge_submission;
pub(crate) use parts::{attach_part, open_submission, set_list};
pub(crate) use send::{certify_minutes_extract, sign_submission_letter, submit_submission};
