//! The API over real stores: one test per outcome of each operation.
#![expect(clippy::unwrap_used, reason = "a test stops at its first surprise")]

mod assignments;
mod audits;
mod boards;
mod broken;
mod commands;
mod documents;
mod door;
mod export;
mod garbage;
mod health;
mod house;
mod lists;
mod log;
mod nominations;
mod openapi;
mod people;
mod problems;
mod queue;
mod registers;
mod seed;
mod sights;
mod talk;
mod tickets;
