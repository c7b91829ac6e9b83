//! What a timer told.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::{
    CommandKind, Role,
    desks::Due,
    timer::{About, WatchedDesk},
};

/// Events of a `timer` stream.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum Event {
    /// A desk is warned (nhắc hạn).
    ReminderSent {
        /// The act that is waited for.
        act: CommandKind,
        /// What waits.
        about: Vec<About>,
        /// By when.
        due: Due,
        /// Working days from the day it is due to the warning.
        offset: i8,
        /// The desk.
        to: WatchedDesk,
    },
    /// A desk missed a deadline (quá hạn).
    DeadlineMissed {
        /// The act that was waited for.
        act: CommandKind,
        /// What still waited.
        about: Vec<About>,
        /// By when it was due.
        due: Due,
        /// The desk.
        desk: WatchedDesk,
        /// Who hears of it.
        escalated_to: Role,
    },
}
