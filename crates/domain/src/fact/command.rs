//! What may be attested.

use jiff::civil::Date;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::{
    Document, FactStatus, FactSubject, PersonId, UnitId,
    fact::{AuthorityIndex, PastAward, Rating, UnitResult},
};

/// One row of a sheet of unit results.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct UnitResultRow {
    /// The unit.
    pub unit: UnitId,
    /// Its result.
    pub result: UnitResult,
}

/// Records the results of many units at once.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ImportUnitResults {
    /// The year.
    pub year: i16,
    /// How final they are.
    pub status: FactStatus,
    /// The day they were taken.
    pub cut_off: Date,
    /// The rows.
    pub rows: Vec<UnitResultRow>,
}

/// Records a recognised initiative of a unit.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RecordInitiative {
    /// The unit.
    pub unit: UnitId,
    /// The year.
    pub year: i16,
    /// Number of the recognition.
    pub number: String,
    /// Its date.
    pub date: Date,
    /// Who recognised it.
    pub recognised_by: String,
    /// The paper, if it is kept here.
    #[serde(default)]
    pub document: Option<Document>,
}

/// Records the yearly rating of a person.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RecordRating {
    /// The person.
    pub person: PersonId,
    /// The person as a subject of facts of this year; the desk fills it in.
    #[schemars(skip)]
    pub subject: FactSubject,
    /// The year.
    pub year: i16,
    /// The rating.
    pub rating: Rating,
    /// How final it is.
    pub status: FactStatus,
}

/// Records a discipline of a leader of a unit.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RecordDiscipline {
    /// The unit.
    pub unit: UnitId,
    /// The year.
    pub year: i16,
    /// Whether the one disciplined is a key leader of the unit.
    pub is_key_leader: bool,
    /// The day the penalty was issued.
    pub issued_on: Date,
    /// Number of the act.
    pub document_number: String,
}

/// Records an award that a unit or a person has had (L3), by register, import or declaration.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RecordPastAward {
    /// Who was awarded.
    pub awardee: FactAbout,
    /// The year of achievement.
    pub year: i16,
    /// The award.
    pub award: PastAward,
}

/// Records the index of the issuing authority itself (plan V.1).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RecordAuthorityIndex {
    /// The year.
    pub year: i16,
    /// Its score.
    pub index: AuthorityIndex,
    /// How final it is.
    pub status: FactStatus,
}

/// Whom a fact is about.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case", tag = "kind", deny_unknown_fields)]
pub enum FactAbout {
    /// A unit.
    Unit {
        /// The unit.
        unit: UnitId,
    },
    /// A person.
    Person {
        /// The person.
        person: PersonId,
        /// The person as a subject of facts of this year; the desk fills it in.
        #[schemars(skip)]
        subject: FactSubject,
    },
}

impl FactAbout {
    /// The subject, as its stream is named.
    #[must_use]
    pub fn subject(&self) -> FactSubject {
        match self {
            Self::Unit { unit } => FactSubject::from(unit),
            Self::Person { subject, .. } => subject.clone(),
        }
    }
}
