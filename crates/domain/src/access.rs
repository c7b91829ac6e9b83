//! Who may do what, and when, and who reads what: two exhaustive tables, command by role and role by
//! class of data, and the checks around them.
//!
//! # Promises
//!
//! - Every command has its row, and so has every role; a new one does not compile without.
//! - Whoever acts holds an assignment in force, when it happened and when it is recorded (INV-06).
//! - Nobody attests or ranks for the own unit, nor allocates at all, but by the Chairman's approval,
//!   and then his assignment stands in the record (SD11). Nobody else acts for another, but for
//!   those who record the act of somebody who may.
//! - What happened later than now is refused; what is recorded late says why (INV-05).

mod check;
mod concern;
mod lag;
mod reach;
mod refusal;
mod rules;

#[cfg(test)]
mod stories;

pub(crate) use check::{may_act, needs};
pub(crate) use lag::{LAG_WORKING_DAYS, explained, recording_days};
pub use reach::{DataClass, Reach, class_of, reach};
pub use refusal::Refusal;
pub use rules::{Rule, Scope, gives_commands, rule, table};
