//! All events of a ledger, folded into one number.

use std::{
    hash::{DefaultHasher, Hasher as _},
    pin::pin,
    sync::Arc,
};

use futures::TryStreamExt as _;
use tokio_postgres::{Client, types::ToSql};

use crate::machine::{Meter, Timed};
use khen_eventlog::{EventFeed, LedgerId, Position, limits::PAGE_EVENT_COUNT_MAX};

/// The data of every event, in order.
const DATA: &str = "SELECT data FROM ledger.event ORDER BY seat";
/// Every event whole, in order, its data first.
const WHOLE: &str = "
    SELECT data, seat, stream_no, version, id, event_type, occurred_us, recorded_us, assignment,
        command, correlation, salt, data_hash
    FROM ledger.event
    ORDER BY seat";

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

/// Reads the ledger page by page, one page ahead of the fold, as everything does that follows it.
///
/// # Errors
/// When the store refuses.
pub async fn feed_folded<F: EventFeed + 'static>(
    feed: &Arc<F>,
    ledger: &LedgerId,
) -> anyhow::Result<(Timed, Bytes)> {
    let read = |from| {
        let (feed, ledger) = (Arc::clone(feed), ledger.clone());
        tokio::spawn(async move { feed.read_from(&ledger, from, PAGE_EVENT_COUNT_MAX).await })
    };
    let meter = Meter::start();
    let mut fold = Fold::default();
    let mut reading = read(Position(0));
    loop {
        let page = reading.await??;
        let Some(last) = page.last() else {
            return Ok((meter.stop(), fold.bytes()));
        };
        reading = read(last.position.next());
        for event in &page {
            fold.add(&event.data);
        }
    }
}

/// Reads the data of all events with one query, and nothing else of them.
///
/// # Errors
/// When Postgres refuses.
pub async fn plain_data(client: &Client) -> anyhow::Result<(Timed, Bytes)> {
    plain_query(client, DATA).await
}

/// Reads all columns of all events with one query, and looks at the data only.
///
/// # Errors
/// When Postgres refuses.
pub async fn plain_events(client: &Client) -> anyhow::Result<(Timed, Bytes)> {
    plain_query(client, WHOLE).await
}

async fn plain_query(client: &Client, sql: &str) -> anyhow::Result<(Timed, Bytes)> {
    let meter = Meter::start();
    let mut fold = Fold::default();
    let nothing: [&(dyn ToSql + Sync); 0] = [];
    let mut rows = pin!(client.query_raw(sql, nothing).await?);
    while let Some(row) = rows.try_next().await? {
        fold.add(row.try_get(0)?);
    }
    Ok((meter.stop(), fold.bytes()))
}
