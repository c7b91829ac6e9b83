//! The ledger itself, for whoever audits: states, causes, findings and event logs.
//!
//! Nothing here opens a personal value: states hold them sealed, everything else leaves them out.

pub(crate) mod decision;
pub(crate) mod difference;
pub(crate) mod evidence;
pub(crate) mod findings;
pub(crate) mod list;
pub(crate) mod log;
pub(crate) mod peers;
pub(crate) mod state;
pub(crate) mod trace;

mod event;

use crate::{door::Reader, problem::Problem};
use khen_domain::{StreamKey, access::DataClass};
use khen_texts::Problem as Slug;

/// Passes whoever reads the ledger itself.
///
/// # Errors
/// The problem `forbidden`.
fn must_audit(reader: &Reader) -> Result<(), Problem> {
    reader.sight_of(DataClass::Ledger).map(|_| ())
}

/// The stream of this name.
///
/// # Errors
/// The problem `not-found`: a name of no kind of stream names nothing.
fn stream(name: &str) -> Result<StreamKey, Problem> {
    let bounded = khen_eventlog::StreamName::parse(name).ok();
    let known = bounded.and_then(|name| khen_codec::stream_key(&name));
    known.ok_or_else(|| Problem::of(Slug::NotFound))
}
