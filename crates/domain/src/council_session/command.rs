//! What may be asked of a session of the Council.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::{
    AssignmentId, CouncilSessionId, Document, Moment, NominationId, PersonId,
    council_session::{
        BallotForm, Choice, Exception, Mode, PaperTally, RecusalGround, WrittenVote,
    },
    minutes::Stated,
};

/// Convenes a session; the members' assignments give seats and units.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ConveneCouncil {
    /// The session.
    pub session: CouncilSessionId,
    /// Its mode.
    pub mode: Mode,
    /// When.
    pub at: Moment,
    /// Where.
    pub place: String,
    /// Assignments of the members: chair, vice-chair, members.
    pub members: Vec<AssignmentId>,
}

/// Puts nominations on the agenda, before the session opens.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ListNominations {
    /// The session.
    pub session: CouncilSessionId,
    /// The nominations.
    pub nominations: Vec<NominationId>,
}

/// Opens the session by its roll call.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RecordAttendance {
    /// The session.
    pub session: CouncilSessionId,
    /// Members present.
    pub present: Vec<PersonId>,
    /// Others who attend and do not vote.
    #[serde(default)]
    pub guests: Vec<PersonId>,
}

/// Sends the form of a written consultation to every member, and so opens the session.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct SendConsultation {
    /// The session.
    pub session: CouncilSessionId,
}

/// A member comes after the roll call, or comes back.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RecordArrival {
    /// The session.
    pub session: CouncilSessionId,
    /// The member.
    pub member: PersonId,
    /// When.
    pub at: Moment,
}

/// A member leaves before the end.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RecordDeparture {
    /// The session.
    pub session: CouncilSessionId,
    /// The member.
    pub member: PersonId,
    /// When.
    pub at: Moment,
}

/// A member takes an item out of the list: it is put to the vote alone.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct PullItem {
    /// The session.
    pub session: CouncilSessionId,
    /// The member.
    pub member: PersonId,
    /// The item.
    pub nomination: NominationId,
}

/// The chair leaves items of the Standing Committee to the full Council.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ReferToFullCouncil {
    /// The session.
    pub session: CouncilSessionId,
    /// The items.
    pub nominations: Vec<NominationId>,
}

/// A member declares to take no part in an item.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct DeclareRecusal {
    /// The session.
    pub session: CouncilSessionId,
    /// The member.
    pub member: PersonId,
    /// The item.
    pub nomination: NominationId,
    /// On which rule (SD4).
    pub ground: RecusalGround,
}

/// The chair imposes that a member takes no part in an item.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ImposeRecusal {
    /// The session.
    pub session: CouncilSessionId,
    /// The member.
    pub member: PersonId,
    /// The item.
    pub nomination: NominationId,
    /// On which rule (SD4).
    pub ground: RecusalGround,
}

/// Puts listed items to the vote.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct OpenMotion {
    /// The session.
    pub session: CouncilSessionId,
    /// Number of the motion, from 1.
    pub motion: u32,
    /// The items.
    pub items: Vec<NominationId>,
    /// How it is voted on.
    #[serde(default)]
    pub ballot: BallotForm,
}

/// Records an open vote.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct CastBallot {
    /// The session.
    pub session: CouncilSessionId,
    /// Number of the motion.
    pub motion: u32,
    /// The member.
    pub member: PersonId,
    /// On all items …
    pub choice: Choice,
    /// … except these.
    #[serde(default)]
    pub exceptions: Vec<Exception>,
}

/// Records the open votes of several members at once, as the secretary heard or read them.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RecordVotes {
    /// The session.
    pub session: CouncilSessionId,
    /// Number of the motion.
    pub motion: u32,
    /// The votes, one per member.
    pub votes: Vec<WrittenVote>,
}

/// Records what an absent member wrote (E20).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RecordWrittenOpinion {
    /// The session.
    pub session: CouncilSessionId,
    /// Number of the motion.
    pub motion: u32,
    /// What the member wrote.
    pub vote: WrittenVote,
    /// The signed opinion, uploaded before.
    pub document: Document,
}

/// Records the figures of a secret ballot on paper, as one teller counted them. A second teller
/// records the same figures, or the count does not stand.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RecordTally {
    /// The session.
    pub session: CouncilSessionId,
    /// Number of the motion.
    pub motion: u32,
    /// The figures.
    pub tally: PaperTally,
}

/// Closes the vote.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct CloseMotion {
    /// The session.
    pub session: CouncilSessionId,
    /// Number of the motion.
    pub motion: u32,
}

/// Closes the session.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct CloseCouncilSession {
    /// The session.
    pub session: CouncilSessionId,
}

/// Signs the minutes of the session: chair and secretary have signed the paper, and one of them says
/// so.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct SignMinutes {
    /// The session.
    pub session: CouncilSessionId,
    /// The minutes, uploaded before.
    pub document: Document,
    /// Who presided and signed.
    pub chair: AssignmentId,
    /// Who kept and signed them: another person.
    pub secretary: AssignmentId,
    /// The figures that the paper states, of every item that was voted on.
    pub stated: Stated,
}
