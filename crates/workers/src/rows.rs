//! The sink that keeps rows.

mod fold;
mod names;
mod understand;

use std::sync::Arc;

use async_trait::async_trait;

use self::{fold::fold, names::put_names, understand::understood};
use crate::{Sink, SinkError};
use khen_eventlog::{LedgerId, Position, RecordedEvent};
use khen_privacy::Vault;
use khen_projections::{
    Assignments, Campaigns, Decisions, Eligibilities, Fact, Holds, Nominations, Persons, Queue,
    Quotas, Slots, Units,
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

    /// What `facts` make of the rows of `ledger`.
    async fn batch(&self, ledger: &LedgerId, facts: &[Fact]) -> Result<Batch, SinkError> {
        let from = first_position(facts);
        let next = Cursor(from.0 + facts.len() as u64);
        let mut batch = Batch::new(ledger.as_str(), Cursor(from.0), next);
        let rows = &*self.rows;
        put_names(rows, &self.vault, ledger, facts, &mut batch).await?;
        let folded = async {
            fold::<Units>(rows, facts, &mut batch).await?;
            fold::<Persons>(rows, facts, &mut batch).await?;
            fold::<Assignments>(rows, facts, &mut batch).await?;
            fold::<Campaigns>(rows, facts, &mut batch).await?;
            fold::<Nominations>(rows, facts, &mut batch).await?;
            fold::<Queue>(rows, facts, &mut batch).await?;
            fold::<Decisions>(rows, facts, &mut batch).await?;
            fold::<Quotas>(rows, facts, &mut batch).await?;
            fold::<Eligibilities>(rows, facts, &mut batch).await?;
            fold::<Slots>(rows, facts, &mut batch).await?;
            fold::<Holds>(rows, facts, &mut batch).await
        };
        folded.await.map_err(|failure| unread(failure, from))?;
        Ok(batch)
    }
}

#[async_trait]
impl Sink for RowsSink {
    fn name(&self) -> &'static str {
        "rows"
    }

    async fn cursor(&self, ledger: &LedgerId) -> Result<Position, SinkError> {
        let cursor = self.rows.cursor(ledger.as_str()).await;
        let cursor = cursor.map_err(|failure| SinkError::Unavailable(Box::new(failure)))?;
        Ok(Position(cursor.0))
    }

    async fn apply(
        &self,
        ledger: &LedgerId,
        events: Vec<RecordedEvent>,
    ) -> Result<Position, SinkError> {
        let facts = understood(events).await?;
        let batch = self.batch(ledger, &facts).await?;
        let next = Position(batch.next().0);
        match self.rows.apply(batch).await {
            Ok(()) => Ok(next),
            Err(ApplyError::CursorMoved { .. }) => Err(SinkError::Moved),
            Err(failure @ ApplyError::Unavailable(_)) => {
                Err(SinkError::Unavailable(Box::new(failure)))
            }
        }
    }
}

fn first_position(facts: &[Fact]) -> Position {
    Position(facts.first().map_or(0, |fact| fact.position))
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
