//! A text with its signatures.

use std::fmt;

use thiserror::Error;

use super::name::is_control;
use crate::{KeyId, KeyName, SignatureLine, SignatureLineError, SigningKey};

/// Signatures of a note. The standard asks for at least 16.
const SIGNATURE_COUNT_MAX: usize = 100;
/// Bytes of a note with all its lines, as Go's `sumdb/note` bounds it.
const NOTE_BYTES_MAX: usize = 1_000_000;

/// A text that one key or more have signed, or are said to have.
///
/// Each key stands in at most one line. Nothing in a note is to be believed before
/// [`Note::verify`] or a [`crate::Policy`] has said who signed it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Note {
    text: String,
    signatures: Vec<SignatureLine>,
}

/// A text that is no signed note.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum NoteError {
    /// It is longer than anyone should read.
    #[error("a note is at most {NOTE_BYTES_MAX} bytes")]
    TooLong,
    /// It holds a control character other than a line's end.
    #[error("a note has no control characters but the ends of its lines")]
    Control,
    /// No blank line stands before the signatures, or the last line has no end.
    #[error("a note is a text, a blank line and signature lines, each with its end")]
    Shape,
    /// A line after the last blank one is no signature.
    #[error("line {number} after the text is no signature line")]
    Line {
        /// Its number, from 1.
        number: usize,
        /// What is wrong with every such line.
        #[source]
        source: SignatureLineError,
    },
    /// Two lines are by one key.
    #[error("the key {name}+{id} stands in two lines")]
    Twice {
        /// The name of the key.
        name: KeyName,
        /// The id of the key.
        id: KeyId,
    },
    /// More signatures than anyone should check.
    #[error("a note has at most {SIGNATURE_COUNT_MAX} signatures")]
    TooMany,
}

impl Note {
    /// `text` signed by `key`.
    ///
    /// # Errors
    /// [`NoteError`] when the text does not end with a line's end, is too long, or has control
    /// characters.
    pub fn sign(text: String, key: &SigningKey) -> Result<Self, NoteError> {
        check_text(&text)?;
        if !text.ends_with('\n') {
            return Err(NoteError::Shape);
        }
        let signatures = vec![key.sign(&text)];
        Ok(Self { text, signatures })
    }

    /// Reads a note. The text may hold blank lines: the last one ends it.
    ///
    /// # Errors
    /// [`NoteError`] says what is wrong.
    pub fn parse(note: &str) -> Result<Self, NoteError> {
        check_text(note)?;
        let blank = note.rfind("\n\n").ok_or(NoteError::Shape)?;
        let (text, lines) = note.split_at(blank + 1);
        let lines = lines[1..].strip_suffix('\n').ok_or(NoteError::Shape)?;
        let mut signed = Self {
            text: text.to_owned(),
            signatures: Vec::new(),
        };
        for (number, line) in (1..).zip(lines.split('\n')) {
            let line = SignatureLine::parse(line);
            signed.add(line.map_err(|source| NoteError::Line { number, source })?)?;
        }
        Ok(signed)
    }

    /// The text: all that was signed, with the end of its last line.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The lines of the signatures, in their order.
    #[must_use]
    pub fn signatures(&self) -> &[SignatureLine] {
        &self.signatures
    }

    /// Puts a line behind the others; one of the same key, such as a witness's earlier one, gives
    /// way to it.
    ///
    /// # Errors
    /// [`NoteError::TooMany`] when there is no room.
    pub fn put(&mut self, line: SignatureLine) -> Result<(), NoteError> {
        self.signatures.retain(|other| !other.has_key_of(&line));
        self.add(line)
    }

    /// Leaves out the signatures that are not to be kept.
    pub(crate) fn retain(&mut self, is_kept: impl Fn(&SignatureLine) -> bool) {
        self.signatures.retain(is_kept);
    }

    fn add(&mut self, line: SignatureLine) -> Result<(), NoteError> {
        if self.signatures.len() == SIGNATURE_COUNT_MAX {
            return Err(NoteError::TooMany);
        }
        if self.signatures.iter().any(|other| other.has_key_of(&line)) {
            let (name, id) = (line.name().clone(), line.id());
            return Err(NoteError::Twice { name, id });
        }
        self.signatures.push(line);
        Ok(())
    }
}

impl fmt::Display for Note {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "{}", self.text)?;
        self.signatures
            .iter()
            .try_for_each(|line| writeln!(f, "{line}"))
    }
}

fn check_text(text: &str) -> Result<(), NoteError> {
    if text.len() > NOTE_BYTES_MAX {
        return Err(NoteError::TooLong);
    }
    let is_foreign = |one: char| one != '\n' && is_control(one);
    if text.contains(is_foreign) {
        return Err(NoteError::Control);
    }
    Ok(())
}
