//! What a later decision needs to know of a campaign.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;
use serde::Serialize;

use crate::{
    CriterionCode, Document, Finding, Moment, SourceDocument, UnitId,
    campaign::{Criterion, GateRules, Plan, ReviewedCases, UnclearSituation},
};

/// The situation of a campaign.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum State {
    /// No plan is registered.
    #[default]
    Absent,
    /// The plan is registered; criteria and rules may still change.
    Registered(Box<Draft>),
    /// Launched (đã phát động): plan, criteria and rules stand.
    Launched(Box<Active>),
}

/// A campaign before its launch.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Draft {
    /// The plan.
    pub plan: Plan,
    /// The criteria, once approved.
    pub criteria: Option<CriteriaVersion>,
    /// The rules of the gates, once set.
    pub rules: Option<GateRules>,
}

/// The criteria in force, under their version.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct CriteriaVersion {
    /// From 1.
    pub version: u32,
    /// The criteria.
    pub criteria: Vec<Criterion>,
}

/// A launched campaign.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Active {
    /// The plan: year, regimes, base wage, symbol of the decision.
    pub plan: Plan,
    /// The criteria in force.
    pub criteria: CriteriaVersion,
    /// Those before, by which cases may still go on (E51).
    pub earlier_criteria: Vec<CriteriaVersion>,
    /// What was decided on reviewed cases when the criteria were last amended.
    pub reviewed_cases: Option<ReviewedCases>,
    /// The rules of the gates.
    pub rules: GateRules,
    /// The day of the launch.
    pub launched_on: Date,
    /// The deadline for dossiers, once announced.
    pub deadline: Option<Moment>,
    /// Units that confirmed the roll-out (plan V.4).
    pub rolled_out: BTreeSet<UnitId>,
    /// What Home Affairs urged.
    pub reminders: Vec<Reminder>,
    /// What Home Affairs checked.
    pub inspections: Vec<Inspection>,
    /// The day on which the selection ended.
    pub selection_closed_on: Option<Date>,
    /// The day on which the campaign was closed.
    pub closed_on: Option<Date>,
    /// The authority that goes on with the campaign, when the issuer ends.
    pub transferred_to: Option<String>,
    /// Whether it ended with its issuer.
    pub is_reorganised: bool,
    /// Years for which the archive keeps the files, once it has them.
    pub archived: Option<u32>,
    /// What criteria mean where their words leave a situation open, by number.
    pub interpretations: BTreeMap<u32, Interpretation>,
}

/// What a criterion means in a situation that its words leave open.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Interpretation {
    /// The criterion.
    pub criterion: CriterionCode,
    /// The situation.
    pub situation: UnclearSituation,
    /// How every case in it is found.
    pub finding: Finding,
    /// Why.
    pub reason: String,
    /// The paper that says so.
    pub document: SourceDocument,
}

/// Units were urged (đôn đốc).
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Reminder {
    /// The day.
    pub date: Date,
    /// Which units; all when none is named.
    pub units: Vec<UnitId>,
    /// The paper that went out.
    pub document: SourceDocument,
}

/// Units were checked (kiểm tra).
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Inspection {
    /// The day.
    pub date: Date,
    /// Which units.
    pub units: Vec<UnitId>,
    /// The minutes of the check.
    pub minutes: Option<Document>,
}

impl Active {
    /// The criteria that a case goes by: its own version, or before it has one those in force.
    #[must_use]
    pub fn criteria_of(&self, version: Option<u32>) -> &CriteriaVersion {
        let mut earlier = self.earlier_criteria.iter();
        let own = earlier.find(|known| Some(known.version) == version);
        own.unwrap_or(&self.criteria)
    }
}

impl State {
    /// The campaign, once launched.
    #[must_use]
    pub fn active(&self) -> Option<&Active> {
        match self {
            Self::Launched(active) => Some(active),
            Self::Absent | Self::Registered(_) => None,
        }
    }
}
