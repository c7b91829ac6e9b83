//! What may happen to a submission, in the order of the way.

mod close;
mod exceptions;
mod intake;
mod late;
mod list;
mod parts;
mod resubmit;
mod send;

pub(crate) use close::{close_supplement, withdraw_submission};
pub(crate) use intake::acknowledge_submission;
pub(crate) use late::{grant_late_permission, request_late_permission};
pub(crate) use list::set_list;
pub(crate) use parts::{attach_part, open_submission};
pub(crate) use resubmit::resubmit;
pub(crate) use send::{certify_minutes_extract, sign_submission_letter, submit_submission};
