//! Speaks JSON with programs.
//!
//! A request gets an id and a span, shows a token, is parsed into a wish for the desk or a question
//! for the rows, and is answered in JSON; whatever goes wrong is a problem (RFC 9457) in both
//! languages. One table of operations makes both the [`routers`] and the OpenAPI document, so they
//! cannot differ. Beside them stands the transparency log of each ledger, in the formats of such logs.
//! The conventions stand in the README beside this crate.
//!
//! # Promises
//!
//! - No adapter is named here: everything outside is a port among the [`ApiParts`].
//! - A handler decides nothing: rules are the domain's, words are `texts`'.
//! - Who may not see a case is told that there is none.
//! - Neither log lines, spans nor measures hold bodies, tokens or names of persons.
//!
//! # Limits
//!
//! Bounds stand in [`limits`].

mod assignments;
mod asyncapi;
mod audits;
mod body;
mod campaigns;
mod cases;
mod commands;
mod days;
mod decisions;
mod documents;
mod door;
mod export;
mod extract;
mod funds;
mod health;
mod layers;
pub mod limits;
mod log;
mod me;
mod names;
mod nominations;
mod oauth;
mod openapi;
mod operation;
mod operations;
mod parts;
mod people;
mod problem;
mod queue;
mod root;
mod router;
mod rows;
mod streams;
mod tickets;
mod units;

pub use asyncapi::asyncapi_document;
pub use health::{Check, Condition};
pub use openapi::document as openapi_document;
pub use parts::{Allowance, ApiParts, Probe};
pub use router::{Routers, routers};
