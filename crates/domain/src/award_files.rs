//! The files of an award: what the issue of a decision opens, and what a revocation closes. Both are
//! the system's reactions to an issue; they write certificates, prizes, publicity and the fund.

mod command;
pub(crate) mod decide;
pub(crate) mod needs;
#[cfg(test)]
mod stories;

pub use command::{CASES_AT_ONCE, CloseRevokedAwards, OpenAwardFiles};
