//! What happened in a unit's meeting.

use jiff::civil::Date;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::{
    AssignmentId, Document, NominationId, Outcome, Tally, UnitSessionId,
    campaign::VotingRules,
    unit_session::{AlternateBody, AlternateReason, AnnulReason},
};

/// Events of a `unit_session` stream.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum Event {
    /// The Chairman names who votes in the place of a unit that cannot meet (E16).
    AlternateBodyNamed {
        /// The meeting that the unit cannot hold.
        session: UnitSessionId,
        /// Who votes in its place.
        body: AlternateBody,
        /// Why.
        reason_code: AlternateReason,
    },
    /// The meeting opens; roster and rules are frozen.
    UnitSessionOpened {
        /// The meeting.
        session: UnitSessionId,
        /// The day.
        date: Date,
        /// Where.
        place: String,
        /// Who presides.
        chair: AssignmentId,
        /// Who keeps the minutes.
        secretary: AssignmentId,
        /// Staff of the unit (tổng số).
        total: u32,
        /// The rules.
        rules: VotingRules,
    },
    /// Who came.
    AttendanceRecorded {
        /// Present.
        present: u32,
    },
    /// Somebody takes no part in an item (không tham gia biểu quyết, có liên quan).
    RecusalDeclared {
        /// The item.
        nomination: NominationId,
        /// How many step out.
        count: u32,
    },
    /// A list of items is put to the vote.
    MotionOpened {
        /// The items.
        items: Vec<NominationId>,
    },
    /// The votes, per item.
    VotesRecorded {
        /// The votes.
        items: Vec<ItemVotes>,
    },
    /// The vote is closed.
    MotionClosed {
        /// The outcomes.
        items: Vec<ItemOutcome>,
    },
    /// The vote is annulled; its ballots are kept, and count no more.
    MotionAnnulled {
        /// Why.
        reason_code: AnnulReason,
    },
    /// The meeting closes.
    UnitSessionClosed {},
    /// Minutes are signed by chair and secretary.
    MinutesSigned {
        /// The full minutes.
        document: Document,
    },
}

/// Votes on one item.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ItemVotes {
    /// The item.
    pub nomination: NominationId,
    /// The votes.
    pub tally: Tally,
}

/// Outcome of one item, recomputable from tally, attendance and rules.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ItemOutcome {
    /// The item.
    pub nomination: NominationId,
    /// The votes.
    pub tally: Tally,
    /// The outcome.
    pub outcome: Outcome,
}
