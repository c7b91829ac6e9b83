//! Waits for rows, so that a reader finds the own write.

use std::{sync::Arc, time::Duration};

use async_trait::async_trait;
use tokio::time::{sleep, timeout};

use crate::{Status, limits::ARRIVAL_POLL_INTERVAL};
use khen_eventlog::LedgerId;
use khen_read_model::{Arrivals, Cursor, QueryError, RowReader};

/// Watches the rows: at every report of this process's follower, and at short intervals in case
/// another process applies.
pub struct RowArrivals {
    rows: Arc<dyn RowReader>,
    status: Status,
}

impl RowArrivals {
    /// Waits for `rows`, which the follower with this status keeps.
    #[must_use]
    pub fn new(rows: Arc<dyn RowReader>, status: Status) -> Self {
        Self { rows, status }
    }

    /// Looks until the rows are there; gives up where their follower has stopped.
    async fn watch(&self, ledger: &str, wanted: Cursor) -> Result<bool, QueryError> {
        let mut news = self.status.news();
        loop {
            if self.rows.cursor(ledger).await? >= wanted {
                return Ok(true);
            }
            if self.has_stopped(ledger) {
                return Ok(false);
            }
            tokio::select! {
                Ok(()) = news.changed() => {}
                () = sleep(ARRIVAL_POLL_INTERVAL) => {}
            }
        }
    }

    fn has_stopped(&self, ledger: &str) -> bool {
        let ledger = LedgerId::parse(ledger).ok();
        let status = ledger.and_then(|ledger| self.status.ledger(&ledger));
        status.is_some_and(|status| status.stopped.is_some())
    }
}

#[async_trait]
impl Arrivals for RowArrivals {
    async fn wait_for(
        &self,
        ledger: &str,
        position: u64,
        patience: Duration,
    ) -> Result<bool, QueryError> {
        let wanted = Cursor::past(position);
        if self.rows.cursor(ledger).await? >= wanted {
            return Ok(true);
        }
        let watching = timeout(patience, self.watch(ledger, wanted)).await;
        watching.unwrap_or(Ok(false))
    }
}
