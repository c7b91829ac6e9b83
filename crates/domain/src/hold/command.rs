//! What may be asked of a hold.

use jiff::civil::Date;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::{
    FactSubject, PersonId, SourceDocument, UnitId,
    hold::{HoldGround, HoldOutcome},
};

/// About whom something is being verified.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case", tag = "kind", deny_unknown_fields)]
pub enum HeldSubject {
    /// A unit as a collective; its staff is not touched.
    Unit {
        /// The unit.
        unit: UnitId,
    },
    /// A person.
    Person {
        /// The person.
        person: PersonId,
        /// The person as a subject of holds; the desk fills it in.
        #[schemars(skip)]
        subject: FactSubject,
    },
}

impl HeldSubject {
    /// The subject, as its stream is named.
    #[must_use]
    pub fn subject(&self) -> FactSubject {
        match self {
            Self::Unit { unit } => FactSubject::from(unit),
            Self::Person { subject, .. } => subject.clone(),
        }
    }
}

/// Places a hold: a case was accepted (thụ lý), or a body's document says that it verifies.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct PlaceHold {
    /// About whom.
    pub subject: HeldSubject,
    /// Number of the hold of this subject, from 1.
    pub hold: u32,
    /// Why.
    pub ground: HoldGround,
    /// Who verifies.
    pub verifying_body: String,
    /// The document that says so.
    pub document: SourceDocument,
    /// By when it is looked at again.
    pub review_by: Date,
}

/// Looks at a hold again and keeps it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ReviewHold {
    /// About whom.
    pub subject: HeldSubject,
    /// Number of the hold.
    pub hold: u32,
    /// By when it is looked at again.
    pub review_by: Date,
}

/// Lifts a hold. It takes two persons: the first asks for it, the second grants it by the same
/// command with the same outcome.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct LiftHold {
    /// About whom.
    pub subject: HeldSubject,
    /// Number of the hold.
    pub hold: u32,
    /// How the verification ended.
    pub outcome: HoldOutcome,
    /// The document that says so.
    pub document: SourceDocument,
}
