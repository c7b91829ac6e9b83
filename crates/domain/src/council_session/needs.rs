//! What the commands read and write.

use super::{
    CastBallot, CloseCouncilSession, CloseMotion, ConveneCouncil, DeclareRecusal, ListNominations,
    OpenMotion, RecordAttendance, SignMinutes,
};
use crate::{Need, World};

pub(crate) fn convene_council(_command: &ConveneCouncil, _world: &World) -> Vec<Need> {
    Vec::new()
}

pub(crate) fn list_nominations(_command: &ListNominations, _world: &World) -> Vec<Need> {
    Vec::new()
}

pub(crate) fn record_attendance(_command: &RecordAttendance, _world: &World) -> Vec<Need> {
    Vec::new()
}

pub(crate) fn declare_recusal(_command: &DeclareRecusal, _world: &World) -> Vec<Need> {
    Vec::new()
}

pub(crate) fn open_motion(_command: &OpenMotion, _world: &World) -> Vec<Need> {
    Vec::new()
}

pub(crate) fn cast_ballot(_command: &CastBallot, _world: &World) -> Vec<Need> {
    Vec::new()
}

pub(crate) fn close_motion(_command: &CloseMotion, _world: &World) -> Vec<Need> {
    Vec::new()
}

pub(crate) fn close_council_session(_command: &CloseCouncilSession, _world: &World) -> Vec<Need> {
    Vec::new()
}

pub(crate) fn sign_minutes(_command: &SignMinutes, _world: &World) -> Vec<Need> {
    Vec::new()
}
