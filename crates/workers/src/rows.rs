//! The sink that keeps rows.

mod fold;
mod names;
mod understand;
mod waits;

use std::{collections::BTreeMap, sync::Arc};

use async_trait::async_trait;

pub(crate) use self::understand::fact;
use self::{
    fold::{Fold, Folding},
    names::Names,
    understand::{Understood, understood},
    waits::Waits,
};
use crate::{Sink, SinkError};
use khen_eventlog::{Epoch, Ledger, LedgerId, Position, RecordedEvent};
use khen_privacy::Vault;
use khen_projections::{
    Assignments, Awards, Campaigns, Decisions, Eligibilities, FundEntries, Holds, Persons, Queue,
    Quotas, Slots, Tickets, Units,
};
use khen_read_model::{ApplyError, Batch, Cursor, QueryError, RowStore};

/// Explains events as rows and moves them, with the names that can be opened, in one transaction.
#[derive(Clone)]
pub struct RowsSink {
    rows: Arc<dyn RowStore>,
    vault: Vault,
}

impl RowsSink {
    /// A sink that keeps `rows`; `vault` opens the names in events.
    #[must_use]
    pub fn new(rows: Arc<dyn RowStore>, vault: Vault) -> Self {
        Self { rows, vault }
    }

    pub(crate) fn store(&self) -> Arc<dyn RowStore> {
        Arc::clone(&self.rows)
    }

    /// What `events` mean for the rows of `ledger`, up to the first that cannot be read; an error if
    /// that is the very first.
    async fn batch(
        &self,
        ledger: &LedgerId,
        events: Vec<RecordedEvent>,
    ) -> Result<(Batch, Waits), SinkError> {
        let from = events.first().map_or(Position(0), |event| event.position);
        let (mut names, mut folds) = (Names::default(), folds());
        let mut waits = Waits::new();
        let (mut next, mut parts) = (Cursor(from.0), understood(events));
        while let Some(Understood { facts, failure }) = parts.recv().await {
            names.take(&*self.rows, &self.vault, ledger, &facts).await?;
            let all = folds.iter_mut().map(|fold| &mut **fold);
            for fold in all.chain([&mut waits as &mut dyn Folding]) {
                let taken = fold.take(&*self.rows, ledger.as_str(), &facts).await;
                taken.map_err(|failure| unread(failure, from))?;
            }
            next.0 += facts.len() as u64;
            if let Some(failure) = failure.filter(|_| next.0 == from.0) {
                return Err(failure);
            }
        }
        let mut batch = Batch::new(ledger.as_str(), Cursor(from.0), next);
        names.put(&mut batch);
        for fold in folds {
            fold.put(&mut batch);
        }
        waits.put(&mut batch);
        Ok((batch, waits))
    }
}

/// Every projection that keeps a table, but for that of the nominations: see [`Waits`].
fn folds() -> Vec<Box<dyn Folding>> {
    vec![
        Box::new(Fold::<Units>::new()),
        Box::new(Fold::<Persons>::new()),
        Box::new(Fold::<Assignments>::new()),
        Box::new(Fold::<Campaigns>::new()),
        Box::new(Fold::<Queue>::new()),
        Box::new(Fold::<Decisions>::new()),
        Box::new(Fold::<Quotas>::new()),
        Box::new(Fold::<Eligibilities>::new()),
        Box::new(Fold::<Slots>::new()),
        Box::new(Fold::<Holds>::new()),
        Box::new(Fold::<Tickets>::new()),
        Box::new(Fold::<Awards>::new()),
        Box::new(Fold::<FundEntries>::new()),
    ]
}

#[async_trait]
impl Sink for RowsSink {
    fn name(&self) -> &'static str {
        "rows"
    }

    async fn cursors(&self) -> Result<BTreeMap<LedgerId, Position>, SinkError> {
        let cursors = self.rows.cursors().await;
        let cursors = cursors.map_err(|failure| SinkError::Unavailable(Box::new(failure)))?;
        // Rows of something that is no ledger are nobody's to follow.
        let known = cursors.into_iter().filter_map(|(slug, cursor)| {
            let ledger = LedgerId::parse(&slug).ok()?;
            Some((ledger, Position(cursor.0)))
        });
        Ok(known.collect())
    }

    async fn begin(&self, _ledger: &Ledger, _epoch: Epoch) -> Result<Position, SinkError> {
        Ok(Position(0))
    }

    async fn apply(
        &self,
        ledger: &LedgerId,
        events: Vec<RecordedEvent>,
        epoch: Epoch,
    ) -> Result<Position, SinkError> {
        let (batch, waits) = self.batch(ledger, events).await?;
        let batch = batch.with_epoch(epoch.0);
        let next = Position(batch.next().0);
        match self.rows.apply(batch).await {
            Ok(()) => {
                waits.tell();
                Ok(next)
            }
            Err(ApplyError::CursorMoved { .. }) => Err(SinkError::Moved),
            Err(ApplyError::Fenced { .. }) => Err(SinkError::Fenced),
            Err(failure @ ApplyError::Unavailable(_)) => {
                Err(SinkError::Unavailable(Box::new(failure)))
            }
        }
    }
}

/// Rows that do not parse stay so until they are made anew.
fn unread(failure: QueryError, position: Position) -> SinkError {
    match failure {
        QueryError::Corrupt { .. } => SinkError::Stuck {
            position,
            source: Box::new(failure),
        },
        QueryError::Unavailable(_) => SinkError::Unavailable(Box::new(failure)),
    }
}
