//! The draft and its initials: `draft_decision`, `initial_draft`.

mod award;
mod later;

use std::collections::BTreeSet;

use super::{absent, on, on_paper, signed};
use crate::{
    Context, DocumentKind, Effect, NominationId, Refusal as Any, Role, StreamKey, World,
    decision::{
        Awardee, DecisionContent, DecisionSubject, Draft, DraftDecision, Event, InitialAspect,
        InitialDraft, Refusal, State,
    },
    nomination::{self, gates},
    papers,
};

pub(super) use later::awards_must_stand;
use later::still_awarded;

/// Drafts a decision of any kind (4.9). Until it is signed, a new draft takes the place of the old one
/// and of its initials; whom it leaves out is free for another (4.5 row 36).
pub(crate) fn draft_decision(
    world: &World,
    _context: &Context,
    command: &DraftDecision,
) -> Result<Vec<Effect>, Any> {
    let decision = &command.decision;
    let known = world.decision(decision);
    if lies_there(world, known, command) {
        return Ok(vec![]);
    }
    match known {
        State::Absent | State::Drafted(_) | State::Voided(_) => {}
        State::Legacy(_) => return Err(on_paper(decision).into()),
        State::Signed(..) | State::Numbered(..) | State::Sealed(..) | State::Issued(..) => {
            return Err(signed(decision).into());
        }
    }
    papers::must_be(&command.document, DocumentKind::Decision)?;
    if command.recipients.is_empty() {
        let decision = decision.clone();
        return Err(Refusal::RecipientsMissing { decision }.into());
    }
    let Contents {
        awardees,
        mut on_cases,
    } = contents(world, command)?;
    on_cases.extend(left_out(world, command, known, &awardees)?);
    let event = Event::DecisionDrafted {
        decision: decision.clone(),
        subject: subject(&command.content),
        awardees,
        recipients: command.recipients.clone(),
        document: command.document.clone(),
    };
    Ok(std::iter::once(on(decision, event))
        .chain(on_cases)
        .collect())
}

/// Who is on a draft, and what their cases are told.
struct Contents {
    awardees: Vec<Awardee>,
    on_cases: Vec<Effect>,
}

fn contents(world: &World, command: &DraftDecision) -> Result<Contents, Any> {
    match &command.content {
        DecisionContent::Grant {
            presentation,
            awardees,
        } => award::granted(world, &command.decision, presentation, awardees),
        DecisionContent::SupplementaryGrant {
            refers_to,
            presentation,
            awardees,
        } => {
            later::referred(world, &command.decision, refers_to)?;
            award::granted(world, &command.decision, presentation, awardees)
        }
        DecisionContent::Amend {
            refers_to,
            amendments,
        } => later::amended(world, &command.decision, refers_to, amendments),
        DecisionContent::Replace {
            refers_to,
            amendments,
        } => later::replaced(world, &command.decision, refers_to, amendments),
        DecisionContent::Revoke {
            refers_to,
            awardees,
            revocation,
        } => {
            later::must_have_a_ground(world, &command.decision, revocation)?;
            later::revoked(world, &command.decision, refers_to, awardees.as_deref())
        }
    }
}

fn subject(content: &DecisionContent) -> DecisionSubject {
    match content.clone() {
        DecisionContent::Grant { presentation, .. } => DecisionSubject::Grant { presentation },
        DecisionContent::SupplementaryGrant {
            refers_to,
            presentation,
            ..
        } => DecisionSubject::SupplementaryGrant {
            refers_to,
            presentation,
        },
        DecisionContent::Amend { refers_to, .. } => DecisionSubject::Amend { refers_to },
        DecisionContent::Replace { refers_to, .. } => DecisionSubject::Replace { refers_to },
        DecisionContent::Revoke {
            refers_to,
            awardees,
            revocation,
        } => DecisionSubject::Revoke {
            refers_to,
            is_whole: awardees.is_none(),
            revocation,
        },
    }
}

/// The same draft lies there, and everybody is still in it: an approval that was withdrawn, or an
/// award that was lost, takes its case out.
fn lies_there(world: &World, known: &State, command: &DraftDecision) -> bool {
    let draft = match known {
        State::Absent | State::Legacy(_) | State::Voided(_) => return false,
        State::Drafted(draft)
        | State::Signed(draft, _)
        | State::Numbered(draft, ..)
        | State::Sealed(draft, ..)
        | State::Issued(draft, ..) => draft,
    };
    draft.subject == subject(&command.content)
        && draft.sha256 == command.document.sha256
        && draft.recipients == command.recipients
        && names_the_same(world, draft, command)
}

fn names_the_same(world: &World, draft: &Draft, command: &DraftDecision) -> bool {
    let decision = &command.decision;
    match &command.content {
        DecisionContent::Grant { awardees, .. }
        | DecisionContent::SupplementaryGrant { awardees, .. } => {
            let is_in = |nomination: &NominationId| {
                let case = world.nomination(nomination).case();
                case.is_some_and(|case| case.decision.as_ref() == Some(decision))
            };
            draft.nominations().eq(awardees) && awardees.iter().all(is_in)
        }
        DecisionContent::Amend { amendments, .. } => {
            let named = amendments.iter().map(|one| &one.nomination);
            draft.nominations().eq(named) && later::are_drafted(world, decision, amendments)
        }
        DecisionContent::Replace {
            refers_to,
            amendments,
        } => {
            draft.nominations().eq(still_awarded(world, refers_to))
                && later::are_drafted(world, decision, amendments)
        }
        DecisionContent::Revoke {
            refers_to,
            awardees,
            ..
        } => match awardees {
            Some(awardees) => draft.nominations().eq(awardees),
            None => draft.nominations().eq(still_awarded(world, refers_to)),
        },
    }
}

/// The cases of the draft before that are in this one no more, or no longer named otherwise.
fn left_out(
    world: &World,
    command: &DraftDecision,
    known: &State,
    awardees: &[Awardee],
) -> Result<Vec<Effect>, Any> {
    let decision = &command.decision;
    let named: BTreeSet<_> = match &command.content {
        DecisionContent::Replace { amendments, .. } => {
            amendments.iter().map(|one| &one.nomination).collect()
        }
        DecisionContent::Grant { .. }
        | DecisionContent::SupplementaryGrant { .. }
        | DecisionContent::Amend { .. }
        | DecisionContent::Revoke { .. } => awardees.iter().map(|one| &one.nomination).collect(),
    };
    let before = known.draft().into_iter().flat_map(Draft::nominations);
    let mut effects = Vec::new();
    for nomination in before.filter(|nomination| !named.contains(nomination)) {
        let case = gates::case(world, nomination)?;
        let is_granted = case.decision.as_ref() == Some(decision);
        let is_amended = case
            .amendment
            .as_ref()
            .is_some_and(|(by, _)| by == decision);
        if is_granted || is_amended {
            effects.push(leave_out(decision, nomination));
        }
    }
    Ok(effects)
}

pub(super) fn leave_out(decision: &crate::DecisionId, nomination: &NominationId) -> Effect {
    let decision = decision.clone();
    let event = nomination::Event::LeftOutOfDraft { decision };
    Effect::new(StreamKey::nomination(nomination), event)
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
