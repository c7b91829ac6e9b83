//! Statutory tables, counted from the ledger itself, each number with the events that it stands on.
//!
//! A form is data (`crates/export/forms`): its lines name tags, and count the facts that bear all of
//! them. What facts there are, and which tags they bear, is [`count`].

mod count;
mod form;
mod query;

use jiff::Timestamp;
use serde_json::json;
use thiserror::Error;

use crate::{
    Sheet, XlsxError,
    paper::{Layout, Paper, Press, PressError},
    register::Told,
    sheet::Value,
};

pub use count::ReportCount;
pub use form::{Form, FormLine};
pub use query::{ReportFormat, ReportQuery};

/// Something that lines count.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fact {
    /// The event that it stands on.
    pub position: u64,
    /// What it is.
    pub tags: Vec<&'static str>,
    /// How often it counts: more than once where a paper gives a sum.
    pub count: u64,
}

/// A filled form.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Report {
    /// The form.
    pub form: &'static Form,
    /// The year.
    pub period: i16,
    /// How many events were counted over.
    pub as_of: u64,
    /// When the last of them was recorded.
    pub recorded: Timestamp,
    /// The facts of the year.
    pub facts: Vec<Fact>,
}

/// Why a report could not be written.
#[derive(Debug, Error)]
pub enum ReportError {
    /// The workbook could not be.
    #[error("the workbook could not be written")]
    Xlsx(#[from] XlsxError),
    /// The paper could not be.
    #[error("the paper could not be printed")]
    Print(#[from] PressError),
}

/// What a line says, and on what.
struct Filled<'a> {
    line: &'a FormLine,
    facts: Vec<&'a Fact>,
}

impl Filled<'_> {
    fn count(&self) -> u64 {
        self.facts.iter().map(|fact| fact.count).sum()
    }
}

impl Report {
    fn lines(&self) -> impl Iterator<Item = Filled<'_>> {
        self.form.lines.iter().map(|line| Filled {
            line,
            facts: self.facts.iter().filter(|fact| line.counts(fact)).collect(),
        })
    }

    /// The report as it is sent; `press` prints it where it is a paper.
    ///
    /// # Errors
    /// [`ReportError`].
    pub fn told(&self, format: ReportFormat, press: &dyn Press) -> Result<Told, ReportError> {
        let bytes = match format {
            ReportFormat::Json => self.json().to_string().into_bytes(),
            ReportFormat::Xlsx => Sheet::xlsx(&[self.table(), self.basis(), self.about()])?,
            ReportFormat::Pdf => press.print(&self.paper())?,
        };
        let (form, word) = (&self.form.form, format.as_str());
        Ok(Told {
            bytes,
            tag: format!("{}-{}-{word}", self.as_of, env!("CARGO_PKG_VERSION")),
            file_name: format!("{form}-{}-{}.{word}", self.period, self.as_of),
        })
    }

    fn json(&self) -> serde_json::Value {
        let lines = self.lines().map(|filled| {
            let facts = filled.facts.iter();
            let facts = facts.map(|fact| json!({ "position": fact.position, "count": fact.count }));
            json!({
                "code": filled.line.code,
                "label": filled.line.label,
                "count": filled.count(),
                "events": facts.collect::<Vec<_>>(),
            })
        });
        json!({
            "form": self.form.form,
            "title": self.form.title,
            "source": self.form.source,
            "note": self.form.note,
            "period": self.period,
            "asof": self.as_of,
            "lines": lines.collect::<Vec<_>>(),
        })
    }

    fn paper(&self) -> Paper {
        let lines = self.lines().map(|filled| {
            let positions = filled.facts.iter().map(|fact| fact.position);
            json!({
                "code": filled.line.code,
                "label": filled.line.label,
                "count": filled.count(),
                "positions": positions.collect::<Vec<_>>(),
            })
        });
        Paper {
            layout: Layout::Form,
            title: self.form.title.clone(),
            dated: self.recorded,
            content: json!({
                "source": self.form.source,
                "note": self.form.note,
                "facts": [
                    ["Kỳ", self.period.to_string()],
                    ["Tính đến", format!("{} sự kiện đầu của sổ", self.as_of)],
                ],
                "lines": lines.collect::<Vec<_>>(),
            }),
        }
    }

    fn table(&self) -> Sheet {
        let rows = self.lines().map(|filled| {
            let (code, label) = (&filled.line.code, &filled.line.label);
            vec![
                code.as_str().into(),
                label.as_str().into(),
                filled.count().into(),
            ]
        });
        Sheet {
            name: format!("{} {}", self.form.form, self.period),
            columns: vec!["Ma", "ChiTieu", "SoLuong"],
            rows: rows.collect(),
        }
    }

    /// Every number down to its events.
    fn basis(&self) -> Sheet {
        let rows = self.lines().flat_map(|filled| {
            let code = filled.line.code.as_str();
            let facts = filled.facts.into_iter();
            facts.map(move |fact| vec![code.into(), fact.position.into(), fact.count.into()])
        });
        Sheet {
            name: "ViTri".to_owned(),
            columns: vec!["Ma", "ViTri", "SoLuong"],
            rows: rows.collect(),
        }
    }

    fn about(&self) -> Sheet {
        let row = |name: &str, value: Value| vec![name.into(), value];
        Sheet {
            name: "ThongTin".to_owned(),
            columns: vec!["Muc", "GiaTri"],
            rows: vec![
                row("Tên biểu", self.form.title.as_str().into()),
                row("Nguồn", self.form.source.as_str().into()),
                row("Lưu ý", self.form.note.as_str().into()),
                row("Kỳ", self.period.to_string().into()),
                row("PosAsOf", self.as_of.into()),
            ],
        }
    }
}
