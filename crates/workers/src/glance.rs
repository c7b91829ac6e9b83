//! What a follower need not look at, because it was at its end when it last looked.

use std::sync::Arc;

use crate::limits::GLANCE_COUNT_MAX;
use khen_eventlog::Ledger;

/// The ledgers of a round after which there was nothing left to do in any of them.
pub(crate) struct Settled {
    ledgers: Arc<[Ledger]>,
    /// The version of the holdings then.
    version: u64,
    glances: u32,
}

impl Settled {
    pub(crate) fn new(ledgers: Arc<[Ledger]>, version: u64) -> Self {
        Self {
            ledgers,
            version,
            glances: 0,
        }
    }

    /// The ledgers that have grown since, where a glance is enough: nothing was taken or lost, and it is
    /// not time to read all cursors again.
    pub(crate) fn glance(&mut self, now: &Arc<[Ledger]>, version: u64) -> Option<Vec<Ledger>> {
        if self.version != version
            || self.glances >= GLANCE_COUNT_MAX
            || self.ledgers.len() != now.len()
        {
            return None;
        }
        self.glances += 1;
        let mut grown = Vec::new();
        for (before, ledger) in self.ledgers.iter().zip(now.iter()) {
            if before.id != ledger.id {
                return None;
            }
            if before.size != ledger.size {
                grown.push(ledger.clone());
            }
        }
        self.ledgers = Arc::clone(now);
        Some(grown)
    }
}
