//! What a later decision needs to know of a submission.

use jiff::civil::Date;

use crate::{
    AssignmentId, Document, Moment, NominationId, UnitSessionId, nomination::SupplementItem,
};

/// The situation of a submission.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub enum State {
    /// There is no such submission.
    #[default]
    Absent,
    /// The unit gathers its parts.
    Preparing(Papers),
    /// The head has signed the letter; any edit voids the signature.
    Signed(Papers),
    /// Sent to Home Affairs; nothing can be edited any more.
    Sent {
        /// What was sent.
        papers: Papers,
        /// When.
        sent_at: Moment,
    },
    /// Returned to the unit; shared parts may be replaced until the last day.
    Returned {
        /// What was sent.
        papers: Papers,
        /// When; it stays whatever is sent again.
        sent_at: Moment,
        /// What is wrong.
        items: Vec<SupplementItem>,
        /// The last day.
        due: Date,
    },
    /// Acknowledged with a receipt.
    Received(Papers),
    /// Refused as a whole; a new submission may follow.
    Refused(Papers),
    /// The unit took it back; a new submission may follow.
    Withdrawn(Papers),
}

impl State {
    /// The shared parts, once there is a submission.
    #[must_use]
    pub fn papers(&self) -> Option<&Papers> {
        match self {
            Self::Absent => None,
            Self::Preparing(papers)
            | Self::Signed(papers)
            | Self::Sent { papers, .. }
            | Self::Returned { papers, .. }
            | Self::Received(papers)
            | Self::Refused(papers)
            | Self::Withdrawn(papers) => Some(papers),
        }
    }
}

impl State {
    pub(super) fn into_papers(self) -> Option<Papers> {
        match self {
            Self::Absent => None,
            Self::Preparing(papers)
            | Self::Signed(papers)
            | Self::Sent { papers, .. }
            | Self::Returned { papers, .. }
            | Self::Received(papers)
            | Self::Refused(papers)
            | Self::Withdrawn(papers) => Some(papers),
        }
    }
}

/// The shared parts of a submission.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
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
}

/// Whom the letter proposes, and the meeting that endorsed them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct List {
    /// The meeting.
    pub session: UnitSessionId,
    /// The nominations, best first.
    pub nominations: Vec<NominationId>,
}
