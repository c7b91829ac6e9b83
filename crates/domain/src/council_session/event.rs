//! What happened in a session of the Council.

use jiff::civil::Date;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::{
    AssignmentId, CouncilSessionId, Document, Moment, NominationId, Outcome, PersonId, Tally,
    UnitId,
    campaign::VotingRules,
    council_session::{
        BallotForm, Choice, Exception, ItemFlag, Mode, RecusalGround, Seat, TallySource,
    },
    unit_session::{AnnulReason, ItemVotes},
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
        /// Members who are not.
        absent: Vec<PersonId>,
        /// Others who attend and do not vote.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        guests: Vec<PersonId>,
        /// The rules.
        rules: VotingRules,
    },
    /// The form of a written consultation goes to every member; roster and rules are frozen.
    ConsultationSent {
        /// The last day to answer.
        due: Date,
        /// The rules.
        rules: VotingRules,
    },
    /// A member comes after the roll call, or comes back.
    MemberArrived {
        /// The member.
        member: PersonId,
        /// When.
        at: Moment,
    },
    /// A member leaves before the end.
    MemberDeparted {
        /// The member.
        member: PersonId,
        /// When.
        at: Moment,
    },
    /// A member takes an item out of the list: it is put to the vote alone.
    ItemPulled {
        /// The member.
        member: PersonId,
        /// The item.
        nomination: NominationId,
    },
    /// The chair leaves items to the full Council.
    ReferredToFullCouncil {
        /// The items.
        nominations: Vec<NominationId>,
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
        /// How it is voted on.
        #[serde(default, skip_serializing_if = "BallotForm::is_open")]
        ballot: BallotForm,
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
    /// The open votes of several members at once; the last vote of each counts.
    VotesRecorded {
        /// Number of the motion.
        motion: u32,
        /// The votes, one per member.
        votes: Vec<WrittenVote>,
    },
    /// What an absent member wrote (E20).
    WrittenOpinionRecorded {
        /// Number of the motion.
        motion: u32,
        /// What the member wrote.
        vote: WrittenVote,
        /// The signed opinion.
        document: Document,
    },
    /// One teller counted a secret ballot. Whoever counted is the actor; nothing tells who voted how,
    /// in which order or when (INV-21).
    TallyRecorded {
        /// Number of the motion.
        motion: u32,
        /// The figures.
        tally: PaperTally,
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
        /// Who presided and signed.
        chair: AssignmentId,
        /// Who kept and signed them.
        secretary: AssignmentId,
    },
}

/// The open vote of a member, as it is recorded for the member.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct WrittenVote {
    /// The member.
    pub member: PersonId,
    /// On all items …
    pub choice: Choice,
    /// … except these.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub exceptions: Vec<Exception>,
}

/// The figures of a secret ballot (biên bản kiểm phiếu).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct PaperTally {
    /// Where they come from.
    pub source: TallySource,
    /// Ballots handed out (số phiếu phát ra).
    pub issued: u32,
    /// Ballots in the box (số phiếu thu về).
    pub returned: u32,
    /// Valid ones.
    pub valid: u32,
    /// Invalid ones.
    pub invalid: u32,
    /// Votes per item.
    pub items: Vec<ItemVotes>,
    /// Hash of the signed count, uploaded before.
    pub minutes_hash: String,
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
    /// Members who take part in the session: in the room or, in a written consultation, by an answer
    /// or a recusal.
    pub present: u32,
    /// Those of them who take no part in it.
    pub recused: u32,
    /// Members who may vote on it.
    pub eligible: u32,
    /// The outcome.
    pub outcome: Outcome,
    /// What a reader must know beside it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub flags: Vec<ItemFlag>,
}
