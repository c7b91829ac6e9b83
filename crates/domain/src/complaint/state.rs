//! What a later decision needs to know of a complaint.

use jiff::civil::Date;
use serde::Serialize;

use crate::{
    Document, NominationId, Sealed,
    complaint::{ComplaintKind, ComplaintOutcome},
};

/// The situation of a complaint.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum State {
    /// There is no such complaint.
    #[default]
    Absent,
    /// It came in.
    Registered(Complaint),
    /// It is taken up.
    Accepted(Complaint),
    /// It is decided.
    Decided(Complaint, Ruling),
    /// It is withdrawn.
    Withdrawn(Complaint),
}

/// A complaint.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Complaint {
    /// What the law calls it.
    pub kind: ComplaintKind,
    /// Whether it bears no name.
    pub is_anonymous: bool,
    /// The nomination that it is about.
    pub subject: Option<NominationId>,
    /// The day on which whoever writes came to know of it.
    pub knew_on: Date,
    /// The day on which it came in.
    pub registered_on: Date,
    /// In words.
    pub text: Sealed,
    /// The letter.
    pub document: Option<Document>,
}

/// How it was decided.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Ruling {
    /// What the decision says.
    pub outcome: ComplaintOutcome,
    /// Number and symbol of the decision.
    pub number: String,
    /// Its date.
    pub date: Date,
    /// The decision.
    pub document: Document,
}

impl State {
    /// The complaint, if there is one.
    #[must_use]
    pub fn complaint(&self) -> Option<&Complaint> {
        match self {
            Self::Absent => None,
            Self::Registered(complaint)
            | Self::Accepted(complaint)
            | Self::Decided(complaint, _)
            | Self::Withdrawn(complaint) => Some(complaint),
        }
    }
}
