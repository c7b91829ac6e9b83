//! `khen export register` and `khen export report`

use clap::{Args, ValueEnum};
use reqwest::Url;

use khen_eventlog::LedgerId;
use khen_export::{RegisterKind, ReportFormat, SheetFormat};

/// What is in force now, row by row.
#[derive(Debug, Args)]
pub(super) struct Register {
    /// Which register
    #[arg(value_enum)]
    which: Which,
    /// The ledger, by its slug
    #[arg(long, value_parser = ledger)]
    ledger: LedgerId,
    /// Only rows that changed since: the `asof` of an earlier answer
    #[arg(long, value_name = "N")]
    changed_since: Option<u64>,
    /// Go on behind this row, where a page before it ended
    #[arg(long, value_name = "ROW")]
    after: Option<String>,
    /// The form of the file
    #[arg(long = "as", value_enum, default_value_t = RegisterForm::Csv)]
    form: RegisterForm,
}

/// A statutory table of a year.
#[derive(Debug, Args)]
pub(super) struct Report {
    /// The form: 0601 (campaigns) or co-so (awards of the authority)
    form: String,
    /// The ledger, by its slug
    #[arg(long, value_parser = ledger)]
    ledger: LedgerId,
    /// The year
    #[arg(long, value_name = "YEAR", value_parser = clap::value_parser!(u16).range(1000..=9999))]
    period: u16,
    /// Counted over the first N events [default: all]
    #[arg(long, value_name = "N")]
    as_of: Option<u64>,
    /// The form of the file
    #[arg(long = "as", value_enum, default_value_t = ReportForm::Xlsx)]
    written: ReportForm,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
enum Which {
    /// Issued awards
    Awards,
    /// Issued decisions
    Decisions,
    /// Units of the directory
    Units,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
enum RegisterForm {
    Csv,
    Xlsx,
    Json,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
enum ReportForm {
    Xlsx,
    Json,
    Pdf,
}

/// What is asked of the server.
pub(super) struct Asked {
    pub(super) path: String,
    pub(super) query: Vec<(&'static str, String)>,
}

fn ledger(text: &str) -> Result<LedgerId, String> {
    LedgerId::parse(text).map_err(|error| error.to_string())
}

impl Register {
    pub(super) fn asked(&self) -> Asked {
        let kind = match self.which {
            Which::Awards => RegisterKind::Awards,
            Which::Decisions => RegisterKind::Decisions,
            Which::Units => RegisterKind::Units,
        };
        let format = match self.form {
            RegisterForm::Csv => SheetFormat::Csv,
            RegisterForm::Xlsx => SheetFormat::Xlsx,
            RegisterForm::Json => SheetFormat::Json,
        };
        let mut query = vec![("format", format.as_str().to_owned())];
        let since = self.changed_since.map(|since| since.to_string());
        query.extend(since.map(|since| ("changed_since", since)));
        query.extend(self.after.clone().map(|after| ("after", after)));
        Asked {
            path: format!("/export/v1/{}/register/{}", self.ledger, kind.as_str()),
            query,
        }
    }
}

impl Report {
    pub(super) fn asked(&self) -> Asked {
        let format = match self.written {
            ReportForm::Xlsx => ReportFormat::Xlsx,
            ReportForm::Json => ReportFormat::Json,
            ReportForm::Pdf => ReportFormat::Pdf,
        };
        let mut query = vec![
            ("format", format.as_str().to_owned()),
            ("period", self.period.to_string()),
        ];
        let as_of = self.as_of.map(|as_of| as_of.to_string());
        query.extend(as_of.map(|as_of| ("asof", as_of)));
        Asked {
            path: format!("/export/v1/{}/reports/{}", self.ledger, self.form),
            query,
        }
    }
}

/// The row behind which the next page begins, as a `Link` header says it.
pub(super) fn next_row(link: &str) -> Option<String> {
    let (address, _) = link.strip_prefix('<')?.split_once('>')?;
    let here = Url::parse("http://server/").ok()?;
    let next = here.join(address).ok()?;
    let mut pairs = next.query_pairs();
    pairs.find_map(|(name, value)| (name == "after").then(|| value.into_owned()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_next_row_is_read_from_the_link() {
        let link = "</export/v1/hon-quan/register/awards?format=csv&after=HQ%2DCCHC%2D2024%2D0007>; rel=\"next\"";
        assert_eq!(next_row(link).as_deref(), Some("HQ-CCHC-2024-0007"));
        assert_eq!(next_row(""), None);
    }
}
