//! What may happen.

use super::{AnnounceDeadline, ApproveCriteria, LaunchCampaign, RegisterPlan, SetGateRules};
use crate::{Context, Effect, Refusal, World};

pub(crate) fn register_plan(
    _world: &World,
    _context: &Context,
    _command: &RegisterPlan,
) -> Result<Vec<Effect>, Refusal> {
    Ok(Vec::new())
}

pub(crate) fn approve_criteria(
    _world: &World,
    _context: &Context,
    _command: &ApproveCriteria,
) -> Result<Vec<Effect>, Refusal> {
    Ok(Vec::new())
}

pub(crate) fn set_gate_rules(
    _world: &World,
    _context: &Context,
    _command: &SetGateRules,
) -> Result<Vec<Effect>, Refusal> {
    Ok(Vec::new())
}

pub(crate) fn launch_campaign(
    _world: &World,
    _context: &Context,
    _command: &LaunchCampaign,
) -> Result<Vec<Effect>, Refusal> {
    Ok(Vec::new())
}

pub(crate) fn announce_deadline(
    _world: &World,
    _context: &Context,
    _command: &AnnounceDeadline,
) -> Result<Vec<Effect>, Refusal> {
    Ok(Vec::new())
}
