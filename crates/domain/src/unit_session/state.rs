//! What a later decision needs to know of a unit's meeting.

use jiff::civil::Date;
use serde::Serialize;

use crate::{
    AssignmentId, Document, NominationId, Outcome, Tally,
    campaign::VotingRules,
    minutes::Recorded,
    unit_session::{AlternateBody, AnnulReason, ItemOutcome},
};

/// The situation of a meeting.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum State {
    /// There was none under this number.
    #[default]
    Absent,
    /// The unit cannot hold it: another body votes in its place (E16).
    Replaced(AlternateBody),
    /// It was held.
    Held(Box<Meeting>),
}

/// A meeting that was held.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Meeting {
    /// The day.
    pub date: Date,
    /// Where.
    pub place: String,
    /// Who presided.
    pub chair: AssignmentId,
    /// Who kept the minutes.
    pub secretary: AssignmentId,
    /// Who voted in the unit's place (E16).
    pub alternate: Option<AlternateBody>,
    /// Staff of the unit, or of whoever voted in its place.
    pub total: u32,
    /// Present.
    pub present: u32,
    /// The rules, as they were frozen.
    pub rules: VotingRules,
    /// How many stepped out, per item.
    pub recusals: Vec<(NominationId, u32)>,
    /// The outcomes, once the vote is closed.
    pub items: Vec<ItemOutcome>,
    /// The signed minutes.
    pub minutes: Option<Document>,
    /// Why the vote counts no more, if it was annulled.
    pub annulled: Option<AnnulReason>,
}

impl Meeting {
    /// The items that carried, in the order of the meeting; none of an annulled vote.
    pub fn carried(&self) -> impl Iterator<Item = &NominationId> {
        let all = self.items.iter().filter(|_| self.annulled.is_none());
        all.filter(|item| item.outcome == Outcome::Carried)
            .map(|item| &item.nomination)
    }

    /// What minutes and extract of the meeting state.
    pub(crate) fn recorded(&self) -> Recorded<'_> {
        let items = self.items.iter();
        Recorded {
            present: self.present,
            total: self.total,
            items: items
                .map(|item| (&item.nomination, (item.tally, item.outcome)))
                .collect(),
        }
    }

    /// The votes on an item.
    #[must_use]
    pub fn tally(&self, nomination: &NominationId) -> Option<Tally> {
        let mut all = self.items.iter();
        all.find(|item| &item.nomination == nomination)
            .map(|item| item.tally)
    }
}

impl State {
    /// The meeting, if it was held.
    #[must_use]
    pub fn meeting(&self) -> Option<&Meeting> {
        match self {
            Self::Absent | Self::Replaced(_) => None,
            Self::Held(meeting) => Some(meeting),
        }
    }

    /// Who votes, or voted, in the unit's place.
    #[must_use]
    pub fn alternate(&self) -> Option<&AlternateBody> {
        match self {
            Self::Absent => None,
            Self::Replaced(body) => Some(body),
            Self::Held(meeting) => meeting.alternate.as_ref(),
        }
    }
}
