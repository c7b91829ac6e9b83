//! Why what a timer asks is refused.

use jiff::civil::Date;

use crate::CommandKind;

refusals! {
    /// Reasons around reminders, each with its facts.
    pub enum Refusal {
        /// Nobody watches over the act.
        #[error("no deadline is set for {}", act.as_str())]
        NotWatched {
            /// The act.
            act: CommandKind,
        } = "timer_not_watched",
        /// It belongs to another campaign.
        #[error("{item} is not of this campaign")]
        ItemElsewhere {
            /// What was named.
            item: String,
        } = "timer_item_elsewhere",
        /// By the campaign's times and the calendar it is due at another time, or never.
        #[error("{item} is not due as it was said")]
        DueOtherwise {
            /// What was named.
            item: String,
            /// The day it is due; nothing when it has no deadline.
            #[serde(skip_serializing_if = "Option::is_none")]
            on: Option<Date>,
        } = "timer_due_otherwise",
        /// Another warning is up, or none.
        #[error("warning {offset} of {item} is not up")]
        WarningNotUp {
            /// What was named.
            item: String,
            /// The warning.
            offset: i8,
        } = "timer_warning_not_up",
        /// There is time left.
        #[error("{item} is not late before {on} has passed")]
        NotMissed {
            /// What was named.
            item: String,
            /// The day it is due.
            on: Date,
        } = "timer_not_missed",
    }
}
