//! Tells subscribers that a log has a new cosigned checkpoint.

use std::sync::Arc;

use tracing::debug;

use super::subscribed::Subscribed;
use crate::sink::chain;
use khen_eventlog::{FanOut, LedgerId};

/// Tells of checkpoints. Nothing waits for its word and nobody answers for its arrival: whoever missed it
/// asks the log itself.
#[derive(Clone)]
pub struct Herald {
    /// The way out.
    pub fan_out: Arc<dyn FanOut>,
    /// Whose checkpoints are told.
    pub ledgers: Subscribed,
}

impl Herald {
    /// Tells it once, if somebody subscribes.
    pub(crate) async fn tell(&self, ledger: &LedgerId, note: &str) {
        if !self.ledgers.contains(ledger) {
            return;
        }
        if let Err(failure) = self.fan_out.tell_checkpoint(ledger, note).await {
            let reason = chain(&failure);
            debug!(reason, "Could not tell of a checkpoint of ledger {ledger}");
        }
    }
}
