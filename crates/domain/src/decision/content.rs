//! What a decision says, by its kind: as it is asked for, and as it is drafted.

use jiff::civil::Date;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::{
    DecisionId, Document, NominationId, PresentationId, Sealed, StaffCategory, UnitId,
    decision::{DecisionKind, RevocationGround},
};

/// What a decision is asked to say.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case", tag = "kind", deny_unknown_fields)]
pub enum DecisionContent {
    /// Awards cases that the Chairman approved.
    Grant {
        /// The presentation in which he approved them.
        presentation: PresentationId,
        /// Who is awarded.
        awardees: Vec<NominationId>,
    },
    /// Awards who was left out of an issued decision, within the quota.
    SupplementaryGrant {
        /// The issued decision.
        refers_to: DecisionId,
        /// The presentation in which the Chairman approved them.
        presentation: PresentationId,
        /// Who is awarded.
        awardees: Vec<NominationId>,
    },
    /// Names awardees of an issued decision rightly.
    Amend {
        /// The issued decision.
        refers_to: DecisionId,
        /// The awardees, as they are named from now on.
        amendments: Vec<Amendment>,
    },
    /// Makes an issued decision anew, with everybody on it who still holds the award.
    Replace {
        /// The issued decision.
        refers_to: DecisionId,
        /// Those who are named otherwise than before.
        amendments: Vec<Amendment>,
    },
    /// Revokes awards of an issued decision.
    Revoke {
        /// The issued decision.
        refers_to: DecisionId,
        /// Whose award; missing for the whole decision.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        awardees: Option<Vec<NominationId>>,
        /// On what.
        revocation: Box<Revocation>,
    },
}

/// How an awardee is named from now on. The values are sealed under the key of the case.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Amendment {
    /// The awardee.
    pub nomination: NominationId,
    /// Full name, as it will be printed.
    pub name: Sealed,
    /// Chức vụ, as it will be printed; a collective has none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub title: Option<Sealed>,
    /// The unit that is printed, where it was the wrong one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub unit: Option<UnitId>,
    /// Category of staff, where it was the wrong one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub category: Option<StaffCategory>,
}

impl Amendment {
    /// How the award is named from now on.
    #[must_use]
    pub fn details(&self) -> AwardDetails {
        AwardDetails {
            name: self.name.clone(),
            title: self.title.clone(),
            unit: self.unit.clone(),
            category: self.category,
        }
    }
}

/// How an award is named once it is amended.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct AwardDetails {
    /// Full name.
    pub name: Sealed,
    /// Chức vụ; a collective has none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub title: Option<Sealed>,
    /// The unit that is printed, where it was the wrong one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub unit: Option<UnitId>,
    /// Category of staff, where it was the wrong one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub category: Option<StaffCategory>,
}

/// On what a revocation rests (Law art. 93.2): the ground, who proposed it, and that the awardees were
/// told.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Revocation {
    /// One of the four grounds.
    pub ground: RevocationGround,
    /// When what was concluded took place; asked for where the ground is a concluded violation.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub conduct: Option<Conduct>,
    /// The proposal of the submitting unit or of the inspection, uploaded before.
    pub proposal: Document,
    /// The notice to the awardees, uploaded before.
    pub notice: Document,
}

/// When some conduct took place.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Conduct {
    /// First day.
    pub from: Date,
    /// Last day.
    pub until: Date,
}

impl Conduct {
    /// Whether a part of it lies in this year of achievement.
    #[must_use]
    pub fn touches(&self, year: i16) -> bool {
        (self.from.year()..=self.until.year()).contains(&year)
    }
}

/// What a drafted decision is about, beside the awardees it names.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case", tag = "kind", deny_unknown_fields)]
pub enum DecisionSubject {
    /// Awards.
    Grant {
        /// The presentation that it follows.
        presentation: PresentationId,
    },
    /// Awards who was left out.
    SupplementaryGrant {
        /// The decision that left them out.
        refers_to: DecisionId,
        /// The presentation that it follows.
        presentation: PresentationId,
    },
    /// Names awardees rightly.
    Amend {
        /// The decision that named them.
        refers_to: DecisionId,
    },
    /// Makes a decision anew.
    Replace {
        /// The decision that ends.
        refers_to: DecisionId,
    },
    /// Revokes awards.
    Revoke {
        /// The decision that gave them.
        refers_to: DecisionId,
        /// Whether the whole decision ends.
        is_whole: bool,
        /// On what.
        revocation: Box<Revocation>,
    },
}

impl DecisionSubject {
    /// The kind.
    #[must_use]
    pub fn kind(&self) -> DecisionKind {
        match self {
            Self::Grant { .. } => DecisionKind::Grant,
            Self::SupplementaryGrant { .. } => DecisionKind::SupplementaryGrant,
            Self::Amend { .. } => DecisionKind::Amend,
            Self::Replace { .. } => DecisionKind::Replace,
            Self::Revoke { .. } => DecisionKind::Revoke,
        }
    }

    /// The issued decision that it refers to.
    #[must_use]
    pub fn refers_to(&self) -> Option<&DecisionId> {
        match self {
            Self::Grant { .. } => None,
            Self::SupplementaryGrant { refers_to, .. }
            | Self::Amend { refers_to }
            | Self::Replace { refers_to }
            | Self::Revoke { refers_to, .. } => Some(refers_to),
        }
    }

    /// The presentation that it follows, where it awards.
    #[must_use]
    pub fn presentation(&self) -> Option<&PresentationId> {
        match self {
            Self::Grant { presentation } | Self::SupplementaryGrant { presentation, .. } => {
                Some(presentation)
            }
            Self::Amend { .. } | Self::Replace { .. } | Self::Revoke { .. } => None,
        }
    }

    /// Whether the decision that it refers to is in force no more once this one is issued.
    #[must_use]
    pub fn ends_the_other(&self) -> bool {
        match self {
            Self::Replace { .. } => true,
            Self::Revoke { is_whole, .. } => *is_whole,
            Self::Grant { .. } | Self::SupplementaryGrant { .. } | Self::Amend { .. } => false,
        }
    }
}
