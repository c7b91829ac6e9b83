//! What the commands read and write.

use super::{RankGroup, RecordUnitMeeting};
use crate::{Need, World};

pub(crate) fn record_unit_meeting(_command: &RecordUnitMeeting, _world: &World) -> Vec<Need> {
    Vec::new()
}

pub(crate) fn rank_group(_command: &RankGroup, _world: &World) -> Vec<Need> {
    Vec::new()
}
