//! Tells how a case came to be.
//!
//! [`History`] reads the stream of a nomination page by page and words it event by event: no read
//! model lies in between, so what is told is what is recorded. [`History::timeline`] tells it to a
//! [`Reader`]; [`History::case_state`] folds it to any version, for time travel and for the version
//! that a form was filled in on.
//!
//! [`History::snapshot`] folds any stream to any of its versions, positions or times and hashes it,
//! [`History::difference`] compares two of them field by field, [`History::trace`] tells what caused
//! what, [`History::decision`] who decided what by which authority on what.
//! [`History::evidence`] gathers what proves a case, for whoever takes it home.
//! [`logs`] writes a campaign for tools of process mining and checks its cases against their way.
//! [`audit`] asks a whole ledger the canned questions of [`audits`] in one pass.
//!
//! # Promises
//!
//! - Positions, versions and times are those of the ledger; only words are added.
//! - Who reads decides what is told: a unit learns of a rejection at once, of passes, findings and
//!   tallies only when the Council's minutes are signed; a nominee learns tallies only when the
//!   decision is issued; the public learns that a dossier was sent, received and awarded.
//! - A personal value is opened for one answer and kept nowhere. A value whose key is destroyed
//!   reads "(đã xóa)", for ever and for everybody.
//! - An event that is not understood is an error, never left out.
//!
//! Whether a reader may ask about this case at all is not decided here.
//!
//! # See also
//!
//! `tests/it` tells one whole case in both languages; the words are those of `khen-texts`.

pub mod audits;
mod case;
mod decision;
mod difference;
mod disclosure;
mod entry;
mod error;
mod evidence;
mod history;
mod ledger;
pub mod logs;
mod opening;
mod pages;
mod peers;
mod snapshot;
mod subject;
mod timeline;
mod trace;

pub use decision::{Authority, Step};
pub use difference::Difference;
pub use entry::Entry;
pub use error::HistoryError;
pub use evidence::{CaseEvidence, EVIDENCE_EVENT_COUNT_MAX, EvidenceEvent, ValueDisclosure};
pub use history::History;
pub use ledger::{audit, each_entry};
pub use peers::{Peer, Peers};
pub use snapshot::{At, Snapshot};
pub use timeline::{Doer, Reader, TimelineEntry};
pub use trace::{Trace, Traced};
