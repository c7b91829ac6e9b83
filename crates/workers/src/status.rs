//! How far a sink is, for readiness, measures and whoever waits.

use std::{collections::BTreeMap, sync::Arc};

use tokio::sync::watch;

use khen_eventlog::{LedgerId, Position};

/// Where one ledger stands with a sink.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct LedgerStatus {
    /// The first position that the sink has not handled; where it stopped, the cursor that it stopped
    /// with.
    pub cursor: Position,
    /// The size of the ledger, as it was last seen.
    pub size: Position,
    /// Why the sink stopped for this ledger, if it did.
    pub stopped: Option<Stop>,
    /// Why the last try failed, if it did and is to be made again.
    pub trouble: Option<String>,
}

impl LedgerStatus {
    /// Events that are still to be handled.
    #[must_use]
    pub fn lag(&self) -> u64 {
        self.size.0.saturating_sub(self.cursor.0)
    }
}

/// The end of the road for one ledger.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stop {
    /// The event that cannot be handled.
    pub position: Position,
    /// Why, with all causes.
    pub reason: String,
}

/// What a follower reports. Clones see the same.
#[derive(Debug, Clone)]
pub struct Status(Arc<watch::Sender<BTreeMap<LedgerId, LedgerStatus>>>);

impl Default for Status {
    fn default() -> Self {
        Self(Arc::new(watch::Sender::new(BTreeMap::new())))
    }
}

impl Status {
    /// All ledgers that the follower follows.
    #[must_use]
    pub fn ledgers(&self) -> BTreeMap<LedgerId, LedgerStatus> {
        self.0.borrow().clone()
    }

    /// One ledger, or `None` before the follower has met it.
    #[must_use]
    pub fn ledger(&self, ledger: &LedgerId) -> Option<LedgerStatus> {
        self.0.borrow().get(ledger).cloned()
    }

    /// Waits until the sink has handled everything of a ledger before this position.
    ///
    /// # Errors
    /// Why the sink stopped for the ledger, if it did.
    pub async fn reached(&self, ledger: &LedgerId, position: Position) -> Result<(), Stop> {
        let mut news = self.news();
        loop {
            let status = self.ledger(ledger).unwrap_or_default();
            if status.cursor >= position {
                return Ok(());
            }
            if let Some(stop) = status.stopped {
                return Err(stop);
            }
            // The sender lives as long as this status, so there is always news to wait for.
            let _ = news.changed().await;
        }
    }

    /// Resolves at each report after the last one seen.
    pub(crate) fn news(&self) -> watch::Receiver<BTreeMap<LedgerId, LedgerStatus>> {
        self.0.subscribe()
    }

    /// Says nothing of a ledger any more; answers whether something was said of it.
    pub(crate) fn forget(&self, ledger: &LedgerId) -> bool {
        self.0
            .send_if_modified(|ledgers| ledgers.remove(ledger).is_some())
    }

    pub(crate) fn report(&self, ledger: &LedgerId, change: impl FnOnce(&mut LedgerStatus)) {
        self.0
            .send_modify(|ledgers| change(ledgers.entry(ledger.clone()).or_default()));
    }
}
