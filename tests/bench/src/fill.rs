//! Fills a ledger before anything is measured.

use std::{path::Path, sync::Arc};

use crate::{
    WRITER_COUNT,
    plan::{Plan, campaigns},
    store::at_once,
};
use khen_ambient::SystemClock;
use khen_eventlog::{EventStore, LedgerId};
use khen_store_sqlite::SqliteLedger;

/// Appends planned at a time: bounds the memory that filling takes.
const FILL_APPEND_COUNT: usize = 64_000;

/// A ledger, its store, and the plan that goes on from what is recorded.
pub struct Filled {
    /// The store.
    pub store: Arc<SqliteLedger>,
    /// The ledger.
    pub ledger: LedgerId,
    /// What to append next.
    pub plan: Plan,
}

/// Opens a fresh ledger in `folder` and fills it.
///
/// # Errors
/// When the store refuses.
pub async fn filled(folder: &Path, event_count: usize) -> anyhow::Result<Filled> {
    let ledger = LedgerId::parse("hon-quan")?;
    let store = reopened(folder)?;
    let plan = fill(&store, &ledger, event_count).await?;
    Ok(Filled {
        store,
        ledger,
        plan,
    })
}

/// Makes a ledger with a few campaigns and `event_count` events of cases, each recorded by an append
/// of its own; answers with the plan that goes on from there.
///
/// # Errors
/// When the store refuses.
pub async fn fill<S: EventStore + 'static>(
    store: &Arc<S>,
    ledger: &LedgerId,
    event_count: usize,
) -> anyhow::Result<Plan> {
    let source = format!("https://khen.example/{}", ledger.as_str());
    store.create_ledger(ledger, &source).await?;
    at_once(store, campaigns(ledger), 1).await?;
    let mut plan = Plan::new(ledger);
    let mut rest = event_count;
    while rest > 0 {
        let count = rest.min(FILL_APPEND_COUNT);
        let appends = plan.next(count).into_iter().map(|one| one.append);
        at_once(store, appends.collect(), WRITER_COUNT).await?;
        rest -= count;
    }
    Ok(plan)
}

/// Opens the store in `folder`.
///
/// # Errors
/// When the store refuses.
pub fn reopened(folder: &Path) -> anyhow::Result<Arc<SqliteLedger>> {
    let store = SqliteLedger::open(folder, Arc::new(SystemClock))?;
    Ok(Arc::new(store))
}
