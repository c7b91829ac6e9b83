//! What a later decision needs to know of a submission.

use jiff::civil::Date;
use serde::Serialize;

use crate::{
    AssignmentId, Document, DocumentKind, NominationId, UnitSessionId,
    nomination::SupplementItem,
    submission::{LateCause, LatePermission},
};

/// The situation of a submission.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum State {
    /// There is no such submission.
    #[default]
    Absent,
    /// The unit gathers its parts.
    Preparing(Papers),
    /// The head has signed the letter; any edit voids the signature.
    Signed(Papers),
    /// Sent to Home Affairs; nothing can be edited any more.
    Sent(Papers),
    /// Returned to the unit; shared parts may be replaced until the last day.
    Returned(Box<Returned>),
    /// Acknowledged with a receipt.
    Received(Papers),
    /// Refused as a whole; a new submission may follow.
    Refused(Papers),
    /// The unit took it back; a new submission may follow.
    Withdrawn(Papers),
}

/// A submission that was returned.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Returned {
    /// Its shared parts now.
    pub papers: Papers,
    /// The parts as they were sent.
    pub sent: Papers,
    /// What is wrong.
    pub items: Vec<SupplementItem>,
    /// The last day.
    pub due: Date,
}

impl State {
    /// The shared parts, once there is a submission.
    #[must_use]
    pub fn papers(&self) -> Option<&Papers> {
        match self {
            Self::Absent => None,
            Self::Preparing(papers)
            | Self::Signed(papers)
            | Self::Sent(papers)
            | Self::Received(papers)
            | Self::Refused(papers)
            | Self::Withdrawn(papers) => Some(papers),
            Self::Returned(returned) => Some(&returned.papers),
        }
    }

    pub(super) fn papers_mut(&mut self) -> Option<&mut Papers> {
        match self {
            Self::Absent => None,
            Self::Preparing(papers)
            | Self::Signed(papers)
            | Self::Sent(papers)
            | Self::Received(papers)
            | Self::Refused(papers)
            | Self::Withdrawn(papers) => Some(papers),
            Self::Returned(returned) => Some(&mut returned.papers),
        }
    }

    pub(super) fn into_papers(self) -> Papers {
        match self {
            Self::Absent => Papers::default(),
            Self::Preparing(papers)
            | Self::Signed(papers)
            | Self::Sent(papers)
            | Self::Received(papers)
            | Self::Refused(papers)
            | Self::Withdrawn(papers) => papers,
            Self::Returned(returned) => returned.papers,
        }
    }
}

/// The shared parts of a submission.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
pub struct Papers {
    /// The letter (tờ trình).
    pub letter: Option<Document>,
    /// The extract of the minutes (trích biên bản).
    pub extract: Option<Document>,
    /// Whether the attached extract is certified, and for the meeting that the list cites.
    pub is_extract_certified: bool,
    /// Whom the letter proposes.
    pub list: Option<List>,
    /// Assignment of who signed the letter, while the signature stands.
    pub signed_by: Option<AssignmentId>,
    /// Why the unit asks to send it late, once it does.
    pub late_asked: Option<LateCause>,
    /// The permission to send it late; it outlives any edit.
    pub late_permission: Option<LatePermission>,
}

impl Papers {
    /// The shared part of this kind; `None` where it is missing, or where the kind is no shared part.
    #[must_use]
    pub fn part(&self, kind: DocumentKind) -> Option<&Document> {
        match kind {
            DocumentKind::SubmissionLetter => self.letter.as_ref(),
            DocumentKind::MinutesExtract => self.extract.as_ref(),
            DocumentKind::Plan
            | DocumentKind::AchievementReport
            | DocumentKind::Minutes
            | DocumentKind::Evidence
            | DocumentKind::PresentationLetter
            | DocumentKind::Certificate
            | DocumentKind::SummationReport
            | DocumentKind::Decision => None,
        }
    }

    /// The nominations on the list.
    pub fn nominations(&self) -> impl Iterator<Item = &NominationId> {
        self.list.iter().flat_map(|list| &list.nominations)
    }
}

/// Whom the letter proposes, and the meeting that endorsed them.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct List {
    /// The meeting.
    pub session: UnitSessionId,
    /// The nominations, best first.
    pub nominations: Vec<NominationId>,
}
