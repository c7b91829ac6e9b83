//! Registers: what is in force now, in the columns that receiving systems know.
//!
//! Rows come from the read model; names in the clear are those of held awards only, and leave the
//! building here and in bundles alone.

mod awards;
mod decisions;
mod query;
mod units;

use serde_json::json;

use crate::{Sheet, SheetFormat, XlsxError, sheet::Value};
use khen_read_model::{
    AwardRow, Cursor, QueryError, RegisterFilter, RowReader, TableRow as _, register_of_awards,
    register_of_decisions, register_of_units,
};
use khen_texts::{Language, Texts};

pub use query::RegisterQuery;

/// Which register.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RegisterKind {
    /// Awards, those that were revoked included.
    Awards,
    /// Issued decisions.
    Decisions,
    /// Units of the directory.
    Units,
}

/// A page of a register.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Register {
    /// Which register.
    pub kind: RegisterKind,
    /// How many events its rows know.
    pub as_of: Cursor,
    /// The rows.
    pub sheet: Sheet,
    /// What to ask for after this page; `None` on the last one.
    pub next: Option<String>,
}

/// A table as it is sent.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Told {
    /// The bytes.
    pub bytes: Vec<u8>,
    /// What tells them from those of another time, release or form, without quotes.
    pub tag: String,
    /// What a file of them is called.
    pub file_name: String,
}

impl RegisterKind {
    /// Every register.
    pub const ALL: &'static [Self] = &[Self::Awards, Self::Decisions, Self::Units];

    /// The word by which it is asked for.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Awards => "awards",
            Self::Decisions => "decisions",
            Self::Units => "units",
        }
    }

    /// A page of this register of `ledger`; what the domain has a word for is worded in Vietnamese.
    ///
    /// # Errors
    /// [`QueryError`].
    pub async fn read(
        self,
        rows: &dyn RowReader,
        texts: &Texts,
        ledger: &str,
        filter: &RegisterFilter,
    ) -> Result<Register, QueryError> {
        let word = |word: &str| texts.word(Language::Vi, word);
        match self {
            Self::Awards => {
                let found = register_of_awards(rows, ledger, filter).await?;
                Ok(self.filled(found, awards::COLUMNS, |row, as_of| {
                    awards::row(row, as_of, word)
                }))
            }
            Self::Decisions => {
                let found = register_of_decisions(rows, ledger, filter).await?;
                Ok(self.filled(found, decisions::COLUMNS, |row, as_of| {
                    decisions::row(row, as_of, word)
                }))
            }
            Self::Units => {
                let found = register_of_units(rows, ledger, filter).await?;
                Ok(self.filled(found, units::COLUMNS, |row, as_of| {
                    units::row(row, as_of, word)
                }))
            }
        }
    }

    fn filled<T>(
        self,
        found: khen_read_model::Register<T>,
        columns: &[&'static str],
        row: impl Fn(T, Cursor) -> Vec<Value>,
    ) -> Register {
        let as_of = found.as_of;
        let rows = found.page.items.into_iter();
        Register {
            kind: self,
            as_of,
            sheet: Sheet {
                name: self.as_str().to_owned(),
                columns: columns.to_vec(),
                rows: rows.map(|one| row(one, as_of)).collect(),
            },
            next: found.page.next,
        }
    }
}

impl Register {
    /// The register as it is sent.
    ///
    /// # Errors
    /// [`XlsxError`].
    pub fn told(&self, format: SheetFormat) -> Result<Told, XlsxError> {
        let bytes = match format {
            SheetFormat::Json => self.json().to_string().into_bytes(),
            SheetFormat::Csv => self.sheet.csv(),
            SheetFormat::Xlsx => Sheet::xlsx(std::slice::from_ref(&self.sheet))?,
        };
        let (kind, format) = (self.kind.as_str(), format.as_str());
        let (model, release) = (AwardRow::TABLE.version(), env!("CARGO_PKG_VERSION"));
        Ok(Told {
            bytes,
            tag: format!("{}-{model}-{release}-{format}", self.as_of),
            file_name: format!("{kind}-{}.{format}", self.as_of),
        })
    }

    fn json(&self) -> serde_json::Value {
        json!({
            "register": self.kind.as_str(),
            "asof": self.as_of.0,
            "items": self.sheet.json(),
            "next": self.next,
        })
    }
}

/// Number and symbol of a decision, as they are printed: `4385/QĐ-UBND`.
fn decision_number(number: Option<u64>, symbol: Option<&str>) -> Option<String> {
    Some(format!("{}/{}", number?, symbol?))
}
