//! Lays papers out and prints them.

use jiff::{Timestamp, civil::DateTime, tz::TimeZone};
use serde_json::{Value, json};
use thiserror::Error;
use typst::{
    diag::SourceDiagnostic,
    ecow::EcoVec,
    foundations::{Datetime, Smart},
};
use typst_layout::PagedDocument;
use typst_pdf::{PdfOptions, PdfStandard, PdfStandards};

use crate::{
    font::covered,
    world::{Desk, SHOP},
};
use khen_export::{Layout, Paper, Press, PressError};

const CASE: &str = include_str!("../papers/case.typ");
const FORM: &str = include_str!("../papers/form.typ");
/// What every layout begins with.
const COMMON: &str = include_str!("../papers/common.typ");
/// The standards of files that keep, and that are read aloud.
const STANDARDS: [PdfStandard; 2] = [PdfStandard::A_2a, PdfStandard::Ua_1];
/// Papers after which what was laid out is forgotten: with the next, it is of no use any more.
const KEPT_PAPER_COUNT: usize = 0;

/// Prints with Typst.
#[derive(Debug, Clone, Copy, Default)]
pub struct TypstPress;

/// Why a paper did not come out: a layout is at fault, or this room.
#[derive(Debug, Error)]
enum Fault {
    #[error("the layout fails: {0}")]
    Layout(String),
    #[error("the standards do not go together: {0}")]
    Standards(String),
    #[error("{0} is no time of a paper")]
    Date(Timestamp),
}

impl Press for TypstPress {
    fn print(&self, paper: &Paper) -> Result<Vec<u8>, PressError> {
        let printed = print(paper);
        comemo::evict(KEPT_PAPER_COUNT);
        printed.map_err(|fault| PressError {
            title: paper.title.clone(),
            source: Box::new(fault),
        })
    }
}

fn print(paper: &Paper) -> Result<Vec<u8>, Fault> {
    let layout = match paper.layout {
        Layout::Case => CASE,
        Layout::Form => FORM,
    };
    let content = json!({ "title": paper.title, "content": paper.content });
    let desk = Desk::new(&[COMMON, layout].concat(), printable(content).to_string());
    let document = typst::compile::<PagedDocument>(&desk).output;
    let document = document.map_err(|errors| Fault::Layout(told(&errors)))?;
    let standards = PdfStandards::new(&STANDARDS);
    let options = PdfOptions {
        ident: Smart::Custom(paper.title.clone()),
        creator: Smart::Custom(Some("Khen".to_owned())),
        timestamp: Some(dated(paper.dated)?),
        standards: standards.map_err(|error| Fault::Standards(error.message().to_string()))?,
        ..PdfOptions::default()
    };
    typst_pdf::pdf(&document, &options).map_err(|errors| Fault::Layout(told(&errors)))
}

/// Every text in characters that can be set.
fn printable(content: Value) -> Value {
    match content {
        Value::String(text) => covered(&SHOP.fonts, &text).into(),
        Value::Array(items) => items.into_iter().map(printable).collect(),
        Value::Object(members) => {
            let members = members.into_iter();
            let members = members.map(|(name, value)| (name, printable(value)));
            Value::Object(members.collect())
        }
        other @ (Value::Null | Value::Bool(_) | Value::Number(_)) => other,
    }
}

fn dated(at: Timestamp) -> Result<typst_pdf::Timestamp, Fault> {
    let civil: DateTime = at.to_zoned(TimeZone::UTC).datetime();
    let part = |number: i8| u8::try_from(number).unwrap_or_default();
    let date = Datetime::from_ymd_hms(
        civil.year().into(),
        part(civil.month()),
        part(civil.day()),
        part(civil.hour()),
        part(civil.minute()),
        part(civil.second()),
    );
    let date = date.ok_or(Fault::Date(at))?;
    Ok(typst_pdf::Timestamp::new_utc(date))
}

fn told(errors: &EcoVec<SourceDiagnostic>) -> String {
    let messages = errors.iter().map(|error| error.message.as_str());
    messages.collect::<Vec<_>>().join("; ")
}
