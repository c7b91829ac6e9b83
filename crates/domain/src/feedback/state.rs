//! What a later decision needs to know of feedback.

use serde::Serialize;

use crate::{Moment, OfficeFunction, Sealed, feedback::FeedbackTopic};

/// The situation of a ticket.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum State {
    /// There is no such ticket.
    #[default]
    Absent,
    /// It waits for an answer.
    Open(Ticket),
    /// It is answered.
    Answered(Ticket, Reply),
    /// It is closed.
    Closed(Ticket),
}

/// A ticket.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Ticket {
    /// What it is about.
    pub topic: FeedbackTopic,
    /// In words.
    pub text: Sealed,
    /// When it was filed.
    pub filed_at: Moment,
    /// The office that it was passed on to.
    pub routed_to: Option<OfficeFunction>,
}

/// The answer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Reply {
    /// In words.
    pub answer: Sealed,
    /// Whether it is shown to all units.
    pub general: bool,
}

impl State {
    /// The ticket, if there is one.
    #[must_use]
    pub fn ticket(&self) -> Option<&Ticket> {
        match self {
            Self::Absent => None,
            Self::Open(ticket) | Self::Answered(ticket, _) | Self::Closed(ticket) => Some(ticket),
        }
    }
}
