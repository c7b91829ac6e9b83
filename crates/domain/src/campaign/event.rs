//! What happened to a campaign.

use jiff::civil::Date;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::{
    CampaignId, CriterionCode, Document, FeedbackId, Finding, Moment, SourceDocument, UnitId,
    campaign::{
        Criterion, Explanation, ExtensionCause, GateRules, Plan, ReviewedCases, UnclearSituation,
    },
};

/// Events of a `campaign` stream.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum Event {
    /// The plan is registered (kế hoạch).
    PlanRegistered {
        /// The campaign.
        campaign: CampaignId,
        /// The plan, as it was written.
        plan: Box<Plan>,
    },
    /// A version of the criteria is in force (tiêu chuẩn).
    CriteriaVersionPublished {
        /// From 1.
        version: u32,
        /// The criteria.
        criteria: Vec<Criterion>,
    },
    /// The rules of the gates are fixed.
    GateRulesSet {
        /// The rules.
        rules: GateRules,
    },
    /// The campaign is launched (phát động).
    CampaignLaunched {
        /// The day of the launch.
        date: Date,
    },
    /// The day by which dossiers must be in.
    DeadlineAnnounced {
        /// The deadline.
        due: Moment,
    },
    /// The deadline is later, for all (gia hạn).
    DeadlineExtended {
        /// The new deadline.
        due: Moment,
        /// Why, as a word.
        cause: ExtensionCause,
        /// Why, for all units.
        reason: String,
    },
    /// The plan is amended.
    PlanAmended {
        /// The plan as it is from now on.
        plan: Box<Plan>,
        /// The act that amends it.
        document: SourceDocument,
        /// The feedback that led to it.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        feedback: Option<FeedbackId>,
        /// With new criteria, which follow: what becomes of all reviewed cases.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        reviewed_cases: Option<ReviewedCases>,
    },
    /// What a criterion means in a situation that its words leave open.
    CriterionInterpreted {
        /// From 1; findings cite it.
        number: u32,
        /// The criterion.
        criterion: CriterionCode,
        /// The situation.
        situation: UnclearSituation,
        /// How every case in it is found.
        finding: Finding,
        /// Why, for all units.
        reason: String,
        /// The paper that says so.
        document: SourceDocument,
    },
    /// A unit rolled the plan out to all its staff (plan V.4).
    RolloutConfirmed {
        /// The unit.
        unit: UnitId,
    },
    /// Home Affairs urged units (plan V.1).
    ReminderRecorded {
        /// The day.
        date: Date,
        /// Which units; all when none is named.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        units: Vec<UnitId>,
        /// The paper that went out.
        document: SourceDocument,
    },
    /// Home Affairs checked units (plan V.1).
    InspectionRecorded {
        /// The day.
        date: Date,
        /// Which units.
        units: Vec<UnitId>,
        /// The minutes of the check.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        minutes: Option<Document>,
    },
    /// The selection is over: whatever was not signed has lapsed.
    SelectionClosed {},
    /// The campaign is over.
    CampaignClosed {
        /// Certificates that stay with the authority, each with its reason.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        explanations: Vec<Explanation>,
    },
    /// Another authority goes on with it: what was not yet before the Chairman goes there (E41).
    CampaignTransferred {
        /// Full name of the authority that goes on with it.
        to: String,
        /// What it rests on.
        document: SourceDocument,
    },
    /// The campaign ended with its issuing authority (E41).
    CampaignClosedByReorganisation {
        /// What it rests on.
        document: SourceDocument,
    },
    /// The files are in the archive (lưu trữ).
    ArchiveTransferred {
        /// The minutes of the transfer.
        document: SourceDocument,
        /// How many years they are kept.
        retention_years: u32,
    },
}
