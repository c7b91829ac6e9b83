//! Checks that an adapter keeps what its port promises.
//!
//! Each chapter is a module of clauses and one macro that turns them into tests. A clause is a
//! plain function with a sentence for a name; it takes ports and knows no adapter. An adapter's
//! `tests/contract.rs` says how to get a fresh store and names the chapters, nothing else:
//!
//! ```text
//! khen_contract::append_contract!(fresh_ledger());
//! khen_contract::feed_contract!(fresh_ledger());
//! ```
//!
//! The expression is awaited once per clause; its value dereferences to the adapter and owns
//! whatever must live as long (a temporary folder, a database of its own).
//!
//! # Promises
//!
//! - Every adapter passes every clause of the chapters of its ports; nothing is skipped.
//! - No clause sleeps, measures time, or depends on the order in which tests run.
//!
//! # See also
//!
//! [`Wish`] makes appends out of words; it serves other rooms' tests as well.

#![expect(
    clippy::missing_panics_doc,
    reason = "a clause panics to say that it is broken; that is what it is for"
)]

pub mod access;
pub mod acks;
pub mod append;
pub mod blobs;
mod clauses;
pub mod clients;
pub mod clock;
pub mod commands;
pub mod credentials;
pub mod crowd;
pub mod cursors;
pub mod doorbell;
pub mod faults;
pub mod feed;
pub mod files;
pub mod halts;
mod house;
pub mod keys;
pub mod leases;
pub mod ledgers;
pub mod racing;
pub mod read;
pub mod restore;
pub mod rows;
pub mod sets;
pub mod signed;
pub mod stops;
pub mod tiles;
mod wish;

pub use clock::HandClock;
pub use house::House;
pub use wish::{Wish, ledger, made, made_ledger, recorded, stream};
