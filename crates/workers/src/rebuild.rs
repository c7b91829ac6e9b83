//! Makes the rows of a ledger anew.

use std::{sync::Arc, time::Duration};

use thiserror::Error;

use crate::{
    RowsSink, SinkError,
    pages::Pages,
    step::{Start, step},
};
use khen_ambient::Stopwatch;
use khen_eventlog::{Epoch, EventFeed, Ledger, LedgerId, Position, ReadError};
use khen_read_model::{ApplyError, ContentHash, QueryError, RowStore};

/// How far a rebuild is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Progress {
    /// Events applied.
    pub applied: u64,
    /// Events that the ledger had at the last look.
    pub total: u64,
    /// Events a second since the start; 0 until that can be said.
    pub events_per_second: u64,
    /// Time left at that rate, if that can be said.
    pub left: Option<Duration>,
}

/// What a rebuild came to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Rebuilt {
    /// Events that the rows know.
    pub events: u64,
    /// The hash over all rows: equal to the hash before, if rows and ledger agreed.
    pub content: ContentHash,
}

/// Why a rebuild ended early. What it has applied stays, and following goes on from there.
#[derive(Debug, Error)]
pub enum RebuildError {
    /// There is no such ledger.
    #[error("there is no ledger {ledger}")]
    NoLedger {
        /// The ledger.
        ledger: LedgerId,
    },
    /// The ledger could not be read.
    #[error("the ledger could not be read")]
    Ledger(#[from] ReadError),
    /// The rows could not be emptied.
    #[error("the rows could not be emptied")]
    Reset(#[from] ApplyError),
    /// The rows could not be followed.
    #[error("the rows could not be brought up to date")]
    Sink(#[from] SinkError),
    /// The cursor or the content of the rows could not be read.
    #[error("the rows could not be read")]
    Content(#[from] QueryError),
}

/// Empties the rows of a ledger and follows it from the beginning, by the steps of every follower:
/// one that runs elsewhere meanwhile only helps. It works under the epoch that the rows keep, and ends
/// early when the ledger is taken over meanwhile: whoever took it goes on. Until the rows are complete,
/// readers see a part of them.
pub struct Rebuild {
    feed: Arc<dyn EventFeed>,
    rows: Arc<dyn RowStore>,
    sink: RowsSink,
}

impl Rebuild {
    /// A rebuild of the rows that `sink` keeps.
    #[must_use]
    pub fn new(feed: Arc<dyn EventFeed>, sink: RowsSink) -> Self {
        Self {
            feed,
            rows: sink.store(),
            sink,
        }
    }

    /// Rebuilds the rows of `ledger`; `report` is told after every batch.
    ///
    /// # Errors
    /// [`RebuildError`].
    pub async fn run(
        &self,
        ledger: &LedgerId,
        report: &mut (dyn FnMut(Progress) + Send),
    ) -> Result<Rebuilt, RebuildError> {
        let watch = Stopwatch::start();
        let mut seen = self.seen(ledger).await?;
        let mut pages = Pages::new(Arc::clone(&self.feed));
        // The first events are read while the rows are emptied, which mostly waits for the disk.
        pages.begin(ledger, Position(0));
        let epoch = Epoch(self.rows.reset(ledger.as_str()).await?);
        let mut cursor = Position(0);
        loop {
            let start = Start {
                ledger: &seen,
                cursor: Some(cursor),
                epoch,
            };
            match step(&mut pages, &self.sink, &start).await {
                Ok(stepped) => cursor = stepped.cursor,
                Err(SinkError::Moved) => {
                    cursor = Position(self.rows.cursor(ledger.as_str()).await?.0);
                    continue;
                }
                Err(failure) => return Err(failure.into()),
            }
            if cursor >= seen.size {
                seen = self.seen(ledger).await?;
            }
            report(progress(cursor.0, seen.size.0, watch.elapsed()));
            if cursor >= seen.size {
                break;
            }
        }
        let (cursor, content) = self.rows.content_hash(ledger.as_str()).await?;
        Ok(Rebuilt {
            events: cursor.0,
            content,
        })
    }

    async fn seen(&self, ledger: &LedgerId) -> Result<Ledger, RebuildError> {
        let found = self.feed.ledger(ledger).await?;
        found.ok_or_else(|| RebuildError::NoLedger {
            ledger: ledger.clone(),
        })
    }
}

fn progress(applied: u64, total: u64, elapsed: Duration) -> Progress {
    let per_second = (u128::from(applied) * 1_000_000).checked_div(elapsed.as_micros());
    let per_second = u64::try_from(per_second.unwrap_or(0)).unwrap_or(u64::MAX);
    let left = total.saturating_sub(applied);
    Progress {
        applied,
        total,
        events_per_second: per_second,
        left: left.checked_div(per_second).map(Duration::from_secs),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_rate_is_taken_over_the_whole_rebuild() {
        let progress = progress(500, 2_000, Duration::from_secs(2));
        assert_eq!(progress.events_per_second, 250);
        assert_eq!(progress.left, Some(Duration::from_secs(6)));
    }

    #[test]
    fn nothing_is_said_of_a_rate_before_time_passes() {
        let progress = progress(500, 2_000, Duration::ZERO);
        assert_eq!((progress.events_per_second, progress.left), (0, None));
    }
}
