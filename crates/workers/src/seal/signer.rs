//! Signs a tree, and never one that did not grow from the last.

use std::sync::Arc;

use thiserror::Error;

use super::{
    keys::{LogIdentity, LogKeys, NoName},
    memory::{self, Signed, SignedMemory},
};
use khen_audit::{
    Checkpoint, CheckpointError, Halt, Hash, Note, NoteError, SignedCheckpoint,
    SignedCheckpointError, TreeHead, check_extends,
};
use khen_eventlog::{Ledger, SealedLog, SignedStateError, SignedStates};

/// Signs for all logs of an office. What it has signed is kept on a second path, apart from ledgers and
/// tiles: there it finds what it must not go back behind, whatever happens to them.
#[derive(Clone)]
pub struct Signer {
    keys: LogKeys,
    states: Arc<dyn SignedStates>,
}

/// Why a log was not signed.
#[derive(Debug, Error)]
pub enum SignError {
    /// The tree did not grow from what was signed before: nothing is signed until a person has looked.
    #[error("the log does not go on from what was signed before")]
    Halted(#[from] Halt),
    /// The log cannot have a name.
    #[error(transparent)]
    NoName(#[from] NoName),
    /// What was kept of the log is damaged.
    #[error("what was signed before cannot be read")]
    Damaged(#[from] CheckpointError),
    /// What was kept of the log under its name is of another one.
    #[error("what was signed before is of another log")]
    OtherLog,
    /// The checkpoint that is served is damaged.
    #[error("the checkpoint that was kept cannot be read")]
    DamagedNote(#[from] SignedCheckpointError),
    /// The state could not be read or kept.
    #[error(transparent)]
    State(#[from] SignedStateError),
    /// The checkpoint is too long for a note.
    #[error("the checkpoint cannot be signed")]
    Note(#[from] NoteError),
}

impl Signer {
    /// A signer with these keys, which remembers in `states`.
    #[must_use]
    pub fn new(keys: LogKeys, states: Arc<dyn SignedStates>) -> Self {
        Self { keys, states }
    }

    /// What it remembers, for those who need no key.
    #[must_use]
    pub fn memory(&self) -> SignedMemory {
        SignedMemory::new(self.keys.names(), Some(Arc::clone(&self.states)))
    }

    /// Name and keys of the log of a ledger.
    pub(crate) fn identity(&self, ledger: &Ledger) -> Result<LogIdentity, NoName> {
        self.keys.of(&ledger.id, &ledger.source)
    }

    /// What was signed of this log before. Where the second path is empty, because it is new or was
    /// lost, the checkpoint that is served speaks for it.
    pub(crate) async fn signed(
        &self,
        identity: &LogIdentity,
        log: &SealedLog,
    ) -> Result<Signed, SignError> {
        memory::signed(Some(&*self.states), identity.origin.as_str(), log).await
    }

    /// Signs `tree`, which grew from `before` by `proof`. What is signed is kept first: of two signers
    /// with different trees, one is refused.
    pub(crate) async fn sign(
        &self,
        identity: &LogIdentity,
        before: &Signed,
        tree: TreeHead,
        proof: &[Hash],
    ) -> Result<SignedCheckpoint, SignError> {
        check_extends(&before.tree, &tree, proof)?;
        let checkpoint = Checkpoint::new(identity.origin.clone(), tree);
        let state = checkpoint.to_string();
        if before.state.as_ref() != Some(&state) {
            let replacing =
                self.states
                    .replace(identity.origin.as_str(), before.state.as_deref(), &state);
            replacing.await?;
        }
        // Refused before anything is signed, where it is refused at all.
        let text = Note::sign(state, &identity.present)?;
        let mut signed = SignedCheckpoint::parse(&text.to_string())?;
        if let Some(previous) = &identity.previous {
            signed.put(previous.sign(signed.note().text()))?;
        }
        Ok(signed)
    }
}
