//! What auditors ask of the ledger itself.

mod asked;
mod audit;
mod export;
mod history;

pub(crate) use audit::Audit;
pub(crate) use export::Export;
pub(crate) use history::History;
