//! What may happen around a unit's meeting (plan V.4), command by command.

pub(crate) use super::{meeting::record_unit_meeting, ranking::rank_group};
