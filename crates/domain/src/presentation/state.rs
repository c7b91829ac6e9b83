//! What a later decision needs to know of a presentation.

use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;

use crate::{CouncilSessionId, NominationId, nomination::ReturnedTo, presentation::PresentedItem};

/// The situation of a presentation.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum State {
    /// There is no such presentation.
    #[default]
    Absent,
    /// The Council's letter and list lie with the Office.
    Presented(Presented),
    /// The Office checked it; the Chairman may decide.
    Checked(Presented),
    /// The Office sent it back; the same number may be presented again.
    Returned(Presented),
    /// The Chairman decided; what was held then, and what was answered or withdrawn since, lies before
    /// him still.
    Decided {
        /// What was presented.
        presented: Presented,
        /// Approved.
        approved: BTreeSet<NominationId>,
        /// Before the Chairman still, or again.
        pending: BTreeSet<NominationId>,
        /// What he decided last.
        last: Decided,
    },
}

/// What the Chairman decided at one time, beside what he approved.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
pub struct Decided {
    /// Declined.
    pub declined: BTreeSet<NominationId>,
    /// Sent back, and where to.
    pub returned: BTreeMap<NominationId, ReturnedTo>,
}

/// What was presented.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Presented {
    /// The session that approved.
    pub session: CouncilSessionId,
    /// The list.
    pub items: Vec<PresentedItem>,
    /// Hash of the presentation letter.
    pub letter_sha256: String,
}

impl State {
    /// What was presented.
    #[must_use]
    pub fn presented(&self) -> Option<&Presented> {
        match self {
            Self::Absent => None,
            Self::Presented(presented)
            | Self::Checked(presented)
            | Self::Returned(presented)
            | Self::Decided { presented, .. } => Some(presented),
        }
    }
}

impl Presented {
    /// The nominations of the list.
    pub fn nominations(&self) -> impl Iterator<Item = &NominationId> {
        self.items.iter().map(|item| &item.nomination)
    }
}
