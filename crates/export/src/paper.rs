//! Papers: what is printed for people. This room says what stands on a paper; whoever has a press lays it
//! out.

use std::error::Error;

use jiff::Timestamp;
use serde_json::Value;
use thiserror::Error;

/// A paper.
#[derive(Debug, Clone, PartialEq)]
pub struct Paper {
    /// How it is laid out.
    pub layout: Layout,
    /// What it is called, in Vietnamese.
    pub title: String,
    /// When what stands on it was so; no clock has a part in it.
    pub dated: Timestamp,
    /// What stands on it, in the members that its layout names.
    pub content: Value,
}

/// How a paper is laid out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Layout {
    /// The history of a case: `facts` as pairs of a label and its value, `events` of a `position`, `what`
    /// happened and `facts` each, `documents` of a `name` and perhaps a `signer` each.
    Case,
    /// A filled form: `source`, `note`, `facts` as pairs, and `lines` of a `code`, a `label`, a `count`
    /// and `positions` each.
    Form,
}

/// Prints papers.
pub trait Press: Send + Sync {
    /// The paper as a PDF file that keeps (PDF/A-2a) and that can be read aloud (PDF/UA-1). The same paper
    /// gives the same bytes. It takes some milliseconds a page of one processor.
    ///
    /// # Errors
    /// [`PressError`].
    fn print(&self, paper: &Paper) -> Result<Vec<u8>, PressError>;
}

/// A paper that could not be printed, which is a fault of the press.
#[derive(Debug, Error)]
#[error("the paper `{title}` could not be printed")]
pub struct PressError {
    /// What the paper is called.
    pub title: String,
    /// Why not.
    #[source]
    pub source: Box<dyn Error + Send + Sync>,
}
