//! Reads what an office is and what a campaign asks, from TOML.
//!
//! A definition is of one of three kinds: an [`Authority`] with its units, calendar and legal
//! parameters; its [`People`] and their assignments; a [`Campaign`] with every sentence of its
//! plan. [`Definitions::read`] takes several files together, so that a unit named in one is looked
//! up in the other. Each kind compiles to [`PlannedCommand`]s, which the desk carries out like
//! anybody else's: a definition has no way of its own into the ledger.
//!
//! # Promises
//!
//! - Whatever is wrong is told with file, line and what to do, in Vietnamese and English.
//! - Loading the same definition twice changes nothing: the keys of its commands are stable.
//! - Shapes are published as JSON Schemas in `schemas/definitions/`, made from these types.

mod authority;
mod campaign;
mod copies;
mod explain;
mod fault;
mod kind;
mod people;
mod planned;
mod read;
mod shipped;
mod source;
mod words;

#[cfg(test)]
mod tests;

pub(crate) use authority::Authority;
pub(crate) use campaign::Campaign;
pub(crate) use explain::{DefinitionWords, Explanation, explain};
pub(crate) use fault::{DefinitionError, Fault};
pub(crate) use kind::Kind;
pub(crate) use people::{People, Seat};
pub(crate) use planned::{Acting, IdKind, Ids, PlannedCommand};
pub(crate) use read::Definitions;
pub(crate) use source::Source;
