//! What the law said, and from when.

use jiff::civil::Date;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::{AwardCoefficients, Dong, InstrumentId, SourceDocument};

/// Events of a `legal_basis` stream: one per instrument.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum Event {
    /// Rules of prize money for one issuing level (mức tiền thưởng).
    RegimeRecorded {
        /// The instrument.
        instrument: InstrumentId,
        /// Coefficients of the base wage and rounding.
        coefficients: AwardCoefficients,
        /// First day in force.
        valid_from: Date,
        /// Last day in force, if known.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        valid_until: Option<Date>,
        /// What it rests on.
        document: SourceDocument,
    },
    /// The base wage from a day on (lương cơ sở).
    BaseWageRecorded {
        /// The series of base wages.
        instrument: InstrumentId,
        /// Đồng a month.
        amount: Dong,
        /// First day in force; it ends where the next begins.
        valid_from: Date,
        /// What it rests on.
        document: SourceDocument,
    },
}
