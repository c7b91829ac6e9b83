//! The plan, its criteria and the rules of its gates, as data.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::{CriterionCode, InstrumentId, NomineeKind, SourceDocument};

/// The plan of a campaign, with every statement of the original.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Plan {
    /// Name of the campaign.
    pub title: String,
    /// Year of achievement.
    pub year: i16,
    /// Cơ quan ban hành.
    pub issuer: String,
    /// Title of the signer, as on the plan.
    pub signer: String,
    /// The plan itself: number and date may be blank.
    pub document: SourceDocument,
    /// Căn cứ.
    pub legal_bases: Vec<SourceDocument>,
    /// Mục đích (plan I.1).
    pub purposes: Vec<String>,
    /// Yêu cầu (plan I.2).
    pub requirements: Vec<String>,
    /// Nội dung thi đua (plan II.1).
    pub contents: Vec<String>,
    /// Đối tượng (plan II.2).
    pub scope: Vec<String>,
    /// Hình thức khen thưởng (plan III.1.a).
    pub award_form: String,
    /// Chú trọng (plan III.1).
    pub preference: String,
    /// Hồ sơ (plan III.3).
    pub dossier_parts: Vec<String>,
    /// Kinh phí (plan IV).
    pub fund: String,
    /// Tổ chức thực hiện (plan V).
    pub organisation: Vec<OfficeTasks>,
    /// Nơi nhận.
    pub recipients: Vec<String>,
    /// Rules of prize money that may apply, in order of preference.
    pub regimes: Vec<InstrumentId>,
    /// The series of base wages.
    pub base_wage: InstrumentId,
    /// Symbol of the decision's number, for example `QĐ-UBND`.
    pub decision_symbol: String,
}

/// What the plan asks of an office (plan V).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct OfficeTasks {
    /// The office, in the plan's words.
    pub office: String,
    /// Its tasks, in the plan's words.
    pub tasks: Vec<String>,
}

/// How a criterion is checked.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Check {
    /// A reviewer's finding.
    Finding,
    /// All tasks committed to the Chairman are done.
    CommittedTasksDone,
    /// All tasks of the yearly plan are done.
    PlannedTasksDone,
    /// A recognised initiative or, for a reviewer, an equal merit.
    InitiativeOrFinding,
    /// No key leader of the unit is disciplined.
    NoLeaderDisciplined,
    /// The unit's score is higher than the year before, strictly.
    ScoreRose,
    /// Rated "hoàn thành tốt nhiệm vụ" or better.
    RatedGood,
}

/// A situation that the words of a criterion leave open: all that are in it are treated alike.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema,
)]
#[serde(rename_all = "snake_case")]
pub enum UnclearSituation {
    /// The year of achievement has no score.
    NoScore,
    /// The year before has no score, as for a new unit (E39).
    NoPriorScore,
    /// The scores of both years were taken by different scales.
    DifferentScales,
}

/// One criterion (tiêu chuẩn).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Criterion {
    /// Its code.
    pub code: CriterionCode,
    /// For whom.
    pub kind: NomineeKind,
    /// Words of the plan.
    pub text: String,
    /// Where it stands in the plan, for example `III.2.a`.
    pub source: String,
    /// How it is checked.
    pub check: Check,
    /// What proves it.
    pub evidence: String,
}

/// Why a deadline moves.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum ExtensionCause {
    /// Khen, power or network was down when it passed.
    Outage,
    /// Storm, flood, epidemic.
    ForceMajeure,
    /// The authority's own work takes longer.
    Schedule,
}

/// What becomes of every case that was reviewed under the criteria before (E51).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum ReviewedCases {
    /// Each goes on under the version that it was reviewed by.
    Keep,
    /// All are assessed again, by the new version.
    Reassess,
}

/// A share, written `a/b`: 2 of 3.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Share {
    /// Of these many …
    pub part: u32,
    /// … of these.
    pub whole: u32,
}

/// What a majority is counted against.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Denominator {
    /// All members of the body.
    TotalMembers,
    /// Members present.
    Present,
    /// Members present who are not recused on the item.
    EligibleAfterRecusal,
}

/// What a tie means. Only for a simple majority.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum TieRule {
    /// Not carried.
    Lost,
    /// The side of the chair; with the chair recused, of the vice-chair; else deferred.
    ChairSide,
}

/// How many must be for it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Threshold {
    /// More than this share.
    MoreThan(Share),
    /// This share or more.
    AtLeast(Share),
}

impl Threshold {
    /// The share, whichever side of it carries.
    #[must_use]
    pub fn share(self) -> Share {
        match self {
            Self::MoreThan(share) | Self::AtLeast(share) => share,
        }
    }

    /// Whether it is a simple majority: more than one half. Only such a majority knows a tie.
    #[must_use]
    pub fn is_simple_majority(self) -> bool {
        match self {
            Self::MoreThan(share) => u64::from(share.part) * 2 == u64::from(share.whole),
            Self::AtLeast(_) => false,
        }
    }
}

/// What it does to the count that a member takes no part in an item (SD4).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RecusalRules {
    /// Whether the member counts for the quorum.
    pub counts_for_quorum: bool,
    /// Whether the member leaves the denominator of the item.
    pub leaves_denominator: bool,
    /// Whether whoever directly manages the nominee takes no part.
    pub of_managers: bool,
}

/// How a body votes. Frozen when its session opens (INV-18).
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct VotingRules {
    /// Seats of the body, as it is established; none for a unit, whose staff the directory counts.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub members: Option<u32>,
    /// Present of total, at least.
    pub quorum: Share,
    /// Whether the quorum includes the chair or a vice-chair.
    #[serde(default)]
    pub needs_presider: bool,
    /// How many must be for it.
    pub threshold: Threshold,
    /// Of whom.
    pub denominator: Denominator,
    /// Who takes no part in an item.
    pub recusal: RecusalRules,
    /// A tie; only with a simple majority.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub tie: Option<TieRule>,
    /// Fewest eligible voters per item.
    pub eligible_min: u32,
    /// Whether an absent member may give a written opinion (E20).
    #[serde(default)]
    pub written_opinions: bool,
}

/// Rules of all gates of a campaign.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct GateRules {
    /// The unit's meeting.
    pub unit_session: VotingRules,
    /// The Standing Committee.
    pub standing_committee: VotingRules,
    /// The full Council.
    pub full_council: VotingRules,
    /// The full Council, asked in writing.
    pub written_consultation: VotingRules,
    /// Working days that members have to answer a written consultation.
    pub written_days: u32,
    /// Working days between the agenda and the session.
    pub agenda_days: u32,
    /// Working days by which a meeting or a paper signature may be recorded late.
    pub recording_days: u32,
    /// How often a reviewer may ask for a supplement, per nomination (INV-14).
    pub supplement_rounds_max: u32,
    /// Live submissions per slot, where a campaign overbooks: 3 of 2 lets two slots carry three.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub overbook_ratio: Option<Share>,
    /// Time that each desk has.
    pub terms: Terms,
}

impl GateRules {
    /// Live submissions that so many slots may carry; `None` where the campaign does not overbook.
    #[must_use]
    pub fn live_max(&self, slots: u32) -> Option<u32> {
        let ratio = self.overbook_ratio?;
        let live = u64::from(slots) * u64::from(ratio.part) / u64::from(ratio.whole.max(1));
        Some(u32::try_from(live).unwrap_or(u32::MAX))
    }
}

/// Working days that each desk has for its part. Source: domain practice, 4.10; data of the campaign.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Terms {
    /// Intake acknowledges.
    pub intake_days: u32,
    /// The review is confirmed.
    pub review_days: u32,
    /// A unit supplements, at least.
    pub supplement_days: u32,
    /// The Chairman decides.
    pub chairman_days: u32,
    /// Feedback is answered.
    pub feedback_days: u32,
    /// A unit may object to a result.
    pub objection_days: u32,
    /// A unit sends what was promoted from the waitlist.
    pub promotion_days: u32,
    /// A prize is paid, counted from the issue of the decision.
    pub payout_days: u32,
    /// Somebody affected complains (khiếu nại), counted from the day of knowing: days of the calendar,
    /// as the law on complaints counts them.
    pub complaint_days: u32,
}
