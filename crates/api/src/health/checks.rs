//! What can be seen through the ports.

use jiff::SignedDuration;
use metrics::counter;
use tracing::warn;

use super::Check;
use crate::{
    limits::{CLOCK_BEHIND_MAX, ROWS_LAG_EVENTS_MAX},
    names::CLOCK_BEHIND,
    parts::Api,
};
use khen_eventlog::{Ledger, Position, RecordedEvent};

/// The ledgers, their rows, the clock.
pub(super) async fn own(api: &Api) -> Vec<Check> {
    let ledgers = match api.parts.feed.ledgers().await {
        Ok(ledgers) => ledgers,
        Err(error) => {
            warn!(%error, "the ledgers cannot be read");
            return vec![Check::failed("store", "the ledgers cannot be read")];
        }
    };
    let mut checks = vec![Check::ok("store", format!("{} ledgers", ledgers.len()))];
    for ledger in &ledgers {
        checks.push(rows(api, ledger).await);
        checks.push(clock(api, ledger).await);
    }
    checks
}

async fn rows(api: &Api, ledger: &Ledger) -> Check {
    let name = format!("rows.{}", ledger.id);
    match api.parts.rows.cursor(ledger.id.as_str()).await {
        Ok(cursor) => {
            let lag = ledger.size.0.saturating_sub(cursor.0);
            let detail = format!("{lag} of {} events to come", ledger.size);
            if lag > ROWS_LAG_EVENTS_MAX {
                Check::failed(name, detail)
            } else {
                Check::ok(name, detail)
            }
        }
        Err(error) => {
            warn!(%error, "the rows cannot be read");
            Check::failed(name, "the rows cannot be read")
        }
    }
}

/// A clock behind the ledger still records, so this only degrades.
async fn clock(api: &Api, ledger: &Ledger) -> Check {
    let name = format!("clock.{}", ledger.id);
    let behind = match last_event(api, ledger).await {
        Some(last) => last.recorded_at.duration_since(api.parts.clock.now()),
        None => SignedDuration::ZERO,
    };
    if behind > SignedDuration::try_from(CLOCK_BEHIND_MAX).unwrap_or(SignedDuration::ZERO) {
        counter!(CLOCK_BEHIND).increment(1);
        Check::degraded(
            name,
            format!("{} s behind the last event", behind.as_secs()),
        )
    } else {
        Check::ok(name, "not behind the last event")
    }
}

async fn last_event(api: &Api, ledger: &Ledger) -> Option<RecordedEvent> {
    let last = Position(ledger.size.0.checked_sub(1)?);
    let read = api.parts.feed.read_from(&ledger.id, last, 1).await;
    read.ok()?.into_iter().next()
}
