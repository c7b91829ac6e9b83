//! What may be recorded of a unit's meeting.

use jiff::civil::Date;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::{
    AssignmentId, CampaignId, CouncilSessionId, Document, GroupId, NominationId, Tally, UnitId,
    UnitSessionId,
};

/// Names who votes in the place of a unit that cannot meet: everybody is a nominee or steps out (E16).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct NameAlternateBody {
    /// The meeting that the unit cannot hold.
    pub session: UnitSessionId,
    /// Who votes in its place.
    pub body: AlternateBody,
    /// Why.
    pub reason_code: AlternateReason,
}

/// Who votes in the place of a unit.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case", tag = "kind", deny_unknown_fields)]
pub enum AlternateBody {
    /// A sister unit and the unit meet as one.
    SisterUnit {
        /// The sister unit.
        unit: UnitId,
    },
    /// The head of the higher unit decides.
    HigherHead {
        /// The head's assignment.
        head: AssignmentId,
    },
}

/// Why a unit cannot meet.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum AlternateReason {
    /// Everybody of the unit is a nominee or steps out.
    AllInvolved,
    /// So few belong to the unit that it has no quorum without the nominees.
    TooFewStaff,
}

/// One item of a meeting.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct MeetingItem {
    /// The nomination.
    pub nomination: NominationId,
    /// The votes.
    pub tally: Tally,
    /// How many stepped out of this item: a nominee steps out of the own.
    #[serde(default)]
    pub recused: u32,
}

/// Records a meeting that was held: the usual form, written as the events of the electronic way.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RecordUnitMeeting {
    /// The meeting.
    pub session: UnitSessionId,
    /// The day.
    pub date: Date,
    /// Where.
    pub place: String,
    /// Who presided: the head, or the deputy where the head is a nominee (SD10).
    pub chair: AssignmentId,
    /// Who kept the minutes.
    pub secretary: AssignmentId,
    /// Present.
    pub present: u32,
    /// Staff of the unit.
    pub total: u32,
    /// The items.
    pub items: Vec<MeetingItem>,
    /// The full minutes, uploaded before.
    pub minutes: Document,
}

/// Ranks the collectives of a group: Home Affairs, because a unit is its own only collective.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RankGroup {
    /// The campaign.
    pub campaign: CampaignId,
    /// The group.
    pub group: GroupId,
    /// Best first.
    pub ranking: Vec<NominationId>,
}

/// Ranks the individuals of a unit that its meetings carried: its head, or the deputy where the
/// head is among them (SD10).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RankNominees {
    /// The campaign.
    pub campaign: CampaignId,
    /// The unit.
    pub unit: UnitId,
    /// Best first.
    pub ranking: Vec<NominationId>,
}

/// Annuls a vote; its ballots are kept, and count no more.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct AnnulMotion {
    /// Whose vote.
    pub motion: AnnulledMotion,
    /// Why.
    pub reason_code: AnnulReason,
}

/// The vote that is annulled.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case", tag = "body", deny_unknown_fields)]
pub enum AnnulledMotion {
    /// The vote of a unit's meeting.
    Unit {
        /// The meeting.
        session: UnitSessionId,
    },
    /// A motion of the Council.
    Council {
        /// The session.
        session: CouncilSessionId,
        /// Number of the motion.
        motion: u32,
    },
}

/// Why a vote is annulled.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum AnnulReason {
    /// Somebody voted who must not.
    Conflict,
    /// The votes were counted or recorded wrongly.
    CountedWrongly,
    /// The rules of the meeting were not kept.
    Procedure,
    /// An account was misused (E57).
    CredentialCompromised,
}
