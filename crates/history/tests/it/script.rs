//! What happened: an individual of Phòng Tư pháp, from draft to award.

mod acts;
mod stage;

pub(crate) use acts::{
    approved_by_council, awarded, draft, minutes_signed, rejected_by_council, review, unit_vote,
};
pub(crate) use stage::{Script, moment};
