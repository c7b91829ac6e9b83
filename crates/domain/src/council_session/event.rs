//! What happened in a session of the Council.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::{
    AssignmentId, CouncilSessionId, Document, Moment, NominationId, Outcome, PersonId, Tally,
    UnitId,
    campaign::VotingRules,
    council_session::{Choice, Exception, Mode, RecusalGround, Seat},
    unit_session::AnnulReason,
};

/// Events of a `council_session` stream.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum Event {
    /// The session is convened.
    CouncilConvened {
        /// The session.
        session: CouncilSessionId,
        /// Its mode.
        mode: Mode,
        /// When.
        at: Moment,
        /// Where.
        place: String,
        /// Members and their seats.
        roster: Vec<Member>,
    },
    /// Nominations are on the agenda.
    NominationsListed {
        /// The nominations.
        nominations: Vec<NominationId>,
    },
    /// The session opens: who is present; roster and rules are frozen.
    AttendanceRecorded {
        /// Members present.
        present: Vec<PersonId>,
        /// The rules.
        rules: VotingRules,
    },
    /// A member takes no part in an item.
    RecusalDeclared {
        /// The member.
        member: PersonId,
        /// The item.
        nomination: NominationId,
        /// On which rule (SD4).
        ground: RecusalGround,
    },
    /// The chair imposes that a member takes no part in an item.
    RecusalImposed {
        /// The member.
        member: PersonId,
        /// The item.
        nomination: NominationId,
        /// On which rule (SD4).
        ground: RecusalGround,
    },
    /// A list of items is put to the vote.
    MotionOpened {
        /// Number of the motion, from 1.
        motion: u32,
        /// The items.
        items: Vec<NominationId>,
    },
    /// A member votes openly; the last vote before closing counts.
    BallotCast {
        /// Number of the motion.
        motion: u32,
        /// The member.
        member: PersonId,
        /// On all items …
        choice: Choice,
        /// … except these.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        exceptions: Vec<Exception>,
    },
    /// The vote is closed: outcome per item.
    CouncilMotionClosed {
        /// Number of the motion.
        motion: u32,
        /// The outcomes.
        items: Vec<CouncilItem>,
    },
    /// A vote is annulled; its ballots are kept, and count no more.
    MotionAnnulled {
        /// Number of the motion.
        motion: u32,
        /// Why.
        reason_code: AnnulReason,
    },
    /// The session closes.
    CouncilSessionClosed {},
    /// Chair and secretary sign the minutes (biên bản).
    CouncilMinutesSigned {
        /// The minutes.
        document: Document,
    },
}

/// A member of the body, as the roster freezes it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Member {
    /// The person.
    pub person: PersonId,
    /// The assignment that makes the member.
    pub assignment: AssignmentId,
    /// The seat.
    pub seat: Seat,
    /// The unit that the member works for, for rules of recusal.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub unit: Option<UnitId>,
}

/// Outcome of one item, recomputable from ballots, recusals and rules.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct CouncilItem {
    /// The item.
    pub nomination: NominationId,
    /// The votes.
    pub tally: Tally,
    /// Members present.
    pub present: u32,
    /// Members present who take no part in it.
    pub recused: u32,
    /// Members who may vote on it.
    pub eligible: u32,
    /// The outcome.
    pub outcome: Outcome,
}
