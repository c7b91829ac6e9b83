//! A table of rows that leaves the building, in the forms that programs and offices open.
//!
//! Equal content gives equal bytes in every form.

mod csv;
mod json;
mod xlsx;

use jiff::civil::Date;

pub use xlsx::XlsxError;

/// The form of a table.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SheetFormat {
    /// Rows as JSON objects; dates as `2024-12-27`.
    Json,
    /// Comma-separated values (RFC 4180) in UTF-8 with a byte order mark; dates as `27/12/2024`.
    Csv,
    /// A workbook (Office Open XML); dates are dates.
    Xlsx,
}

/// A table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sheet {
    /// What its tab says; at most 31 characters.
    pub name: String,
    /// Names of its columns.
    pub columns: Vec<&'static str>,
    /// Its rows, each with a value for each column.
    pub rows: Vec<Vec<Value>>,
}

/// One value of a row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Value {
    /// Nothing.
    Empty,
    /// A count or a position.
    Number(u64),
    /// A text.
    Text(String),
    /// A day.
    Date(Date),
}

impl SheetFormat {
    /// Every format, the default first.
    pub const ALL: &'static [Self] = &[Self::Json, Self::Csv, Self::Xlsx];

    /// The word by which it is asked for, also how its files end.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Json => "json",
            Self::Csv => "csv",
            Self::Xlsx => "xlsx",
        }
    }

    /// Its media type.
    #[must_use]
    pub const fn media_type(self) -> &'static str {
        match self {
            Self::Json => "application/json",
            Self::Csv => "text/csv",
            Self::Xlsx => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        }
    }

    /// The media type as a header says it.
    #[must_use]
    pub const fn content_type(self) -> &'static str {
        match self {
            Self::Csv => "text/csv; charset=utf-8; header=present",
            Self::Json | Self::Xlsx => self.media_type(),
        }
    }

    /// The format with this word, or `None`.
    #[must_use]
    pub fn parse(word: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|one| one.as_str() == word)
    }
}

impl Sheet {
    /// The rows as JSON objects, by the names of the columns.
    #[must_use]
    pub fn json(&self) -> serde_json::Value {
        json::write(self)
    }

    /// The table as comma-separated values.
    #[must_use]
    pub fn csv(&self) -> Vec<u8> {
        csv::write(self)
    }

    /// Tables as one workbook, each on a tab of its own.
    ///
    /// # Errors
    /// [`XlsxError`].
    pub fn xlsx(sheets: &[Self]) -> Result<Vec<u8>, XlsxError> {
        xlsx::write(sheets)
    }
}

impl From<&str> for Value {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}

impl From<String> for Value {
    fn from(text: String) -> Self {
        Self::Text(text)
    }
}

impl From<u64> for Value {
    fn from(number: u64) -> Self {
        Self::Number(number)
    }
}

impl From<Date> for Value {
    fn from(date: Date) -> Self {
        Self::Date(date)
    }
}

impl<T: Into<Self>> From<Option<T>> for Value {
    fn from(value: Option<T>) -> Self {
        value.map_or(Self::Empty, Into::into)
    }
}

/// Whether a program for tables would take the text for a formula, when it is typed or opened.
///
/// Source: OWASP, CSV injection.
fn looks_like_a_formula(text: &str) -> bool {
    text.starts_with(['=', '+', '-', '@', '\t', '\r', '\n'])
}
