//! Carries facts out of the building.
//!
//! A reader outside holds the first N events of a ledger and asks for what follows. [`page()`] answers
//! with whole events in the order of the ledger, cut by the reader's [`Query`], each payload whole or
//! withheld as the reader's [`Profile`] has it; [`Page::next`] is the cursor to go on with, and
//! [`event`] is one event alone. A page travels as a [`Format`] under a [`Coding`], with a digest of
//! what is sent ([`repr_digest`]) and a signature over it ([`SignatureHeaders`]).
//!
//! A [`Register`] tells what is in force now, row by row, as a [`Sheet`] in any [`SheetFormat`];
//! a [`Report`] fills a [`Form`] from the ledger itself, each number with the events that it stands on.
//!
//! The past comes in large pieces that never change: [`SegmentEnds`] says which, [`segment_file`] makes one.
//! Segments and the feed from the last one's end on are the whole ledger.
//!
//! [`inclusion_path`] proves that an event is in the log of its ledger, and [`write_bundle`] makes the
//! evidence of one case into a file that proves itself without a server. What is printed in it is a [`Paper`],
//! which a [`Press`] lays out.
//!
//! # Promises
//!
//! - The cursor is a prefix length: it goes past what a filter left out, so that every reader's cursor
//!   reaches the size of the log, and no position is ever delivered later for the first time (INV-40).
//! - A page that does not end at the end of the log is the same bytes for ever: what is told depends on
//!   the query, the profile and the ledger alone.
//! - What is withheld cannot be guessed by asking: filters look at the leaf alone, but for the one by unit,
//!   which looks at the first event of a stream too where the reader may ([`Homes`]).
//! - Nothing is lifted or rewritten: the bytes are those that were hashed.
//! - A register names nobody but who holds an issued award; the database itself leaves out the rest.
//! - Work is bounded per page, whatever is asked ([`limits`]).

mod bundle;
mod coding;
mod filter;
mod format;
mod homes;
pub mod limits;
mod page;
mod paper;
mod profile;
mod query;
mod register;
mod report;
mod segment;
mod sheet;
mod signature;
mod tree;

pub use bundle::{
    error::BundleError,
    evidence::{BundleDocument, DisclosedKey, Evidence, SchemaFile, StateFile, ToldEvent},
    tiles::bundle_tiles,
    write::{Bundle, write_bundle},
};
pub use coding::{Coding, CodingError, repr_digest};
pub use filter::TypeFilter;
pub use format::{EVENT_MEDIA_TYPE, Format};
pub use homes::Homes;
pub use page::{Page, PageError, event, page};
pub use paper::{Layout, Paper, Press, PressError};
pub use profile::Profile;
pub use query::{Complaint, DataWish, Query, Recorded, ledgers::LedgersQuery};
pub use register::{Register, RegisterKind, RegisterQuery, Told};
pub use report::{
    Fact, Form, FormLine, Report, ReportCount, ReportError, ReportFormat, ReportQuery,
};
pub use segment::{
    ends::SegmentEnds,
    file::{SegmentError, segment_file, segment_lines},
};
pub use sheet::{Sheet, SheetFormat, XlsxError};
pub use signature::{
    ExportKey, SIGNATURE, SIGNATURE_INPUT, SignatureHeaders, SignedAnswer, key_id,
};
pub use tree::{TreeError, inclusion_path, root_at};
