//! What auditors ask of the ledger itself, and what leaves the building as a file.

mod asked;
mod audit;
mod export;
mod history;
mod tables;

pub(crate) use audit::Audit;
pub(crate) use export::Export;
pub(crate) use history::History;
