//! Why a command on publicity is refused.

use jiff::civil::Date;

use crate::{NominationId, PublicityId, publicity::PublicityStage};

refusals! {
    /// Reasons around publicity, each with its facts.
    pub enum Refusal {
        /// Nothing is planned under this number.
        #[error("nothing is planned as {publicity}")]
        Absent {
            /// The ticket.
            publicity: PublicityId,
        } = "publicity_absent",
        /// Tickets of a campaign are numbered in order.
        #[error("{publicity} is not the next, which is {next}")]
        OutOfOrder {
            /// The ticket.
            publicity: PublicityId,
            /// The next number.
            next: u32,
        } = "publicity_out_of_order",
        /// The number bears another plan.
        #[error("{publicity} is planned already, with other content")]
        PlannedOtherwise {
            /// The ticket.
            publicity: PublicityId,
        } = "publicity_planned_otherwise",
        /// It is past what is asked for.
        #[error("{publicity} is {stage:?}")]
        WrongStage {
            /// The ticket.
            publicity: PublicityId,
            /// How far it has come.
            stage: PublicityStage,
        } = "publicity_wrong_stage",
        /// Nothing is published ahead of time.
        #[error("published on {date}, it is {today}")]
        PublishedInFuture {
            /// The day named.
            date: Date,
            /// The day.
            today: Date,
        } = "published_in_future",
        /// Nobody is named as an awardee before the award is issued, or after it is revoked.
        #[error("{nomination} is no award")]
        NotAwarded {
            /// The nomination.
            nomination: NominationId,
        } = "named_without_award",
        /// Whoever is named is told so before.
        #[error("the subject of {publicity} was given no notice")]
        NoticeMissing {
            /// The ticket.
            publicity: PublicityId,
        } = "story_notice_missing",
        /// Only a published story is withdrawn.
        #[error("{publicity} is no published story")]
        NoStory {
            /// The ticket.
            publicity: PublicityId,
        } = "no_published_story",
        /// Nothing was published that could be corrected.
        #[error("nothing of {publicity} is to be corrected")]
        NothingToCorrect {
            /// The ticket.
            publicity: PublicityId,
        } = "nothing_to_correct",
    }
}
