//! What may be asked of a campaign.

use jiff::civil::Date;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::{
    CampaignId, CriterionCode, Document, FeedbackId, Finding, Moment, SourceDocument, UnitId,
    campaign::{
        Criterion, Explanation, ExtensionCause, GateRules, Plan, ReviewedCases, UnclearSituation,
    },
};

/// Registers the signed plan.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RegisterPlan {
    /// The campaign.
    pub campaign: CampaignId,
    /// The plan.
    pub plan: Box<Plan>,
}

/// Puts the criteria of the plan in force.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ApproveCriteria {
    /// The campaign.
    pub campaign: CampaignId,
    /// The criteria.
    pub criteria: Vec<Criterion>,
}

/// Fixes the rules of the gates, before the launch.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct SetGateRules {
    /// The campaign.
    pub campaign: CampaignId,
    /// The rules.
    pub rules: GateRules,
}

/// Launches the campaign.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct LaunchCampaign {
    /// The campaign.
    pub campaign: CampaignId,
    /// The day of the launch.
    pub date: Date,
}

/// Announces when dossiers must be in.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct AnnounceDeadline {
    /// The campaign.
    pub campaign: CampaignId,
    /// The deadline.
    pub due: Moment,
}

/// Moves the deadline, for all units.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ExtendDeadline {
    /// The campaign.
    pub campaign: CampaignId,
    /// The new deadline, later than the one before.
    pub due: Moment,
    /// Why, as a word.
    pub cause: ExtensionCause,
    /// Why, for all units; names nobody.
    pub reason: String,
}

/// New criteria, with one decision on all cases that were reviewed before (E51).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct AmendedCriteria {
    /// The criteria from now on.
    pub criteria: Vec<Criterion>,
    /// What becomes of all reviewed cases.
    pub reviewed_cases: ReviewedCases,
}

/// Amends what the plan says, and its criteria; the quota has commands of its own.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct AmendPlan {
    /// The campaign.
    pub campaign: CampaignId,
    /// The plan as it is from now on.
    pub plan: Box<Plan>,
    /// The act that amends it.
    pub document: SourceDocument,
    /// The feedback that led to it.
    #[serde(default)]
    pub feedback: Option<FeedbackId>,
    /// The criteria that it brings.
    #[serde(default)]
    pub criteria: Option<AmendedCriteria>,
}

/// Home Affairs rules what a criterion means where its words leave a situation open (E39).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct InterpretCriterion {
    /// The campaign.
    pub campaign: CampaignId,
    /// The criterion.
    pub criterion: CriterionCode,
    /// What its words leave open.
    pub situation: UnclearSituation,
    /// How every case in this situation is found: met or not met.
    pub finding: Finding,
    /// Why, for all units; names nobody.
    pub reason: String,
    /// The paper that says so.
    pub document: SourceDocument,
}

/// The head of a unit confirms that all its staff know the plan (plan V.4).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ConfirmRollout {
    /// The campaign.
    pub campaign: CampaignId,
    /// The unit.
    pub unit: UnitId,
}

/// Records that Home Affairs urged units (đôn đốc, plan V.1).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RecordReminder {
    /// The campaign.
    pub campaign: CampaignId,
    /// The day.
    pub date: Date,
    /// Which units; all when none is named.
    #[serde(default)]
    pub units: Vec<UnitId>,
    /// The paper that went out.
    pub document: SourceDocument,
}

/// Records that Home Affairs checked units (kiểm tra, plan V.1).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RecordInspection {
    /// The campaign.
    pub campaign: CampaignId,
    /// The day.
    pub date: Date,
    /// Which units were checked.
    pub units: Vec<UnitId>,
    /// The minutes of the check, uploaded before.
    #[serde(default)]
    pub minutes: Option<Document>,
}

/// Ends the selection: whatever is not signed by now lapses.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct CloseSelection {
    /// The campaign.
    pub campaign: CampaignId,
}

/// Hands the campaign over to the authority that goes on with it, before the issuer ends.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct TransferCampaign {
    /// The campaign.
    pub campaign: CampaignId,
    /// Full name of the authority that goes on with it.
    pub to: String,
    /// What it rests on.
    pub document: SourceDocument,
}

/// Closes the campaign because its issuer ends.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct CloseCampaignByReorganisation {
    /// The campaign.
    pub campaign: CampaignId,
    /// What it rests on.
    pub document: SourceDocument,
}

/// Closes the campaign.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct CloseCampaign {
    /// The campaign.
    pub campaign: CampaignId,
    /// Why certificates stay with the authority, each that does.
    #[serde(default)]
    pub explanations: Vec<Explanation>,
}

/// Hands the files of a closed campaign to the archive (lưu trữ).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct TransferToArchive {
    /// The campaign.
    pub campaign: CampaignId,
    /// The minutes of the transfer.
    pub document: SourceDocument,
    /// How many years it is kept (thời hạn bảo quản).
    pub retention_years: u32,
}
