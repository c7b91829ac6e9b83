//! The parts of a submission: `open_submission`, `attach_part`, `set_list`.

use std::collections::BTreeMap;

use super::send::ended;
use crate::{
    Context, Document, DocumentKind, Effect, NominationId, NomineeKind, StreamKey, SubmissionId,
    World, campaign, lists,
    nomination::{Case, Gate, gates},
    quota::SlotHolder,
    submission::{AttachPart, Event, List, OpenSubmission, Papers, Refusal, SetList, State},
};

/// Begins a submission.
pub(crate) fn open_submission(
    world: &World,
    _context: &Context,
    command: &OpenSubmission,
) -> Result<Vec<Effect>, crate::Refusal> {
    let submission = &command.submission;
    if world.campaign(&submission.campaign).active().is_none() {
        return Err(campaign::Refusal::Absent {}.into());
    }
    match world.submission(submission) {
        State::Absent => {
            let event = Event::SubmissionOpened {
                submission: submission.clone(),
            };
            Ok(vec![on(submission, event)])
        }
        State::Preparing(_)
        | State::Signed(_)
        | State::Sent { .. }
        | State::Returned { .. }
        | State::Received(_) => Ok(vec![]),
        State::Refused(_) | State::Withdrawn(_) => Err(ended(submission).into()),
    }
}

/// Attaches the letter or the extract; a signature on the letter is void from then on.
pub(crate) fn attach_part(
    world: &World,
    _context: &Context,
    command: &AttachPart,
) -> Result<Vec<Effect>, crate::Refusal> {
    let submission = &command.submission;
    let editable = editable(world, submission)?;
    let attached = attached(editable.papers(), &command.document)?;
    if attached == Some(&command.document) {
        return Ok(vec![]);
    }
    editable.must_be_open(submission)?;
    let event = Event::PartAttached {
        document: command.document.clone(),
    };
    Ok(vec![on(submission, event)])
}

/// Says whom the letter proposes (INV-10); a signature on the letter is void from then on.
///
/// Only groups are ranked, and a unit has one collective: individuals who all have a slot stand in
/// the order that the unit writes them.
pub(crate) fn set_list(
    world: &World,
    _context: &Context,
    command: &SetList,
) -> Result<Vec<Effect>, crate::Refusal> {
    let submission = &command.submission;
    let editable = editable(world, submission)?;
    let list = List {
        session: command.session.clone(),
        nominations: command.nominations.clone(),
    };
    if editable.papers().list.as_ref() == Some(&list) {
        return Ok(vec![]);
    }
    editable.must_be_open(submission)?;
    lists::must_be_whole(&list.nominations)?;
    endorsed(world, submission, &list)?;
    let event = Event::ListSet {
        session: list.session,
        nominations: list.nominations,
    };
    Ok(vec![on(submission, event)])
}

/// Every nomination of the list, endorsed by the cited meeting and within the free slots.
pub(super) fn endorsed<'w>(
    world: &'w World,
    submission: &SubmissionId,
    list: &'w List,
) -> Result<Vec<(&'w NominationId, &'w Case)>, crate::Refusal> {
    let session = &list.session;
    let is_ours = session.campaign == submission.campaign && session.unit == submission.unit;
    if !is_ours || world.unit_session(session).meeting().is_none() {
        let session = session.clone();
        return Err(Refusal::SessionOfAnotherUnit { session }.into());
    }
    let mut cases = Vec::new();
    for nomination in &list.nominations {
        let case = gates::at_gate(world, nomination, Gate::UnitEndorsed)?;
        if case.campaign != submission.campaign || case.unit != submission.unit {
            let nomination = nomination.clone();
            return Err(Refusal::OfAnotherUnit { nomination }.into());
        }
        if case.session.as_ref() != Some(session) {
            return Err(Refusal::NotEndorsed {
                nomination: nomination.clone(),
                session: session.clone(),
            }
            .into());
        }
        cases.push((nomination, case));
    }
    within_slots(world, &cases)?;
    Ok(cases)
}

fn within_slots(world: &World, cases: &[(&NominationId, &Case)]) -> Result<(), Refusal> {
    let mut asked: BTreeMap<(NomineeKind, SlotHolder), u32> = BTreeMap::new();
    for (_, case) in cases {
        let holder = gates::slot_holder(world, &case.unit, case.kind);
        *asked.entry((case.kind, holder)).or_default() += 1;
    }
    let Some((_, first)) = cases.first() else {
        return Ok(());
    };
    for ((kind, holder), asked) in asked {
        let free = world.slot(&first.campaign, kind, &holder).free();
        if asked > free {
            return Err(Refusal::NoFreeSlot {
                holder,
                free,
                asked,
            });
        }
    }
    Ok(())
}

/// The shared part of this kind that lies there.
fn attached<'p>(papers: &'p Papers, document: &Document) -> Result<Option<&'p Document>, Refusal> {
    match document.kind {
        DocumentKind::SubmissionLetter => Ok(papers.letter.as_ref()),
        DocumentKind::MinutesExtract => Ok(papers.extract.as_ref()),
        DocumentKind::Plan
        | DocumentKind::AchievementReport
        | DocumentKind::Minutes
        | DocumentKind::Evidence
        | DocumentKind::PresentationLetter
        | DocumentKind::Decision => Err(Refusal::NotASharedPart {
            kind: document.kind,
        }),
    }
}

/// A submission, and whether it may still be edited.
enum Editable<'w> {
    Open(&'w Papers),
    Sent(&'w Papers),
}

impl<'w> Editable<'w> {
    fn papers(&self) -> &'w Papers {
        match self {
            Self::Open(papers) | Self::Sent(papers) => papers,
        }
    }

    fn must_be_open(&self, submission: &SubmissionId) -> Result<(), Refusal> {
        match self {
            Self::Open(_) => Ok(()),
            Self::Sent(_) => Err(Refusal::AlreadySent {
                submission: submission.clone(),
            }),
        }
    }
}

fn editable<'w>(world: &'w World, submission: &SubmissionId) -> Result<Editable<'w>, Refusal> {
    match world.submission(submission) {
        State::Absent => Err(Refusal::Absent {
            submission: submission.clone(),
        }),
        State::Preparing(papers) | State::Signed(papers) | State::Returned { papers, .. } => {
            Ok(Editable::Open(papers))
        }
        State::Sent { papers, .. } | State::Received(papers) => Ok(Editable::Sent(papers)),
        State::Refused(_) | State::Withdrawn(_) => Err(ended(submission)),
    }
}

/// An event on the submission's stream.
pub(super) fn on(submission: &SubmissionId, event: Event) -> Effect {
    Effect::new(StreamKey::submission(submission), event)
}
