//! A checkpoint with its signatures.

use std::fmt;

use thiserror::Error;

use crate::{Checkpoint, CheckpointError, Note, NoteError, SignatureLine, SigningKey};

/// A signed note whose text is a checkpoint.
///
/// Nothing in it is to be believed before a [`crate::Policy`] has said so.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SignedCheckpoint {
    checkpoint: Checkpoint,
    note: Note,
}

/// A text that is no signed checkpoint.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum SignedCheckpointError {
    /// It is no signed note.
    #[error(transparent)]
    Note(#[from] NoteError),
    /// What is signed is no checkpoint.
    #[error(transparent)]
    Checkpoint(#[from] CheckpointError),
}

impl SignedCheckpoint {
    /// `checkpoint` signed by the log's key.
    ///
    /// # Errors
    /// [`NoteError::TooLong`] with an origin or extension lines that no note holds.
    pub fn sign(checkpoint: Checkpoint, key: &SigningKey) -> Result<Self, NoteError> {
        let note = Note::sign(checkpoint.to_string(), key)?;
        Ok(Self { checkpoint, note })
    }

    /// Reads a signed checkpoint.
    ///
    /// # Errors
    /// [`SignedCheckpointError`] says what is wrong.
    pub fn parse(text: &str) -> Result<Self, SignedCheckpointError> {
        let note = Note::parse(text)?;
        let checkpoint = Checkpoint::parse(note.text())?;
        Ok(Self { checkpoint, note })
    }

    /// What is signed.
    #[must_use]
    pub fn checkpoint(&self) -> &Checkpoint {
        &self.checkpoint
    }

    /// Text and signatures.
    #[must_use]
    pub fn note(&self) -> &Note {
        &self.note
    }

    /// Puts a signature in, in the place of an earlier one of the same key.
    ///
    /// # Errors
    /// [`NoteError::TooMany`] when there is no room.
    pub fn put(&mut self, line: SignatureLine) -> Result<(), NoteError> {
        self.note.put(line)
    }

    /// Leaves out the signatures that are not to be kept.
    pub(crate) fn retain(&mut self, is_kept: impl Fn(&SignatureLine) -> bool) {
        self.note.retain(is_kept);
    }
}

impl fmt::Display for SignedCheckpoint {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.note.fmt(f)
    }
}
