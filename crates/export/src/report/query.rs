//! What a reader asks of a report.

use crate::{Complaint, SheetFormat};

/// The form of a report.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ReportFormat {
    /// Lines as JSON objects, each with the events that it counts.
    Json,
    /// A workbook.
    Xlsx,
    /// A paper, to be read and kept.
    Pdf,
}

impl ReportFormat {
    /// Every format, the default first.
    pub const ALL: &'static [Self] = &[Self::Json, Self::Xlsx, Self::Pdf];

    /// The word by which it is asked for, also how its files end.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Json => SheetFormat::Json.as_str(),
            Self::Xlsx => SheetFormat::Xlsx.as_str(),
            Self::Pdf => "pdf",
        }
    }

    /// Its media type.
    #[must_use]
    pub const fn media_type(self) -> &'static str {
        match self {
            Self::Json => SheetFormat::Json.media_type(),
            Self::Xlsx => SheetFormat::Xlsx.media_type(),
            Self::Pdf => "application/pdf",
        }
    }

    /// The format with this word, or `None`.
    #[must_use]
    pub fn parse(word: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|one| one.as_str() == word)
    }
}

/// A question for a report.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ReportQuery {
    /// The year.
    pub period: i16,
    /// Counted over the first so many events; over all of them without it.
    pub as_of: Option<u64>,
    /// In which form.
    pub format: ReportFormat,
}

impl ReportQuery {
    /// Reads the parameters of a query.
    ///
    /// # Errors
    /// A [`Complaint`] about each parameter that is missing, unknown, repeated, or has another form.
    pub fn parse<'a>(
        parameters: impl IntoIterator<Item = (&'a str, &'a str)>,
    ) -> Result<Self, Vec<Complaint>> {
        let (mut period, mut as_of, mut format) = (None, None, None);
        let mut complaints = Vec::new();
        let mut complain = |parameter: &str, detail: &str| {
            complaints.push(Complaint {
                parameter: parameter.to_owned(),
                detail: detail.to_owned(),
            });
        };
        for (parameter, text) in parameters {
            let taken = match parameter {
                "period" => once(&mut period, year(text), "is a year of four digits"),
                "asof" => once(&mut as_of, text.parse().ok(), "is a whole number from 0"),
                "format" => once(
                    &mut format,
                    ReportFormat::parse(text),
                    "is one of json, xlsx, pdf",
                ),
                _ => Err("is unknown"),
            };
            if let Err(detail) = taken {
                complain(parameter, detail);
            }
        }
        if period.is_none() {
            complain("period", "is needed: the year");
        }
        match period {
            Some(period) if complaints.is_empty() => Ok(Self {
                period,
                as_of,
                format: format.unwrap_or(ReportFormat::Json),
            }),
            Some(_) | None => Err(complaints),
        }
    }
}

fn once<T>(
    slot: &mut Option<T>,
    value: Option<T>,
    wrong: &'static str,
) -> Result<(), &'static str> {
    match (slot.is_some(), value) {
        (true, _) => Err("is given twice"),
        (false, None) => Err(wrong),
        (false, value) => {
            *slot = value;
            Ok(())
        }
    }
}

fn year(text: &str) -> Option<i16> {
    let is_year = text.len() == 4 && text.bytes().all(|byte| byte.is_ascii_digit());
    text.parse().ok().filter(|_| is_year)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_report_is_asked_by_its_year() {
        let query = ReportQuery::parse([("period", "2024"), ("asof", "299")]).unwrap();
        assert_eq!((query.period, query.as_of), (2024, Some(299)));
        assert_eq!(query.format, ReportFormat::Json);
    }

    #[test]
    fn every_wrong_parameter_is_named() {
        let wrong = [
            ("asof", "-1"),
            ("format", "csv"),
            ("unit", "a"),
            ("period", "24"),
        ];
        let told = ReportQuery::parse(wrong).unwrap_err();
        let told: Vec<_> = told.iter().map(|one| one.parameter.as_str()).collect();
        assert_eq!(told, ["asof", "format", "unit", "period", "period"]);
    }
}
