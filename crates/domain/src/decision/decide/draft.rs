//! The draft and its initials: `draft_decision`, `initial_draft`.

use std::collections::BTreeSet;

use super::{absent, on, signed};
use crate::{
    Context, DocumentKind, Effect, NominationId, Refusal as Any, Role, StreamKey, World,
    decision::{Awardee, Draft, DraftDecision, Event, InitialAspect, InitialDraft, Refusal, State},
    hold, lists,
    nomination::{self, Case, Gate, gates},
    papers, presentation,
};

/// Drafts the decision on cases that the Chairman approved and that are not held (4.5 row 36, INV-25).
/// Until it is signed, a new draft takes the place of the old one and of its initials; whom it leaves
/// out is free for another.
pub(crate) fn draft_decision(
    world: &World,
    _context: &Context,
    command: &DraftDecision,
) -> Result<Vec<Effect>, Any> {
    let decision = &command.decision;
    let known = world.decision(decision);
    if known
        .draft()
        .is_some_and(|draft| is_same(world, draft, command))
    {
        return Ok(vec![]);
    }
    match known {
        State::Absent | State::Drafted(_) => {}
        State::Signed(..) | State::Numbered(..) | State::Sealed(..) | State::Issued(..) => {
            return Err(signed(decision).into());
        }
    }
    lists::must_be_whole(&command.awardees)?;
    papers::must_be(&command.document, DocumentKind::Decision)?;
    if command.recipients.is_empty() {
        let decision = decision.clone();
        return Err(Refusal::RecipientsMissing { decision }.into());
    }
    let mut awardees = Vec::new();
    let mut drafted = Vec::new();
    for nomination in &command.awardees {
        let case = approved(world, command, nomination)?;
        hold::must_not_be_held(world, nomination, case)?;
        awardees.push(Awardee {
            nomination: nomination.clone(),
            kind: case.kind,
        });
        if case.decision.as_ref() != Some(decision) {
            let decision = decision.clone();
            let event = nomination::Event::DecisionDrafted { decision };
            drafted.push(Effect::new(StreamKey::nomination(nomination), event));
        }
    }
    let event = Event::DecisionDrafted {
        decision: decision.clone(),
        presentation: command.presentation.clone(),
        awardees,
        recipients: command.recipients.clone(),
        document: command.document.clone(),
    };
    let mut effects = vec![on(decision, event)];
    effects.append(&mut drafted);
    effects.extend(left_out(world, command, known)?);
    Ok(effects)
}

/// The cases of the draft before that are in this one no more.
fn left_out(world: &World, command: &DraftDecision, known: &State) -> Result<Vec<Effect>, Any> {
    let kept: BTreeSet<_> = command.awardees.iter().collect();
    let before = known.draft().into_iter().flat_map(Draft::nominations);
    let mut effects = Vec::new();
    for nomination in before.filter(|nomination| !kept.contains(nomination)) {
        let case = gates::case(world, nomination)?;
        if case.decision.as_ref() == Some(&command.decision) {
            let decision = command.decision.clone();
            let event = nomination::Event::LeftOutOfDraft { decision };
            effects.push(Effect::new(StreamKey::nomination(nomination), event));
        }
    }
    Ok(effects)
}

/// The same draft, and everybody is still in it: an approval that was withdrawn takes its case out.
fn is_same(world: &World, draft: &Draft, command: &DraftDecision) -> bool {
    let is_in = |nomination: &NominationId| {
        let case = world.nomination(nomination).case();
        case.is_some_and(|case| case.decision.as_ref() == Some(&command.decision))
    };
    draft.presentation == command.presentation
        && draft.sha256 == command.document.sha256
        && draft.recipients == command.recipients
        && draft.nominations().eq(&command.awardees)
        && command.awardees.iter().all(is_in)
}

/// A case that the Chairman approved in this presentation and that is in no other draft.
fn approved<'w>(
    world: &'w World,
    command: &DraftDecision,
    nomination: &NominationId,
) -> Result<&'w Case, Any> {
    let presentation = &command.presentation;
    let approved = match world.presentation(presentation) {
        presentation::State::Decided { approved, .. } => approved,
        presentation::State::Absent
        | presentation::State::Presented(_)
        | presentation::State::Returned(_)
        | presentation::State::Checked(_) => {
            let presentation = presentation.clone();
            return Err(Refusal::PresentationUndecided { presentation }.into());
        }
    };
    if !approved.contains(nomination) {
        return Err(Refusal::NotApproved {
            nomination: nomination.clone(),
            presentation: presentation.clone(),
        }
        .into());
    }
    let case = gates::at_gate(world, nomination, Gate::ChairmanApproved)?;
    match &case.decision {
        Some(other) if *other != command.decision => Err(Refusal::InAnotherDraft {
            nomination: nomination.clone(),
            decision: other.clone(),
        }
        .into()),
        Some(_) | None => Ok(case),
    }
}

/// Initials the very draft that lies there (ký nháy): the head of Home Affairs its content, the
/// Office its form.
pub(crate) fn initial_draft(
    world: &World,
    context: &Context,
    command: &InitialDraft,
) -> Result<Vec<Effect>, Any> {
    let decision = &command.decision;
    must_be_theirs(context.actor.role, command.aspect)?;
    let known = world.decision(decision);
    let draft = known.draft().ok_or_else(|| absent(decision))?;
    papers::must_match(&draft.sha256, &command.sha256)?;
    if draft.initials.contains(&command.aspect) {
        return Ok(vec![]);
    }
    let event = Event::DraftInitialled {
        aspect: command.aspect,
        sha256: command.sha256.clone(),
    };
    Ok(vec![on(decision, event)])
}

fn must_be_theirs(role: Role, aspect: InitialAspect) -> Result<(), Refusal> {
    let answering = match aspect {
        InitialAspect::Content => Role::ReviewHead,
        InitialAspect::Form => Role::ChairmanOffice,
    };
    if role == answering {
        return Ok(());
    }
    Err(Refusal::InitialNotYours { aspect, role })
}
