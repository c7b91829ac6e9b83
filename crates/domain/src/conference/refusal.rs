//! Why a command on a conference is refused.

use crate::{ConferenceId, Moment};

refusals! {
    /// Reasons around conferences, each with its facts.
    pub enum Refusal {
        /// None is scheduled.
        #[error("there is no conference {conference}")]
        Absent {
            /// The conference.
            conference: ConferenceId,
        } = "conference_absent",
        /// It is over.
        #[error("{conference} is closed")]
        Closed {
            /// The conference.
            conference: ConferenceId,
        } = "conference_closed",
        /// What was presented or reported there is not moved to another time.
        #[error("{conference} is being held")]
        Held {
            /// The conference.
            conference: ConferenceId,
        } = "conference_held",
        /// Nothing is presented before it begins.
        #[error("{conference} begins at {starts_at}, it is {now}")]
        NotBegun {
            /// The conference.
            conference: ConferenceId,
            /// When it begins.
            starts_at: Moment,
            /// When it is said to happen.
            now: Moment,
        } = "conference_not_begun",
        /// A ceremony presents the awards of some decision.
        #[error("{conference} presents no decision")]
        NothingPresented {
            /// The conference.
            conference: ConferenceId,
        } = "nothing_presented",
        /// The summation has its report.
        #[error("{conference} has no summation report")]
        ReportMissing {
            /// The conference.
            conference: ConferenceId,
        } = "summation_report_missing",
    }
}
