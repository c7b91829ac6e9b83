//! Who may do what, and when: one exhaustive table, command by role, and the checks around it.
//!
//! # Promises
//!
//! - Every command has its row; a new command does not compile without one.
//! - Whoever acts holds an assignment in force, when it happened and when it is recorded (INV-06).
//! - Nobody attests, allocates or ranks for the own unit; where the Chairman approves it, his
//!   assignment stands in the record (SD11).
//! - What happened later than now is refused; what is recorded late says why (INV-05).

mod check;
mod concern;
mod lag;
mod refusal;
mod rules;

#[cfg(test)]
mod stories;

pub(crate) use check::{may_act, needs};
pub(crate) use lag::{explained, recording_days};
pub use refusal::Refusal;
pub use rules::{Rule, Scope, rule, table};
