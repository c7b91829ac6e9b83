//! What a later decision needs to know of publicity.

use std::collections::BTreeSet;

use jiff::civil::Date;
use serde::Serialize;

use crate::{
    NominationId,
    publicity::{Channel, PublicityStage},
};

/// The situation of a ticket.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum State {
    /// Nothing is planned.
    #[default]
    Absent,
    /// Something is, or was.
    Open(Box<Ticket>),
}

/// A ticket of publicity.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Ticket {
    /// Where.
    pub channel: Channel,
    /// When it is planned for.
    pub planned_for: Date,
    /// Whom it is about, or names as awardees.
    pub about: BTreeSet<NominationId>,
    /// How far it has come.
    pub stage: PublicityStage,
    /// When it was published.
    pub published_on: Option<Date>,
    /// Whether it is a story.
    pub is_story: bool,
    /// Whether a correction has to be broadcast.
    pub is_correction_due: bool,
    /// When a correction was broadcast last.
    pub corrected_on: Option<Date>,
}

impl State {
    /// The ticket, if there is one.
    #[must_use]
    pub fn ticket(&self) -> Option<&Ticket> {
        match self {
            Self::Absent => None,
            Self::Open(ticket) => Some(ticket),
        }
    }
}
