//! What may happen to a submission, command by command, in the order of the way.

pub(crate) use super::{
    decide_intake::acknowledge_submission,
    decide_parts::{attach_part, open_submission, set_list},
    decide_submit::{certify_minutes_extract, sign_submission_letter, submit_submission},
};
