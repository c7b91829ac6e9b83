//! What may happen.

use super::{
    ApplyOrganisationSignature, AssignNumber, DraftDecision, InitialDraft, IssueDecision,
    SignDecision,
};
use crate::{Context, Effect, Refusal, World};

pub(crate) fn draft_decision(
    _world: &World,
    _context: &Context,
    _command: &DraftDecision,
) -> Result<Vec<Effect>, Refusal> {
    Ok(Vec::new())
}

pub(crate) fn initial_draft(
    _world: &World,
    _context: &Context,
    _command: &InitialDraft,
) -> Result<Vec<Effect>, Refusal> {
    Ok(Vec::new())
}

pub(crate) fn sign_decision(
    _world: &World,
    _context: &Context,
    _command: &SignDecision,
) -> Result<Vec<Effect>, Refusal> {
    Ok(Vec::new())
}

pub(crate) fn assign_number(
    _world: &World,
    _context: &Context,
    _command: &AssignNumber,
) -> Result<Vec<Effect>, Refusal> {
    Ok(Vec::new())
}

pub(crate) fn apply_organisation_signature(
    _world: &World,
    _context: &Context,
    _command: &ApplyOrganisationSignature,
) -> Result<Vec<Effect>, Refusal> {
    Ok(Vec::new())
}

pub(crate) fn issue_decision(
    _world: &World,
    _context: &Context,
    _command: &IssueDecision,
) -> Result<Vec<Effect>, Refusal> {
    Ok(Vec::new())
}
