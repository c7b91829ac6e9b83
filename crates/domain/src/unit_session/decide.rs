//! What may happen around a unit's meeting (plan V.4), command by command.

mod annul;

pub(crate) use super::{
    alternate::name_alternate_body,
    meeting::record_unit_meeting,
    ranking::{rank_group, rank_nominees},
};
pub(crate) use annul::annul_motion;
