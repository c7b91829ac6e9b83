//! What the commands on a decision read and write.

use super::{
    ApplyOrganisationSignature, AssignNumber, Draft, DraftDecision, InitialDraft, IssueDecision,
    SignDecision, State,
};
use crate::{DecisionId, Need, NominationId, StreamKey, World, nomination::gates};

pub(crate) fn draft_decision(command: &DraftDecision, world: &World) -> Vec<Need> {
    let mut needs = vec![
        written(&command.decision),
        Need::read(StreamKey::presentation(&command.presentation)),
    ];
    for nomination in &command.awardees {
        needs.push(Need::write(StreamKey::nomination(nomination)));
        let case = gates::in_view(world, nomination);
        let other = case.and_then(|case| case.decision.as_ref());
        let other = other.filter(|decision| **decision != command.decision);
        needs.extend(other.map(|decision| Need::read(StreamKey::decision(decision))));
    }
    needs
}

pub(crate) fn initial_draft(command: &InitialDraft, _world: &World) -> Vec<Need> {
    vec![written(&command.decision)]
}

pub(crate) fn sign_decision(command: &SignDecision, world: &World) -> Vec<Need> {
    let campaign = &command.decision.campaign;
    let mut needs = vec![
        written(&command.decision),
        Need::write(StreamKey::quota(campaign)),
        Need::read(StreamKey::campaign(campaign)),
        Need::read(StreamKey::authority()),
    ];
    for nomination in awardees(&command.decision, world) {
        needs.push(Need::write(StreamKey::nomination(nomination)));
        let case = gates::in_view(world, nomination);
        let approver = case.and_then(|case| case.approved_by.as_ref());
        needs.extend(approver.map(|id| Need::read(StreamKey::assignment(id))));
    }
    needs
}

pub(crate) fn assign_number(command: &AssignNumber, world: &World) -> Vec<Need> {
    let campaign = &command.decision.campaign;
    let stream = StreamKey::campaign(campaign);
    let mut needs = vec![
        written(&command.decision),
        Need::read(StreamKey::authority()),
    ];
    if world.shows(&stream)
        && let Some(active) = world.campaign(campaign).active()
    {
        let symbol = &active.plan.decision_symbol;
        let register = StreamKey::number_register(symbol, command.date.year());
        needs.push(Need::write(register));
    }
    needs.push(Need::read(stream));
    needs.extend(signer(&command.decision, world));
    needs
}

pub(crate) fn apply_organisation_signature(
    command: &ApplyOrganisationSignature,
    world: &World,
) -> Vec<Need> {
    let mut needs = vec![written(&command.decision)];
    needs.extend(signer(&command.decision, world));
    needs
}

pub(crate) fn issue_decision(command: &IssueDecision, world: &World) -> Vec<Need> {
    let awardees = awardees(&command.decision, world);
    let mut needs = vec![
        written(&command.decision),
        Need::read(StreamKey::authority()),
    ];
    needs.extend(awardees.map(|id| Need::write(StreamKey::nomination(id))));
    needs.extend(signer(&command.decision, world));
    needs
}

fn written(decision: &DecisionId) -> Need {
    Need::write(StreamKey::decision(decision))
}

fn in_view<'w>(decision: &DecisionId, world: &'w World) -> Option<&'w State> {
    let is_shown = world.shows(&StreamKey::decision(decision));
    is_shown.then(|| world.decision(decision))
}

/// Who signed, when the decision is in view.
fn signer(decision: &DecisionId, world: &World) -> Option<Need> {
    let signature = in_view(decision, world).and_then(State::signature)?;
    Some(Need::read(StreamKey::assignment(&signature.signed_by)))
}

/// Who is awarded, when the decision is in view.
fn awardees<'w>(decision: &DecisionId, world: &'w World) -> impl Iterator<Item = &'w NominationId> {
    let draft = in_view(decision, world).and_then(State::draft);
    draft.into_iter().flat_map(Draft::nominations)
}
