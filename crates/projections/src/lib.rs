//! Explains events as rows.
//!
//! A [`Projection`] says for each [`Fact`] which rows of its table it touches and what becomes of
//! each. The room `workers` loads those rows, folds the facts over them and writes what comes out.
//! Clear personal values stand beside: [`sealed_names`] says what may be opened, [`clear_value`]
//! what is kept, [`erased_owner`] whom to forget.
//!
//! # Promises
//!
//! - Everything here is pure: the same facts give the same rows, today and at a rebuild.
//! - `evolve` never fails and never judges: history happened.
//! - A row holds no clear personal value, and no number that is counted over other rows.
//!
//! # See also
//!
//! The stories in `tests/`, and `rows_equal_a_fresh_fold_at_every_position` in the room `workers`.

mod assignment;
mod award;
mod campaign;
mod clear;
mod decision;
mod eligibility;
mod fact;
mod fund_entry;
mod hold;
mod moment;
mod nomination;
mod person;
mod projection;
mod queue;
mod quota;
mod reactions;
mod slot;
mod ticket;
mod unit;
mod word;

pub use assignment::Assignments;
pub use award::Awards;
pub use campaign::Campaigns;
pub use clear::{NameOwner, SealedName, clear_value, erased_owner, reference, sealed_names};
pub use decision::Decisions;
pub use eligibility::Eligibilities;
pub use fact::Fact;
pub use fund_entry::FundEntries;
pub use hold::Holds;
pub use nomination::Nominations;
pub use person::Persons;
pub use projection::Projection;
pub use queue::Queue;
pub use quota::Quotas;
pub use reactions::{close_revoked_awards, open_award_files};
pub use slot::Slots;
pub use ticket::Tickets;
pub use unit::Units;
