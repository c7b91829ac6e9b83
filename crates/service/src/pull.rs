//! A mirror of a ledger outside its building: pulled page by page, checked event by event and against
//! the checkpoints of the log, kept so that a kill at any moment loses nothing and repeats nothing.

mod blobs;
mod checked;
mod files;
mod following;
mod growth;
mod limits;
mod lines;
mod many;
mod mirror;
mod notes;
mod part;
mod reading;
mod state;

pub(crate) use following::{News, Pull, Pulled};
pub(crate) use many::{Ends, Many};
pub(crate) use reading::MirrorFolder;
