//! All events of a ledger, folded into one number.

use std::{
    hash::{DefaultHasher, Hasher as _},
    pin::pin,
};

use futures::TryStreamExt as _;
use tokio_postgres::{Client, types::ToSql};

use crate::machine::{Meter, Timed};
use khen_eventlog::{EventFeed, LedgerId, Position, limits::PAGE_EVENT_COUNT_MAX};

/// The data of every event, in order.
const DATA: &str = "SELECT data FROM ledger.event ORDER BY seat";

/// How many events there were, and a hash of their data.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Bytes {
    /// Events.
    pub event_count: u64,
    /// The hash.
    pub hash: u64,
}

#[derive(Default)]
struct Fold {
    event_count: u64,
    hasher: DefaultHasher,
}

impl Fold {
    fn add(&mut self, data: &[u8]) {
        self.event_count += 1;
        self.hasher.write(data);
    }

    fn bytes(&self) -> Bytes {
        Bytes {
            event_count: self.event_count,
            hash: self.hasher.finish(),
        }
    }
}

/// Reads the ledger page by page, as everything does that follows it.
///
/// # Errors
/// When the store refuses.
pub async fn feed_folded(
    feed: &impl EventFeed,
    ledger: &LedgerId,
) -> anyhow::Result<(Timed, Bytes)> {
    let meter = Meter::start();
    let mut fold = Fold::default();
    loop {
        let from = Position(fold.event_count);
        let page = feed.read_from(ledger, from, PAGE_EVENT_COUNT_MAX).await?;
        for event in &page {
            fold.add(&event.data);
        }
        if page.len() < PAGE_EVENT_COUNT_MAX {
            return Ok((meter.stop(), fold.bytes()));
        }
    }
}

/// Reads the data of all events with one query.
///
/// # Errors
/// When Postgres refuses.
pub async fn plain_query(client: &Client) -> anyhow::Result<(Timed, Bytes)> {
    let meter = Meter::start();
    let mut fold = Fold::default();
    let nothing: [&(dyn ToSql + Sync); 0] = [];
    let mut rows = pin!(client.query_raw(DATA, nothing).await?);
    while let Some(row) = rows.try_next().await? {
        fold.add(row.try_get(0)?);
    }
    Ok((meter.stop(), fold.bytes()))
}
