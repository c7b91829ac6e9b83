//! A decision of an earlier campaign that was made on paper (E58).

use jiff::civil::Date;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::{
    CampaignId, DecisionId, Document, NomineeKind,
    fact::{AwardLevel, FactAbout, PastAward},
};

/// Registers a decision of an earlier campaign, with all its awards at once (E29, E58). It has gone no
/// way in Khen: only what stands on the paper is known of it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RegisterLegacyDecision {
    /// The decision, in an earlier campaign that Khen does not run.
    pub decision: DecisionId,
    /// What the paper says.
    pub paper: LegacyPaper,
    /// The year of achievement.
    pub year: i16,
    /// Whom it awards.
    pub awards: Vec<LegacyAward>,
}

/// What stands on the paper.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct LegacyPaper {
    /// Who issued it, as it stands on the paper.
    pub issuer: String,
    /// Which level the issuer is of.
    pub level: AwardLevel,
    /// The number.
    pub number: u32,
    /// The symbol of its series.
    pub symbol: String,
    /// Its date.
    pub date: Date,
    /// Scans of the signed paper and of its lists.
    pub scans: Vec<Document>,
}

/// One award of such a decision.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct LegacyAward {
    /// Who was awarded.
    pub awardee: FactAbout,
    /// Hình thức khen thưởng, for example `Giấy khen`.
    pub form: String,
}

/// What is known of a decision that was made on paper.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Legacy {
    /// What the paper says.
    pub paper: LegacyPaper,
    /// The year of achievement.
    pub year: i16,
    /// How many awards it gave.
    pub awards: u32,
}

impl RegisterLegacyDecision {
    /// The award as a fact of its awardee.
    pub(super) fn fact(&self, award: &LegacyAward) -> PastAward {
        PastAward {
            level: self.paper.level,
            form: award.form.clone(),
            number: format!("{}/{}", self.paper.number, self.paper.symbol),
            date: self.paper.date,
            same_achievement: false,
        }
    }

    /// How many awards it gave to this kind.
    pub(super) fn award_count(&self, kind: NomineeKind) -> u32 {
        let of_kind = self.awards.iter().filter(|award| award.kind() == kind);
        u32::try_from(of_kind.count()).unwrap_or(u32::MAX)
    }

    /// The campaign that it belongs to.
    pub(super) fn campaign(&self) -> &CampaignId {
        &self.decision.campaign
    }
}

impl Legacy {
    /// Whether the command says what is known.
    pub(super) fn is_of(&self, command: &RegisterLegacyDecision) -> bool {
        let awards = u32::try_from(command.awards.len()).unwrap_or(u32::MAX);
        self.paper == command.paper && self.year == command.year && self.awards == awards
    }
}

impl LegacyAward {
    fn kind(&self) -> NomineeKind {
        match self.awardee {
            FactAbout::Unit { .. } => NomineeKind::Collective,
            FactAbout::Person { .. } => NomineeKind::Individual,
        }
    }
}
