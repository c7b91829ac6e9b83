//! What the commands on a decision read and write.

use super::{
    ApplyOrganisationSignature, AssignNumber, ConfirmAwardDetails, Dispatch, Draft, DraftDecision,
    InitialDraft, IssueDecision, RecallDocument, RecordReceipt, SendResultNotices, SignDecision,
    State,
};
use crate::{
    CampaignId, DecisionId, Need, NominationId, StreamKey, World, hold, nomination::gates,
};

pub(crate) fn draft_decision(command: &DraftDecision, world: &World) -> Vec<Need> {
    let mut needs = vec![
        written(&command.decision),
        Need::read(StreamKey::presentation(&command.presentation)),
    ];
    // Those of the draft before, too: who is left out is told so.
    let all = command
        .awardees
        .iter()
        .chain(awardees(&command.decision, world));
    needs.extend(all.map(StreamKey::nomination).map(Need::write));
    needs.extend(hold::needs_of(&command.awardees, world));
    needs
}

/// The nomination says whose it is.
pub(crate) fn confirm_award_details(command: &ConfirmAwardDetails, _world: &World) -> Vec<Need> {
    let nomination = StreamKey::nomination(&command.nomination);
    vec![written(&command.decision), Need::read(nomination)]
}

pub(crate) fn dispatch(command: &Dispatch, _world: &World) -> Vec<Need> {
    vec![written(&command.decision)]
}

pub(crate) fn record_receipt(command: &RecordReceipt, _world: &World) -> Vec<Need> {
    vec![written(&command.decision)]
}

pub(crate) fn recall_document(command: &RecallDocument, _world: &World) -> Vec<Need> {
    vec![written(&command.decision)]
}

pub(crate) fn send_result_notices(command: &SendResultNotices, _world: &World) -> Vec<Need> {
    let nominations = command.nominations.iter().map(StreamKey::nomination);
    let mut needs = vec![written(&command.decision)];
    needs.extend(nominations.map(Need::read));
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
    needs.extend(hold::needs_of(awardees(&command.decision, world), world));
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
    needs.extend(hold::needs_of(
        self::awardees(&command.decision, world),
        world,
    ));
    needs.extend(signer(&command.decision, world));
    needs.extend(base_wage(&command.decision.campaign, world));
    needs
}

/// The campaign, and the series of base wages that its plan names.
fn base_wage(campaign: &CampaignId, world: &World) -> Vec<Need> {
    let stream = StreamKey::campaign(campaign);
    let active = world
        .shows(&stream)
        .then(|| world.campaign(campaign).active())
        .flatten();
    let series = active.map(|active| StreamKey::legal_basis(&active.plan.base_wage));
    let campaign = Need::read(stream);
    std::iter::once(campaign)
        .chain(series.map(Need::read))
        .collect()
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
