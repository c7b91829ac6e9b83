//! What the commands read and write.

use super::{
    ApplyOrganisationSignature, AssignNumber, DraftDecision, InitialDraft, IssueDecision,
    SignDecision,
};
use crate::{Need, World};

pub(crate) fn draft_decision(_command: &DraftDecision, _world: &World) -> Vec<Need> {
    Vec::new()
}

pub(crate) fn initial_draft(_command: &InitialDraft, _world: &World) -> Vec<Need> {
    Vec::new()
}

pub(crate) fn sign_decision(_command: &SignDecision, _world: &World) -> Vec<Need> {
    Vec::new()
}

pub(crate) fn assign_number(_command: &AssignNumber, _world: &World) -> Vec<Need> {
    Vec::new()
}

pub(crate) fn apply_organisation_signature(
    _command: &ApplyOrganisationSignature,
    _world: &World,
) -> Vec<Need> {
    Vec::new()
}

pub(crate) fn issue_decision(_command: &IssueDecision, _world: &World) -> Vec<Need> {
    Vec::new()
}
