//! What may happen.

use super::{
    CastBallot, CloseCouncilSession, CloseMotion, ConveneCouncil, DeclareRecusal, ListNominations,
    OpenMotion, RecordAttendance, SignMinutes,
};
use crate::{Context, Effect, Refusal, World};

pub(crate) fn convene_council(
    _world: &World,
    _context: &Context,
    _command: &ConveneCouncil,
) -> Result<Vec<Effect>, Refusal> {
    Ok(Vec::new())
}

pub(crate) fn list_nominations(
    _world: &World,
    _context: &Context,
    _command: &ListNominations,
) -> Result<Vec<Effect>, Refusal> {
    Ok(Vec::new())
}

pub(crate) fn record_attendance(
    _world: &World,
    _context: &Context,
    _command: &RecordAttendance,
) -> Result<Vec<Effect>, Refusal> {
    Ok(Vec::new())
}

pub(crate) fn declare_recusal(
    _world: &World,
    _context: &Context,
    _command: &DeclareRecusal,
) -> Result<Vec<Effect>, Refusal> {
    Ok(Vec::new())
}

pub(crate) fn open_motion(
    _world: &World,
    _context: &Context,
    _command: &OpenMotion,
) -> Result<Vec<Effect>, Refusal> {
    Ok(Vec::new())
}

pub(crate) fn cast_ballot(
    _world: &World,
    _context: &Context,
    _command: &CastBallot,
) -> Result<Vec<Effect>, Refusal> {
    Ok(Vec::new())
}

pub(crate) fn close_motion(
    _world: &World,
    _context: &Context,
    _command: &CloseMotion,
) -> Result<Vec<Effect>, Refusal> {
    Ok(Vec::new())
}

pub(crate) fn close_council_session(
    _world: &World,
    _context: &Context,
    _command: &CloseCouncilSession,
) -> Result<Vec<Effect>, Refusal> {
    Ok(Vec::new())
}

pub(crate) fn sign_minutes(
    _world: &World,
    _context: &Context,
    _command: &SignMinutes,
) -> Result<Vec<Effect>, Refusal> {
    Ok(Vec::new())
}
