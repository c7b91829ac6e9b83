//! What a timer tells about a campaign: reminders and missed deadlines (4.10), and nothing else.
//!
//! A timer never changes a case: what it tells stands on a stream of its own, so that nobody's open
//! form is stale because of it. It says what waits, as rows know it; the rules here count again, by
//! the campaign's times and the authority's calendar, and tell everything once.

mod command;
pub(crate) mod decide;
mod event;
mod evolve;
pub(crate) mod needs;
mod plan;
mod refusal;
mod state;
#[cfg(test)]
mod stories;
mod words;

pub use command::{MissedDeadline, RecordMissedDeadlines, RecordReminders, Reminder, WaitingItem};
pub use event::Event;
pub use evolve::evolve;
pub use plan::{OnDesk, Plan, Rules, plan};
pub use refusal::Refusal;
pub use state::{State, Told};
pub use words::{About, WatchedDesk};
