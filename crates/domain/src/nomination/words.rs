//! Words of a nomination: who is nominated, and reason codes.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::{CriterionCode, DocumentKind, Sealed, UnitId};

/// How a nominee is named.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case", tag = "kind", deny_unknown_fields)]
pub enum Nominee {
    /// A unit, by its identity, never by its current name.
    Collective {
        /// The unit.
        unit: UnitId,
    },
    /// A person.
    Individual {
        /// Họ và tên, as it will be printed.
        name: Sealed,
        /// Chức vụ, as it will be printed.
        title: Sealed,
    },
}

/// What a reviewer recommends.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Recommendation {
    /// Đủ điều kiện.
    Pass,
    /// Không đủ điều kiện.
    Reject,
}

/// Why a unit did not endorse.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum UnitReason {
    /// Fewer votes than the rules ask for.
    BelowThreshold,
    /// A tie, which the rules count as not carried.
    Tie,
}

/// Why an endorsed nomination waits.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum WaitReason {
    /// No slot is allocated.
    NoSlot,
    /// The group is not ranked yet.
    GroupUnranked,
    /// More were carried than there are slots, and the unit has not ranked them.
    UnitUnranked,
    /// Ranked behind the slots.
    RankedBehind,
    /// Slots were taken away.
    SlotsReturned,
    /// The plan gives fewer places than before.
    QuotaLowered,
    /// Reopened by a complaint while no slot is free.
    Reopened,
}

/// Why a review rejects.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum ReviewReason {
    /// A mandatory criterion is not met.
    CriterionNotMet,
    /// An exclusion applies.
    Excluded,
    /// A check of the law is not met: another award for the same achievement (L3), say.
    LegalCheckNotMet,
}

/// Why the Council did not approve.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum CouncilReason {
    /// Fewer votes than the rules ask for.
    BelowThreshold,
    /// A tie that no chair could break.
    TieUnbroken,
    /// Too few members present.
    NoQuorum,
    /// Too few members who may vote on it.
    TooFewEligible,
    /// Something is being verified about the nominee (INV-16).
    Held,
    /// The vote was annulled.
    Annulled,
    /// The chair left it to the full Council.
    Referred,
}

/// Why a live nomination lapses.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum LapseReason {
    /// It waited for a place that did not come free.
    Quota,
    /// The selection ended before it was decided.
    SelectionClosed,
    /// The issuing authority ended (E41).
    IssuerEnded,
    /// The authority that goes on with the campaign goes on with it (E41).
    Transferred,
    /// The unit that it nominates was dissolved (L4, E40).
    UnitDissolved,
}

/// At which gate a nomination waits for a slot or a place.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum WaitGate {
    /// Endorsed by its unit.
    Unit,
    /// Sau thẩm định.
    Review,
    /// Sau Hội đồng.
    Council,
}

/// At which stage a supplement was asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum SupplementStage {
    /// Tiếp nhận: form only; not a round.
    Intake,
    /// Thẩm định: a round.
    Review,
}

/// What is missing or defective.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct SupplementItem {
    /// The part of the dossier; `evidence` for a proof of a criterion.
    pub part: DocumentKind,
    /// The criterion that it proves, where it proves one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub criterion: Option<CriterionCode>,
    /// What is wrong with it.
    pub defect: Defect,
}

/// What is wrong with a part of a dossier.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Defect {
    /// It is not there.
    Missing,
    /// It bears no signature or seal.
    Unsigned,
    /// It cannot be read.
    Illegible,
    /// It is not in the prescribed form.
    WrongForm,
    /// Something in it is left out.
    Incomplete,
    /// It contradicts another part.
    Contradictory,
}

/// Why intake refuses a dossier. Form only, no merit.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum IntakeReason {
    /// Outside the scope of the plan (L1).
    OutOfScope,
    /// The same nominee is in another dossier.
    Duplicate,
    /// No slot is there.
    NoSlot,
    /// What was returned did not come back in time.
    ReturnExpired,
}

/// Why a reviewer is replaced.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum ReplacementReason {
    /// The reviewer is away.
    Absence,
    /// The reviewer is involved.
    Conflict,
    /// Work is spread anew.
    Workload,
}

/// What a body that was asked thinks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum OpinionValue {
    /// Đồng ý.
    Favourable,
    /// Không đồng ý.
    Unfavourable,
    /// Không có ý kiến.
    NoOpinion,
}

/// Why a confirmed review is opened again.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum ReopeningReason {
    /// A fact became known or changed.
    FactChanged,
    /// The Council asks for it.
    CouncilAsks,
    /// The Chairman returned the case to the review.
    ChairmanReturned,
}

/// Where the Chairman sends a case back to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum ReturnedTo {
    /// Home Affairs answers a question.
    Clarification,
    /// The review is done again.
    Review,
    /// The Council votes again.
    Council,
}
