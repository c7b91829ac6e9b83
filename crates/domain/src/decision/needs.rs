//! What the commands on a decision read and write.

use super::{
    ApplyOrganisationSignature, AssignNumber, ConfirmAwardDetails, DecisionContent,
    DecisionSubject, Dispatch, Draft, DraftDecision, InitialDraft, IssueDecision, IssueDespiteHold,
    IssueFormalCorrection, NoteConduct, RecallDocument, RecordRecallConfirmed, RecordReceipt,
    RegisterLegacyDecision, SendResultNotices, SignDecision, State, VoidNumber, VoidSignedDecision,
};
use crate::{
    CampaignId, DecisionId, Need, NominationId, NomineeKind, StreamKey, World, fact::needs as fact,
    hold, nomination::gates, org,
};

/// Also the cases of the draft before: who is left out is told so.
pub(crate) fn draft_decision(command: &DraftDecision, world: &World) -> Vec<Need> {
    let mut needs = vec![written(&command.decision)];
    let before = nominations_of(&command.decision, world);
    needs.extend(before.map(StreamKey::nomination).map(Need::write));
    needs.extend(of_content(&command.content, world));
    needs
}

fn of_content(content: &DecisionContent, world: &World) -> Vec<Need> {
    match content {
        DecisionContent::Grant {
            presentation,
            awardees,
        } => {
            let mut needs = cases(awardees);
            needs.push(Need::read(StreamKey::presentation(presentation)));
            needs.extend(hold::needs_of(awardees, world));
            needs
        }
        DecisionContent::SupplementaryGrant {
            refers_to,
            presentation,
            awardees,
        } => {
            let mut needs = cases(awardees);
            needs.push(Need::read(StreamKey::decision(refers_to)));
            needs.push(Need::read(StreamKey::presentation(presentation)));
            needs.extend(hold::needs_of(awardees, world));
            needs
        }
        DecisionContent::Amend {
            refers_to,
            amendments,
        } => {
            let named = amendments.iter().map(|one| &one.nomination);
            let mut needs = cases(named);
            needs.push(Need::read(StreamKey::decision(refers_to)));
            needs
        }
        DecisionContent::Replace {
            refers_to,
            amendments,
        } => {
            let named = amendments.iter().map(|one| &one.nomination);
            let mut needs = cases(named);
            needs.push(Need::read(StreamKey::decision(refers_to)));
            needs.extend(cases(nominations_of(refers_to, world)));
            needs
        }
        DecisionContent::Revoke {
            refers_to,
            awardees,
            ..
        } => {
            let mut needs = vec![
                Need::read(StreamKey::decision(refers_to)),
                Need::read(StreamKey::campaign(&refers_to.campaign)),
            ];
            match awardees {
                Some(listed) => needs.extend(cases(listed)),
                None => needs.extend(cases(nominations_of(refers_to, world))),
            }
            needs
        }
    }
}

fn cases<'n>(nominations: impl IntoIterator<Item = &'n NominationId>) -> Vec<Need> {
    let nominations = nominations.into_iter();
    nominations
        .map(|nomination| Need::write(StreamKey::nomination(nomination)))
        .collect()
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

pub(crate) fn record_recall_confirmed(command: &RecordRecallConfirmed, _: &World) -> Vec<Need> {
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

/// Where the decision awards, also who approved; else the decision that it refers to.
pub(crate) fn sign_decision(command: &SignDecision, world: &World) -> Vec<Need> {
    let campaign = &command.decision.campaign;
    let mut needs = vec![
        written(&command.decision),
        Need::write(StreamKey::quota(campaign)),
        Need::read(StreamKey::campaign(campaign)),
    ];
    needs.extend(org::needs::delegation(command.delegation.as_ref(), world));
    needs.extend(referred(&command.decision, world).map(Need::read));
    for nomination in nominations_of(&command.decision, world) {
        needs.push(Need::write(StreamKey::nomination(nomination)));
        let case = gates::in_view(world, nomination);
        let approver = case.and_then(|case| case.approved_by.as_ref());
        needs.extend(approver.map(|id| Need::read(StreamKey::assignment(id))));
        let unit = case.filter(|case| case.kind == NomineeKind::Collective);
        needs.extend(unit.map(|case| Need::read(StreamKey::unit(&case.unit))));
    }
    let named = nominations_of(&command.decision, world);
    needs.extend(hold::needs_of(named, world));
    needs
}

pub(crate) fn void_signed_decision(command: &VoidSignedDecision, world: &World) -> Vec<Need> {
    let quota = StreamKey::quota(&command.decision.campaign);
    let mut needs = vec![written(&command.decision), Need::write(quota)];
    needs.extend(cases(nominations_of(&command.decision, world)));
    needs.extend(own_register(&command.decision, world));
    needs
}

pub(crate) fn issue_despite_hold(command: &IssueDespiteHold, world: &World) -> Vec<Need> {
    let named = command.held.iter().map(|one| &one.nomination);
    let mut needs = vec![Need::read(StreamKey::decision(&command.decision))];
    needs.extend(cases(named.clone()));
    needs.extend(hold::needs_of(named, world));
    needs
}

pub(crate) fn issue_formal_correction(command: &IssueFormalCorrection, _: &World) -> Vec<Need> {
    vec![written(&command.decision)]
}

pub(crate) fn note_conduct(command: &NoteConduct, _: &World) -> Vec<Need> {
    cases([&command.nomination])
}

/// The register is known once campaign and issuer are in view.
pub(crate) fn assign_number(command: &AssignNumber, world: &World) -> Vec<Need> {
    let campaign = &command.decision.campaign;
    let stream = StreamKey::campaign(campaign);
    let mut needs = vec![written(&command.decision)];
    if world.shows(&stream)
        && let Some(active) = world.campaign(campaign).active()
    {
        let (series, year) = (&active.plan.decision_symbol, command.date.year());
        needs.extend(register(world, series, year));
    }
    needs.push(Need::read(stream));
    needs.extend(signer(&command.decision, world));
    needs
}

/// The register of whoever issued it, and the facts of everybody whom it awards.
pub(crate) fn register_legacy_decision(command: &RegisterLegacyDecision, _: &World) -> Vec<Need> {
    let paper = &command.paper;
    let year = paper.date.year();
    let register = StreamKey::number_register(&paper.issuer, &paper.symbol, year);
    let mut needs = vec![
        written(&command.decision),
        Need::write(register),
        Need::read(StreamKey::campaign(command.campaign())),
    ];
    let awards = command.awards.iter();
    needs.extend(awards.flat_map(|award| fact::award_of(&award.awardee, command.year)));
    needs
}

pub(crate) fn void_number(command: &VoidNumber, world: &World) -> Vec<Need> {
    let mut needs = vec![written(&command.decision)];
    needs.extend(own_register(&command.decision, world));
    needs
}

/// The register in which the decision is numbered, once both are in view.
fn own_register(decision: &DecisionId, world: &World) -> Option<Need> {
    let number = in_view(decision, world)?.number()?;
    register(world, &number.symbol, number.date.year())
}

fn register(world: &World, series: &str, year: i16) -> Option<Need> {
    if !world.shows(&StreamKey::authority()) {
        return None;
    }
    let issuer = &world.authority().authority()?.name;
    let register = StreamKey::number_register(issuer, series, year);
    Some(Need::write(register))
}

pub(crate) fn apply_organisation_signature(
    command: &ApplyOrganisationSignature,
    world: &World,
) -> Vec<Need> {
    let mut needs = vec![written(&command.decision)];
    needs.extend(signer(&command.decision, world));
    needs
}

/// What a grant needs beside its awardees, or the decision that another refers to; a replacement moves
/// places.
pub(crate) fn issue_decision(command: &IssueDecision, world: &World) -> Vec<Need> {
    let decision = &command.decision;
    let mut needs = vec![written(decision)];
    needs.extend(cases(nominations_of(decision, world)));
    needs.extend(hold::needs_of(nominations_of(decision, world), world));
    needs.extend(signer(decision, world));
    needs.extend(base_wage(&decision.campaign, world));
    needs.extend(referred(decision, world).map(Need::write));
    let draft = in_view(decision, world).and_then(State::draft);
    if let Some(DecisionSubject::Replace { .. }) = draft.map(|draft| &draft.subject) {
        needs.push(Need::write(StreamKey::quota(&decision.campaign)));
    }
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

/// The decision that this one refers to, when it is in view.
fn referred(decision: &DecisionId, world: &World) -> Option<StreamKey> {
    let draft = in_view(decision, world).and_then(State::draft)?;
    draft.subject.refers_to().map(StreamKey::decision)
}

/// Whom the decision is about, when it is in view.
fn nominations_of<'w>(
    decision: &DecisionId,
    world: &'w World,
) -> impl Iterator<Item = &'w NominationId> {
    let draft = in_view(decision, world).and_then(State::draft);
    draft.into_iter().flat_map(Draft::nominations)
}
