//! What was written stays readable: frozen schemas, golden records, round trips.
#![expect(clippy::unwrap_used, reason = "a test stops at its first surprise")]

mod files;
mod golden;
mod names;
mod refusals;
mod round_trip;
mod samples;
mod schemas;
mod sealed;
