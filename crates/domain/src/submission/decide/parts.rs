//! The parts of a submission: `open_submission`, `attach_part`.

use super::send::{ended, returned};
use crate::{
    Context, DocumentKind, Effect, StreamKey, SubmissionId, World, campaign,
    submission::{AttachPart, Event, OpenSubmission, Papers, Refusal, State, numbered::previous},
};

/// Begins a submission; a unit may prepare several side by side. After a refusal or a withdrawal the
/// next number takes the place of the ended one.
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
            must_be_next(world, submission)?;
            let event = Event::SubmissionOpened {
                submission: submission.clone(),
            };
            Ok(vec![on(submission, event)])
        }
        State::Preparing(_)
        | State::Signed(_)
        | State::Sent(_)
        | State::Returned(_)
        | State::Received(_) => Ok(vec![]),
        State::Refused(_) | State::Withdrawn(_) => Err(ended(submission).into()),
    }
}

fn must_be_next(world: &World, submission: &SubmissionId) -> Result<(), Refusal> {
    let is_next = match previous(submission) {
        Some(before) => *world.submission(&before) != State::Absent,
        None => submission.number == 1,
    };
    if is_next {
        return Ok(());
    }
    Err(Refusal::OutOfOrder {
        submission: submission.clone(),
    })
}

/// Attaches the letter or the extract; a signature on the letter is void from then on.
pub(crate) fn attach_part(
    world: &World,
    _context: &Context,
    command: &AttachPart,
) -> Result<Vec<Effect>, crate::Refusal> {
    let submission = &command.submission;
    let editable = editable(world, submission)?;
    let kind = must_be_shared(command.document.kind)?;
    if editable.papers().part(kind) == Some(&command.document) {
        return Ok(vec![]);
    }
    editable.must_be_open(submission)?;
    let event = Event::PartAttached {
        document: command.document.clone(),
    };
    Ok(vec![on(submission, event)])
}

/// A part that the whole list shares.
pub(super) fn must_be_shared(kind: DocumentKind) -> Result<DocumentKind, Refusal> {
    match kind {
        DocumentKind::SubmissionLetter | DocumentKind::MinutesExtract => Ok(kind),
        DocumentKind::Plan
        | DocumentKind::AchievementReport
        | DocumentKind::Minutes
        | DocumentKind::Evidence
        | DocumentKind::PresentationLetter
        | DocumentKind::Certificate
        | DocumentKind::SummationReport
        | DocumentKind::Decision => Err(Refusal::NotASharedPart { kind }),
    }
}

/// A submission, and whether it may still be edited.
pub(super) enum Editable<'w> {
    Open(&'w Papers),
    Returned(&'w Papers),
    Sent(&'w Papers),
}

impl<'w> Editable<'w> {
    pub(super) fn papers(&self) -> &'w Papers {
        match self {
            Self::Open(papers) | Self::Returned(papers) | Self::Sent(papers) => papers,
        }
    }

    pub(super) fn must_be_open(&self, submission: &SubmissionId) -> Result<(), Refusal> {
        match self {
            Self::Open(_) | Self::Returned(_) => Ok(()),
            Self::Sent(_) => Err(Refusal::AlreadySent {
                submission: submission.clone(),
            }),
        }
    }

    /// What was returned keeps its list.
    pub(super) fn must_be_unsent(&self, submission: &SubmissionId) -> Result<(), Refusal> {
        match self {
            Self::Open(_) => Ok(()),
            Self::Returned(_) => Err(returned(submission)),
            Self::Sent(_) => Err(Refusal::AlreadySent {
                submission: submission.clone(),
            }),
        }
    }
}

pub(super) fn editable<'w>(
    world: &'w World,
    submission: &SubmissionId,
) -> Result<Editable<'w>, Refusal> {
    match world.submission(submission) {
        State::Absent => Err(Refusal::Absent {
            submission: submission.clone(),
        }),
        State::Preparing(papers) | State::Signed(papers) => Ok(Editable::Open(papers)),
        State::Returned(returned) => Ok(Editable::Returned(&returned.papers)),
        State::Sent(papers) | State::Received(papers) => Ok(Editable::Sent(papers)),
        State::Refused(_) | State::Withdrawn(_) => Err(ended(submission)),
    }
}

/// An event on the submission's stream.
pub(super) fn on(submission: &SubmissionId, event: Event) -> Effect {
    Effect::new(StreamKey::submission(submission), event)
}
