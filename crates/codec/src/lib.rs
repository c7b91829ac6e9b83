//! Translates domain events to written records and back, for ever.
//!
//! [`write()`] gives an event its type, its canonical bytes and their hash; [`read()`] gives them
//! back as the event ([`read_event`] the event alone), lifting what an older release has written. [`event_types`] is
//! the table of everything that may stand in a ledger, each with its frozen JSON Schema
//! ([`event_schema`]) under `schemas/events/`.
//!
//! # Promises
//!
//! - What was written reads back as the same event in every later release: an old version is
//!   lifted by a pure function, one file each, and no version is ever deleted.
//! - An unknown type or a payload of another shape is an error that names it, never skipped.
//! - A Rust field cannot change history unseen: the schemas are compared in the tests.
//!
//! # See also
//!
//! Golden records in `tests/golden/records`: bytes that every release must read and write alike.

mod lifts;
mod names;
mod read;
mod registry;
mod schema;
mod sealed;
mod tagged;
mod write;

pub use names::{stream_key, stream_name};
pub use read::{Decoded, ReadError, ReadVersion, read, read_event};
pub use registry::{event_types, type_of};
pub use schema::event_schema;
pub use sealed::sealed_values;
pub use write::{FirstOfAppend, WriteError, Written, write};
