//! What was signed before, for whoever only looks.

use std::sync::Arc;

use super::{keys::LogNames, signer::SignError};
use khen_audit::{Checkpoint, Origin, SignedCheckpoint, TreeHead};
use khen_eventlog::{Ledger, SealedLog, SignedStates};

/// What was signed of a log before.
pub(crate) struct Signed {
    /// As it is kept on the second path, or `None`.
    pub(super) state: Option<String>,
    /// The tree; the one without leaves where nothing was signed.
    pub(crate) tree: TreeHead,
}

impl Signed {
    /// How many events the second path speaks of; `None` where it is empty.
    pub(crate) fn remembered(&self) -> Option<u64> {
        self.state.as_ref().map(|_| self.tree.size)
    }
}

/// What a signer remembers on the second path. It takes no key to read it.
#[derive(Clone)]
pub struct SignedMemory {
    names: LogNames,
    states: Option<Arc<dyn SignedStates>>,
}

impl SignedMemory {
    /// What stands in `states`; where they are out of reach, the checkpoint that is served speaks for
    /// them, which lies beside the tiles and can be turned back with them.
    #[must_use]
    pub fn new(names: LogNames, states: Option<Arc<dyn SignedStates>>) -> Self {
        Self { names, states }
    }

    pub(super) fn origin(&self, ledger: &Ledger) -> Result<Origin, SignError> {
        Ok(self.names.of(&ledger.id, &ledger.source)?.into())
    }

    /// The tree that was signed last.
    pub(super) async fn tree(
        &self,
        origin: &Origin,
        log: &SealedLog,
    ) -> Result<TreeHead, SignError> {
        let signed = signed(self.states.as_deref(), origin.as_str(), log).await?;
        Ok(signed.tree)
    }
}

/// What was signed of the log with this origin. Where the second path is empty, because it is new or was
/// lost, the checkpoint that is served speaks for it.
pub(super) async fn signed(
    states: Option<&dyn SignedStates>,
    origin: &str,
    log: &SealedLog,
) -> Result<Signed, SignError> {
    let state = match states {
        Some(states) => states.state(origin).await?,
        None => None,
    };
    let tree = match (&state, &log.signed) {
        (Some(state), _) => {
            let remembered = Checkpoint::parse(state)?;
            if remembered.origin().as_str() != origin {
                return Err(SignError::OtherLog);
            }
            remembered.tree()
        }
        (None, Some(kept)) => SignedCheckpoint::parse(&kept.note)?.checkpoint().tree(),
        (None, None) => TreeHead::empty(),
    };
    Ok(Signed { state, tree })
}
