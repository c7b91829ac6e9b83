//! Several ledgers of one database, written side by side.

use std::sync::Arc;

use super::server::ledgers;
use crate::{Plan, WRITER_COUNT, fill, machine::Timed, store::at_once};
use khen_eventlog::{Append, LedgerId};
use khen_store_postgres::{Database, PostgresLedger};

/// Ledgers that are written side by side.
pub const MANY_LEDGER_COUNT: usize = 16;

/// The ledgers, and the plan for each.
pub struct Many {
    store: Arc<PostgresLedger>,
    plans: Vec<Plan>,
}

impl Many {
    /// Makes the ledgers, with nothing but their campaigns.
    ///
    /// # Errors
    /// When the store refuses.
    pub async fn create(database: &Database) -> anyhow::Result<Self> {
        let store = ledgers(database);
        let mut plans = Vec::new();
        for ledger in names() {
            plans.push(fill(&store, &ledger, 0).await?);
        }
        Ok(Self { store, plans })
    }

    /// The ledgers that are there; cases are numbered from `first_case` on.
    #[must_use]
    pub fn open(database: &Database, first_case: usize) -> Self {
        let plan = |ledger| Plan::from_case(&ledger, first_case);
        Self {
            store: ledgers(database),
            plans: names().map(plan).collect(),
        }
    }

    /// The next `count` appends, to each ledger in turn. A writer that takes each [`WRITER_COUNT`]th
    /// of them meets no one else's cases.
    #[must_use]
    pub fn next(&mut self, count: usize) -> Vec<Append> {
        let each = count / MANY_LEDGER_COUNT;
        let mut planned: Vec<_> = self
            .plans
            .iter_mut()
            .map(|it| it.next(each).into_iter())
            .collect();
        let mut appends = Vec::with_capacity(count);
        for _ in 0..each {
            appends.extend(
                planned
                    .iter_mut()
                    .filter_map(Iterator::next)
                    .map(|it| it.append),
            );
        }
        appends
    }

    /// Makes these appends with a crowd of writers.
    ///
    /// # Errors
    /// When an append is refused.
    pub async fn append(&self, appends: Vec<Append>) -> anyhow::Result<Timed> {
        at_once(&self.store, appends, WRITER_COUNT).await
    }
}

fn names() -> impl Iterator<Item = LedgerId> {
    (0..MANY_LEDGER_COUNT)
        .map(|number| LedgerId::parse(&format!("xa-{number:02}")).expect("the slug is well formed"))
}
