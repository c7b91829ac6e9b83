//! The API over real stores: one test per outcome of each operation.
#![expect(clippy::unwrap_used, reason = "a test stops at its first surprise")]

mod assignments;
mod asyncapi;
mod audits;
mod blobs;
mod boards;
mod broken;
mod commands;
mod consumers;
mod documents;
mod door;
mod event_proofs;
mod evidence;
mod export;
mod garbage;
mod halts;
mod health;
mod house;
mod ledgers;
mod lists;
mod log;
mod nominations;
mod oauth;
mod openapi;
mod people;
mod problems;
mod queue;
mod registers;
mod reports;
mod sealed;
mod seed;
mod segments;
mod sights;
mod signed_pages;
mod talk;
mod tickets;
