//! What can be seen through the ports.

use std::collections::BTreeMap;

use jiff::SignedDuration;
use metrics::counter;
use tracing::warn;

use super::Check;
use crate::{
    limits::{CLOCK_BEHIND_MAX, ROWS_LAG_EVENTS_MAX},
    names::CLOCK_BEHIND,
    parts::Api,
};
use khen_eventlog::Ledger;
use khen_read_model::{Cursor, QueryError, RowReader, all_cursors};

/// The ledgers, their rows, the clock. What goes well is counted, so that thousands of ledgers are three
/// lines and two questions to the store.
pub(super) async fn own(api: &Api) -> Vec<Check> {
    let ledgers = match api.parts.feed.ledgers().await {
        Ok(ledgers) => ledgers,
        Err(error) => {
            warn!(%error, "the ledgers cannot be read");
            return vec![Check::failed("store", "the ledgers cannot be read")];
        }
    };
    let mut checks = vec![Check::ok("store", format!("{} ledgers", ledgers.len()))];
    checks.extend(rows(api, &ledgers).await);
    checks.extend(clock(api, &ledgers));
    checks
}

async fn rows(api: &Api, ledgers: &[Ledger]) -> Vec<Check> {
    let cursors = match cursors(&*api.parts.rows).await {
        Ok(cursors) => cursors,
        Err(error) => {
            warn!(%error, "the rows cannot be read");
            return vec![Check::failed("rows", "the rows cannot be read")];
        }
    };
    let (mut checks, mut to_come) = (Vec::new(), 0);
    for ledger in ledgers {
        let cursor = cursors.get(ledger.id.as_str()).copied().unwrap_or_default();
        let lag = ledger.size.0.saturating_sub(cursor.0);
        to_come += lag;
        if lag > ROWS_LAG_EVENTS_MAX {
            let name = format!("rows.{}", ledger.id);
            let detail = format!("{lag} of {} events to come", ledger.size);
            checks.push(if api.parts.moves_rows {
                Check::failed(name, detail)
            } else {
                Check::degraded(name, detail)
            });
        }
    }
    checks.push(Check::ok("rows", format!("{to_come} events to come")));
    checks
}

/// How much of each ledger the rows know.
async fn cursors(rows: &dyn RowReader) -> Result<BTreeMap<String, Cursor>, QueryError> {
    let found = rows.select(all_cursors()).await?;
    found.into_iter().map(Cursor::read_of_ledger).collect()
}

/// A clock behind a ledger still records, so this only degrades.
fn clock(api: &Api, ledgers: &[Ledger]) -> Vec<Check> {
    let now = api.parts.clock.now();
    let most = SignedDuration::try_from(CLOCK_BEHIND_MAX).unwrap_or(SignedDuration::ZERO);
    let behind = |ledger: &Ledger| {
        let behind = ledger.last_recorded?.duration_since(now);
        (behind > most).then(|| {
            counter!(CLOCK_BEHIND).increment(1);
            let detail = format!("{} s behind the last event", behind.as_secs());
            Check::degraded(format!("clock.{}", ledger.id), detail)
        })
    };
    let mut checks: Vec<Check> = ledgers.iter().filter_map(behind).collect();
    if checks.is_empty() {
        checks.push(Check::ok("clock", "not behind any last event"));
    }
    checks
}
