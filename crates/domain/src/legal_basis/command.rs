//! What may be recorded of the law.

use jiff::civil::Date;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::{AwardCoefficients, Dong, InstrumentId, SourceDocument};

/// Records the prize rules of an instrument.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RecordRegime {
    /// The instrument.
    pub instrument: InstrumentId,
    /// Coefficients of the base wage and rounding.
    pub coefficients: AwardCoefficients,
    /// First day in force.
    pub valid_from: Date,
    /// Last day in force, if known.
    #[serde(default)]
    pub valid_until: Option<Date>,
    /// What it rests on.
    pub document: SourceDocument,
}

/// Records a base wage.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RecordBaseWage {
    /// The series of base wages.
    pub instrument: InstrumentId,
    /// Đồng a month.
    pub amount: Dong,
    /// First day in force.
    pub valid_from: Date,
    /// What it rests on.
    pub document: SourceDocument,
}
