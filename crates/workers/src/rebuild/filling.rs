//! A set of rows that serves nobody, on its way to the ends of the ledgers.

use std::{collections::BTreeMap, sync::Arc};

use super::{
    error::RebuildError,
    progress::{Progress, Tally},
};
use crate::{
    RowsSink, Sink as _, SinkError,
    pages::Pages,
    step::{Start, step},
};
use khen_eventlog::{Epoch, EventFeed, Ledger, LedgerId, Position};
use khen_read_model::RowStore;

/// Above every lease, and as large as a store can keep it: a set that serves nobody is moved by
/// rebuilds alone, and takes the epochs of the served rows when it is put in their place.
const EPOCH: Epoch = Epoch(i64::MAX.cast_unsigned());

/// Told after every batch.
pub(super) type Report<'a> = &'a mut (dyn FnMut(Progress) + Send);

/// Follows the ledgers by the steps of every follower.
pub(super) struct Filling<'a> {
    pages: Pages,
    feed: Arc<dyn EventFeed>,
    sink: RowsSink,
    cursors: BTreeMap<LedgerId, Position>,
    tally: Tally,
    report: Report<'a>,
}

impl<'a> Filling<'a> {
    /// The set that `sink` keeps, as far as it is.
    pub(super) async fn begin(
        feed: Arc<dyn EventFeed>,
        sink: RowsSink,
        report: Report<'a>,
    ) -> Result<Self, RebuildError> {
        Ok(Self {
            pages: Pages::new(Arc::clone(&feed)),
            feed,
            cursors: sink.cursors().await?,
            sink,
            tally: Tally::start(),
            report,
        })
    }

    pub(super) fn rows(&self) -> Arc<dyn RowStore> {
        self.sink.store()
    }

    /// How much of `ledger` the set knows.
    pub(super) fn cursor(&self, ledger: &LedgerId) -> Position {
        self.cursors.get(ledger).copied().unwrap_or_default()
    }

    /// All ledgers as they are now, and how much of them is missing.
    pub(super) async fn look(&mut self) -> Result<(Vec<Ledger>, u64), RebuildError> {
        let ledgers = self.feed.ledgers().await?;
        let missing = ledgers
            .iter()
            .map(|ledger| ledger.size.0.saturating_sub(self.cursor(&ledger.id).0));
        let missing = missing.sum();
        self.tally.expect(missing);
        Ok((ledgers, missing))
    }

    /// Follows `ledger` to `until` exactly, which it must hold.
    pub(super) async fn follow(
        &mut self,
        ledger: &Ledger,
        until: Position,
    ) -> Result<(), SinkError> {
        let mut cursor = self.cursor(&ledger.id);
        while cursor < until {
            let start = Start {
                ledger,
                cursor: Some(cursor),
                until: Some(until),
                epoch: EPOCH,
            };
            let next = step(&mut self.pages, &self.sink, &start).await?.cursor;
            if next == cursor {
                break;
            }
            self.tally.add(next.0 - cursor.0);
            cursor = next;
            self.cursors.insert(ledger.id.clone(), cursor);
            (self.report)(self.tally.progress());
        }
        Ok(())
    }

    /// Follows `ledger` to the end that was seen. An event that cannot be handled is no failure: the rows
    /// that serve stand still before it as well, or are not replaced.
    pub(super) async fn follow_to_end(&mut self, ledger: &Ledger) -> Result<(), SinkError> {
        match self.follow(ledger, ledger.size).await {
            Err(SinkError::Stuck { position, source }) => {
                let ledger = &ledger.id;
                tracing::warn!(%ledger, %position, error = %source, "An event cannot be handled");
                Ok(())
            }
            other => other,
        }
    }

    /// Follows each ledger as far as the rows know it that stand at `cursors`.
    pub(super) async fn reach(
        &mut self,
        cursors: &BTreeMap<LedgerId, Position>,
    ) -> Result<(), RebuildError> {
        for ledger in self.feed.ledgers().await? {
            let until = cursors.get(&ledger.id).copied().unwrap_or_default();
            self.follow(&ledger, until).await?;
        }
        Ok(())
    }
}
