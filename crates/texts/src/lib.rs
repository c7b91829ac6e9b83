//! Words everything a person reads, in Vietnamese and English.
//!
//! No word for people stands in Rust: they stand in the catalogues `vi/*.ftl` (the source
//! language) and `en/*.ftl`, written in [Fluent](https://projectfluent.org) and embedded in the
//! program. [`Texts`] looks a message up by the name that the domain already has for the thing,
//! the code of a refusal, the name of an event, the word of a role, and gives it the facts under
//! the names of their serialised members.
//!
//! | what is worded | message |
//! |---|---|
//! | a [`Refusal`](khen_domain::Refusal) | `refusal-<code>`: the rule; `.detail`: the facts; `.remedy`: what can be done |
//! | an [`Event`](khen_domain::Event) | `event-<stream>-<event>`; `.without_tally` where votes are withheld |
//! | where a case stands | `standing-<word>`; `.next`: what comes next; `.ball`: who has the ball |
//! | a problem of transport | `problem-<slug>`; `.detail` |
//! | a [`DefinitionLine`], a [`SeasonLine`] | `definition-<slug>`, `season-<slug>` |
//! | what a canned audit finds, an [`AuditLine`] | `audit-<slug>` |
//! | what the command line says itself | `line-<slug>`; `.detail` where something can be done |
//! | roles, commands | `role-<word>`, `command-<word>` |
//! | any other word of the domain | `word-<word>` |
//!
//! Facts arrive ready to be read: dates, moments and amounts are written as each language writes
//! them, words of the domain are translated, personal values are what [`Facts`] makes of them.
//! Beside a translated word `$kind` stands `$kind_code`, beside a list `$nominations` stands
//! `$nominations_count`, beside a key `$session` its `$session_number`, beside every fact `$note`
//! stands `$note_given`, for messages that choose.
//!
//! # Promises
//!
//! - Whatever the domain can say has its words in both languages, and no message is dead: a code,
//!   event, role or word without a message, a message without a use, and a variable that no fact
//!   fills each fail the tests of `catalogue`.
//! - A personal value shows only where the caller has put its clear text into [`Facts`].
//! - Texts are NFC; no text holds mark-up.

mod audit;
mod catalogue;
mod definition;
mod event;
mod facts;
mod family;
mod format;
mod language;
mod line;
mod problem;
mod refusal;
mod season;
mod standing;
mod texts;
mod words;

pub use audit::AuditLine;
pub use definition::DefinitionLine;
pub use event::{Facts, Opened, Tallies};
pub use language::{Language, UnknownLanguage};
pub use line::{Line, LineWords};
pub use problem::{Problem, ProblemWords};
pub use refusal::Words;
pub use season::SeasonLine;
pub use standing::{Audience, CouncilMinutes, GateWords, HoldWords, Standing};
pub use texts::Texts;
