//! A ledger among many: pulled for a while, after which others have their turn.

use std::path::Path;

use super::{Pull, Pulled, Pulling, Stop};
use crate::pull::limits::TURN_STEP_COUNT_MAX;

/// What a turn is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::pull) enum Task {
    /// There may be more events.
    Pull,
    /// There is nothing more, and the log may have signed for it by now.
    Look,
}

impl<'a> Pulling<'a> {
    /// Takes one turn with the ledger in this folder, which it opens unless it is open.
    pub(in crate::pull) async fn turn(
        open: Option<Self>,
        (pull, folder): (Pull<'a>, &Path),
        task: Task,
    ) -> Result<(Self, Pulled), Stop> {
        let mut pulling = match open {
            Some(open) => open,
            None => Self::begin(pull, folder).await?,
        };
        let pulled = match task {
            Task::Pull => pulling.steps().await?,
            Task::Look => pulling.settle().await?,
        };
        Ok((pulling, pulled))
    }

    /// Pulls until the mirror has every event that the server had, or for some steps.
    async fn steps(&mut self) -> Result<Pulled, Stop> {
        let mut pulled = self.step(0).await?;
        for _ in 1..TURN_STEP_COUNT_MAX {
            if pulled.next == pulled.log_size {
                break;
            }
            pulled = self.step(0).await?;
        }
        Ok(pulled)
    }

    /// Holds what is kept against the newest checkpoint, and acknowledges it.
    async fn settle(&mut self) -> Result<Pulled, Stop> {
        self.look().await?;
        self.compare(u64::MAX)?;
        self.acknowledge().await?;
        Ok(self.pulled(self.mirror.next()))
    }

    /// Whether a checkpoint is kept for every event that is kept.
    pub(in crate::pull) fn is_sealed(&self) -> bool {
        let sealed = self.mirror.checkpoint();
        sealed.is_some_and(|signed| signed.checkpoint().tree().size >= self.mirror.next())
    }
}
