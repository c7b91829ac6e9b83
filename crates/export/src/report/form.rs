//! Forms: data that says which lines a table has and what each counts.

use std::sync::LazyLock;

use serde::Deserialize;

use super::Fact;

/// A form.
#[derive(Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Form {
    /// The word by which it is asked for.
    pub form: String,
    /// Its title.
    pub title: String,
    /// What prescribes it.
    pub source: String,
    /// What whoever sends it must know.
    pub note: String,
    /// Its lines, in their order.
    pub lines: Vec<FormLine>,
}

/// A line of a form.
#[derive(Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FormLine {
    /// Its number.
    pub code: String,
    /// What it says.
    pub label: String,
    /// Tags that a fact must bear, all of them, to be counted.
    pub of: Vec<String>,
}

/// Every form, as it stands in `crates/export/forms`.
static FORMS: LazyLock<Vec<Form>> = LazyLock::new(|| {
    let texts = [
        include_str!("../../forms/0601.json"),
        include_str!("../../forms/co-so.json"),
    ];
    let forms = texts.map(serde_json::from_str::<Form>);
    let forms = forms.map(|form| form.expect("the forms of a release are tested"));
    forms.into()
});

impl Form {
    /// Every form.
    #[must_use]
    pub fn all() -> &'static [Self] {
        &FORMS
    }

    /// The form with this word, or `None`.
    #[must_use]
    pub fn named(word: &str) -> Option<&'static Self> {
        Self::all().iter().find(|form| form.form == word)
    }
}

impl FormLine {
    /// Whether it counts this fact.
    pub(super) fn counts(&self, fact: &Fact) -> bool {
        let mut tags = self.of.iter();
        tags.all(|tag| fact.tags.contains(&tag.as_str()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::count::TAGS;

    #[test]
    fn every_line_names_tags_that_facts_may_bear() {
        for form in Form::all() {
            for line in &form.lines {
                assert!(!line.of.is_empty(), "{} {}", form.form, line.code);
                for tag in &line.of {
                    assert!(TAGS.contains(&tag.as_str()), "{} {tag}", form.form);
                }
            }
        }
    }

    #[test]
    fn forms_and_lines_are_told_apart() {
        for form in Form::all() {
            assert_eq!(Form::named(&form.form), Some(form));
            let mut codes: Vec<_> = form.lines.iter().map(|line| &line.code).collect();
            codes.sort();
            codes.dedup();
            assert_eq!(codes.len(), form.lines.len(), "{}", form.form);
        }
        assert_eq!(Form::named("0602"), None);
    }
}
