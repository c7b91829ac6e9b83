//! What a reader asks of a register.

use crate::{
    Complaint, SheetFormat,
    limits::{REGISTER_KEY_BYTES_MAX, REGISTER_ROW_COUNT},
};
use khen_read_model::{PageSize, RegisterFilter};

/// A question for a page of a register.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RegisterQuery {
    /// Which rows.
    pub filter: RegisterFilter,
    /// In which form.
    pub format: SheetFormat,
}

impl RegisterQuery {
    /// Reads the parameters of a query.
    ///
    /// # Errors
    /// A [`Complaint`] about each parameter that is unknown, repeated, or has another form.
    pub fn parse<'a>(
        parameters: impl IntoIterator<Item = (&'a str, &'a str)>,
    ) -> Result<Self, Vec<Complaint>> {
        let (mut asked, mut complaints) = (Asked::default(), Vec::new());
        for (parameter, text) in parameters {
            if let Err(detail) = asked.take(parameter, text) {
                complaints.push(Complaint {
                    parameter: parameter.to_owned(),
                    detail,
                });
            }
        }
        if complaints.is_empty() {
            Ok(asked.query())
        } else {
            Err(complaints)
        }
    }
}

/// Parameters as far as they are read.
#[derive(Default)]
struct Asked {
    changed_since: Option<u64>,
    after: Option<String>,
    size: Option<PageSize>,
    format: Option<SheetFormat>,
}

impl Asked {
    fn take(&mut self, parameter: &str, text: &str) -> Result<(), String> {
        match parameter {
            "changed_since" => {
                let position = text
                    .parse()
                    .map_err(|_| "is a whole number from 0".to_owned());
                once(&mut self.changed_since, position?)
            }
            "after" => {
                let is_key = (1..=REGISTER_KEY_BYTES_MAX).contains(&text.len())
                    && text.bytes().all(|byte| byte.is_ascii_graphic());
                let key = is_key.then(|| text.to_owned());
                let wrong = || "is the `next` of the page before".to_owned();
                once(&mut self.after, key.ok_or_else(wrong)?)
            }
            "limit" => {
                let size = text.parse().ok().map(PageSize::of_register);
                let size = size.and_then(Result::ok);
                let size =
                    size.ok_or_else(|| format!("is a number from 1 to {REGISTER_ROW_COUNT}"));
                once(&mut self.size, size?)
            }
            "format" => {
                let format = SheetFormat::parse(text);
                let words = || SheetFormat::ALL.iter().map(|one| one.as_str());
                let known = || format!("is one of {}", words().collect::<Vec<_>>().join(", "));
                once(&mut self.format, format.ok_or_else(known)?)
            }
            _ => Err("is unknown".to_owned()),
        }
    }

    fn query(self) -> RegisterQuery {
        let whole = || {
            let size = PageSize::of_register(REGISTER_ROW_COUNT);
            size.expect("the most rows of a page are a page")
        };
        RegisterQuery {
            filter: RegisterFilter {
                changed_since: self.changed_since.unwrap_or(0),
                after: self.after,
                size: self.size.unwrap_or_else(whole),
            },
            format: self.format.unwrap_or(SheetFormat::Json),
        }
    }
}

fn once<T>(slot: &mut Option<T>, value: T) -> Result<(), String> {
    match slot.replace(value) {
        None => Ok(()),
        Some(_) => Err("is given twice".to_owned()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn without_parameters_everything_is_asked() {
        let query = RegisterQuery::parse([]).unwrap();
        assert_eq!(query.filter.changed_since, 0);
        assert_eq!(query.format, SheetFormat::Json);
        let query = RegisterQuery::parse([("changed_since", "7"), ("format", "csv")]).unwrap();
        assert_eq!(
            (query.filter.changed_since, query.format),
            (7, SheetFormat::Csv)
        );
    }

    #[test]
    fn every_wrong_parameter_is_named() {
        let wrong = [
            ("changed_since", "-1"),
            ("limit", "0"),
            ("limit", "10001"),
            ("format", "pdf"),
            ("unit", "tu-phap"),
            ("after", "a"),
            ("after", "b"),
        ];
        let told = RegisterQuery::parse(wrong).unwrap_err();
        let told: Vec<_> = told.iter().map(|one| one.parameter.as_str()).collect();
        assert_eq!(
            told,
            ["changed_since", "limit", "limit", "format", "unit", "after"]
        );
    }
}
