//! Why a record of the law is refused.

use jiff::civil::Date;

use crate::{Dong, InstrumentId};

refusals! {
    /// Reasons against a record of the law, each with its facts.
    pub enum Refusal {
        /// The instrument is recorded already, with other content.
        #[error("{instrument} is recorded already, with other content")]
        RecordedOtherwise {
            /// The instrument.
            instrument: InstrumentId,
        } = "instrument_recorded_otherwise",
        /// The last day in force lies before the first.
        #[error("the last day in force {until} lies before the first, {from}")]
        InForceBackwards {
            /// First day.
            from: Date,
            /// Last day.
            until: Date,
        } = "in_force_backwards",
        /// A base wage is more than nothing.
        #[error("{amount} is no base wage")]
        NoWage {
            /// The amount.
            amount: Dong,
        } = "no_wage",
    }
}
