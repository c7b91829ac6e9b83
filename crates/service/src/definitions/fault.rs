//! What is wrong with a definition, and where.

use std::{collections::BTreeSet, fmt, ops::Range};

use serde_json::{Value, json};
use thiserror::Error;

use super::{Source, words::Problem};
use khen_texts::Language;

/// One thing that is wrong. Shown as `file:line:column:`, Vietnamese, and English below it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Fault {
    /// The file.
    pub(crate) file: String,
    /// Line, from 1.
    pub(crate) line: usize,
    /// Column in characters, from 1.
    pub(crate) column: usize,
    /// What is wrong.
    pub(super) problem: Problem,
}

impl Fault {
    /// `file:line:column: words`
    pub(crate) fn worded(&self, language: Language) -> String {
        let Self {
            file,
            line,
            column,
            problem,
        } = self;
        format!("{file}:{line}:{column}: {}", problem.words(language))
    }

    /// The same for programs.
    pub(crate) fn json(&self, language: Language) -> Value {
        json!({
            "code": self.problem.code(),
            "file": self.file,
            "line": self.line,
            "column": self.column,
            "text": self.problem.words(language),
        })
    }
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (vi, en) = (self.worded(Language::Vi), self.problem.words(Language::En));
        write!(f, "{vi}\n  {en}")
    }
}

/// Everything that is wrong with the definitions read together; never empty.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub(crate) struct DefinitionError {
    /// The faults, file by file.
    pub(crate) faults: Vec<Fault>,
}

impl fmt::Display for DefinitionError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (index, fault) in self.faults.iter().enumerate() {
            let parting = if index == 0 { "" } else { "\n" };
            write!(f, "{parting}{fault}")?;
        }
        Ok(())
    }
}

/// A fault for every word that stands again in a list of words that must differ.
pub(super) fn repeated(
    source: Source<'_>,
    words: impl Iterator<Item = (String, Range<usize>)>,
) -> Vec<Fault> {
    let mut seen = BTreeSet::new();
    let mut faults = Vec::new();
    for (word, span) in words {
        if seen.contains(&word) {
            faults.push(source.fault(span, Problem::Twice { word }));
        } else {
            seen.insert(word);
        }
    }
    faults
}
