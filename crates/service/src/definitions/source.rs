//! A file as it was read, and places in it.

use std::ops::Range;

use serde::de::DeserializeOwned;

use super::{Fault, words::Problem};

/// Where the lines of a file begin: tells places in it when its text is gone.
#[derive(Debug, Clone, Default)]
pub(crate) struct Lines {
    file: String,
    starts: Vec<usize>,
}

impl Lines {
    /// `file:line` of what stands there.
    pub(super) fn place(&self, span: Range<usize>) -> String {
        let line = self.starts.partition_point(|start| *start <= span.start);
        format!("{}:{line}", self.file)
    }
}

/// A definition before it is understood.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Source<'a> {
    /// The file as a person would name it.
    pub(crate) file: &'a str,
    /// Its text.
    pub(crate) text: &'a str,
}

impl Source<'_> {
    /// Reads the text into a typed definition.
    pub(super) fn parse<T: DeserializeOwned>(self) -> Result<T, Fault> {
        toml::from_str(self.text).map_err(|error| {
            let message = error.message().to_owned();
            self.fault(
                error.span().unwrap_or(0..0),
                Problem::Unreadable { message },
            )
        })
    }

    /// Where its lines begin.
    pub(super) fn lines(self) -> Lines {
        let after_newlines = self.text.match_indices('\n').map(|(byte, _)| byte + 1);
        Lines {
            file: self.file.to_owned(),
            starts: std::iter::once(0).chain(after_newlines).collect(),
        }
    }

    /// A fault at this place of the text.
    pub(super) fn fault(self, span: Range<usize>, problem: Problem) -> Fault {
        let (line, column) = self.place(span.start);
        Fault {
            file: self.file.to_owned(),
            line,
            column,
            problem,
        }
    }

    /// Line and column of a byte, both counted from 1; columns are characters.
    fn place(self, byte: usize) -> (usize, usize) {
        let before = self.text.get(..byte).unwrap_or(self.text);
        let line_start = before.rfind('\n').map_or(0, |newline| newline + 1);
        (
            before.matches('\n').count() + 1,
            before[line_start..].chars().count() + 1,
        )
    }
}
