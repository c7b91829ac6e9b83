//! What may happen.

use super::{RankGroup, RecordUnitMeeting};
use crate::{Context, Effect, Refusal, World};

pub(crate) fn record_unit_meeting(
    _world: &World,
    _context: &Context,
    _command: &RecordUnitMeeting,
) -> Result<Vec<Effect>, Refusal> {
    Ok(Vec::new())
}

pub(crate) fn rank_group(
    _world: &World,
    _context: &Context,
    _command: &RankGroup,
) -> Result<Vec<Effect>, Refusal> {
    Ok(Vec::new())
}
