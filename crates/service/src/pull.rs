//! A mirror of a ledger outside its building: pulled page by page, checked event by event, kept so that
//! a kill at any moment loses nothing and repeats nothing.

mod checked;
mod files;
mod following;
mod mirror;
mod reading;
mod state;

pub(crate) use following::{Pull, Pulled};
pub(crate) use reading::MirrorFolder;
