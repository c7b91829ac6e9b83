//! Why a fact is not recorded.

use jiff::civil::Date;

use crate::UnitId;

refusals! {
    /// Reasons against the record of a fact, each with its facts.
    pub enum Refusal {
        /// The sheet has no row.
        #[error("the sheet has no row")]
        NoRow {} = "no_row",
        /// A unit has two rows.
        #[error("{unit} has two rows")]
        RowTwice {
            /// The unit.
            unit: UnitId,
        } = "row_twice",
        /// More tasks done than given, or more on time than done.
        #[error("the numbers of {unit} contradict each other")]
        ResultUnsound {
            /// The unit.
            unit: UnitId,
        } = "result_unsound",
        /// A final result is not replaced by a provisional one.
        #[error("the result of {unit} is final")]
        ResultFinal {
            /// The unit.
            unit: UnitId,
        } = "result_final",
        /// A final rating is not replaced by a provisional one.
        #[error("the rating is final")]
        RatingFinal {} = "rating_final",
        /// A final index is not replaced by a provisional one.
        #[error("the index of {year} is final")]
        IndexFinal {
            /// The year.
            year: i16,
        } = "authority_index_final",
        /// An award is known by the number of its decision.
        #[error("the award has no number")]
        AwardUnnumbered {} = "past_award_unnumbered",
        /// The day of the fact lies ahead.
        #[error("{date} lies ahead")]
        DayAhead {
            /// The day.
            date: Date,
        } = "fact_day_ahead",
        /// Nobody attests facts about himself (SD11).
        #[error("nobody attests facts about himself")]
        AboutOneself {} = "about_oneself",
        /// The paper is recorded already, with other content.
        #[error("{number} is recorded already, with other content")]
        RecordedOtherwise {
            /// Number of the paper.
            number: String,
        } = "fact_recorded_otherwise",
    }
}
