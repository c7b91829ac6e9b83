//! Numbers given and voided in a series.

use jiff::civil::Date;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::{
    DecisionId, NominationId,
    decision::{NumberSource, NumberVoidReason},
};

/// Events of a `number_register` stream: one per issuer, series and year.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum Event {
    /// A number is given and can never be given again.
    NumberGiven {
        /// The number.
        number: u32,
        /// Its date.
        date: Date,
        /// The decision that bears it.
        decision: DecisionId,
        /// Whose number it is; a series has one source.
        source: NumberSource,
    },
    /// A number is voided; it stays taken.
    NumberVoided {
        /// The number.
        number: u32,
        /// The decision that bore it.
        decision: DecisionId,
        /// Why.
        reason_code: NumberVoidReason,
    },
    /// An award is entered in the register of awards (sổ đăng ký khen thưởng), a series of its own.
    AwardEntered {
        /// The next of the year.
        number: u32,
        /// The day of the entry.
        date: Date,
        /// The awardee.
        nomination: NominationId,
    },
}
