//! Tells how a case came to be.
//!
//! [`History`] reads the stream of a nomination page by page and words it event by event: no read
//! model lies in between, so what is told is what is recorded. [`History::timeline`] tells it to a
//! [`Reader`]; [`History::case_state`] folds it to any version, for time travel and for the version
//! that a form was filled in on.
//!
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
mod disclosure;
mod entry;
mod error;
mod history;
mod ledger;
mod opening;
mod pages;
mod subject;
mod timeline;

pub use entry::Entry;
pub use error::HistoryError;
pub use history::History;
pub use ledger::{audit, each_entry};
pub use timeline::{Doer, Reader, TimelineEntry};
