//! What may be asked of a session of the Council.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::{
    AssignmentId, CouncilSessionId, Document, Moment, NominationId, PersonId,
    council_session::{Choice, Exception, Mode, RecusalGround},
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

/// Signs the minutes of the session.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct SignMinutes {
    /// The session.
    pub session: CouncilSessionId,
    /// The minutes, uploaded before.
    pub document: Document,
}
