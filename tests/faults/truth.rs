//! What stands in the database and in the streams, read around the processes and the lines under test.

use std::{collections::BTreeMap, fmt::Display, future::Future, sync::Arc};

use reqwest::StatusCode;
use serde_json::Value;
use tokio::runtime::Runtime;

use crate::{people::LEDGER, running::PATIENCE};
use khen_ambient::{Stopwatch, SystemClock};
use khen_bus_nats::NatsFanOut;
use khen_eventlog::{
    EventFeed as _, FanOut as _, LeaseHolder, Leases as _, LedgerId, OutgoingMark, Partition,
    Position, RecordedEvent, StopBook as _, StopRecord,
};
use khen_read_model::RowReader as _;
use khen_store_postgres::{Database, Options, PostgresLedger, PostgresOffice, PostgresRows};

const PAGE: usize = 4_096;

/// The ledger, the office, the rows and the streams, through connections of the test's own.
pub(crate) struct Truth {
    runtime: Runtime,
    ledger: PostgresLedger,
    office: PostgresOffice,
    rows: PostgresRows,
    streams: NatsFanOut,
}

pub(crate) fn ledger() -> LedgerId {
    LedgerId::parse(LEDGER).unwrap()
}

impl Truth {
    /// The database at this URL, which is migrated, and the server of streams.
    pub(crate) fn at(url: &str, streams: &str) -> Self {
        let runtime = Runtime::new().unwrap();
        let streams = runtime.block_on(NatsFanOut::connect(streams, None, 1));
        let (ledger, office, rows) = runtime.block_on(async {
            let database = Database::connect(&Options::of(url)).await.unwrap();
            let clock: Arc<dyn khen_ambient::Clock> = Arc::new(SystemClock);
            let ledger = PostgresLedger::open(&database, &clock);
            let office = PostgresOffice::open(&database);
            (ledger, office, PostgresRows::open(&database))
        });
        Self {
            runtime,
            ledger,
            office,
            rows,
            streams: streams.unwrap(),
        }
    }

    /// Every event of the ledger, in order.
    pub(crate) fn events(&self) -> Vec<RecordedEvent> {
        let (ledger, mut events) = (ledger(), Vec::new());
        loop {
            let from = Position(events.len() as u64);
            let page = self.asked(|| self.ledger.read_from(&ledger, from, PAGE));
            if page.is_empty() {
                return events;
            }
            events.extend(page);
        }
    }

    /// Who is at work, and on how many partitions.
    pub(crate) fn holders(&self) -> BTreeMap<String, usize> {
        let holders = self.asked(|| self.office.holders());
        let counted = holders.into_iter().map(|one| (one.name, one.leases.len()));
        counted.collect()
    }

    /// Who holds the partition of the ledger.
    pub(crate) fn holder(&self) -> Option<String> {
        let partition = Partition::of(&ledger());
        let mut holders = self.asked(|| self.office.holders()).into_iter();
        let holds = |one: &LeaseHolder| one.leases.iter().any(|lease| lease.partition == partition);
        holders.find(holds).map(|one| one.name)
    }

    /// How many events the rows know.
    pub(crate) fn rows(&self) -> u64 {
        self.asked(|| self.rows.cursor(LEDGER)).0
    }

    /// How many events are in the stream of the ledger.
    pub(crate) fn streamed(&self) -> u64 {
        let sizes = self.asked(|| self.streams.sizes());
        sizes.get(&ledger()).map_or(0, |size| size.0)
    }

    /// What stands in the stream at a position.
    pub(crate) fn streamed_at(&self, position: Position) -> Option<OutgoingMark> {
        let ledger = ledger();
        self.asked(|| self.streams.mark(&ledger, position))
    }

    /// Sinks that have stopped.
    pub(crate) fn stops(&self) -> Vec<StopRecord> {
        self.asked(|| self.office.stops())
    }

    /// What is answered at this address.
    pub(crate) fn fetch(&self, url: &str) -> (StatusCode, Value) {
        self.runtime.block_on(async {
            let response = crate::load::http()
                .build()
                .unwrap()
                .get(url)
                .send()
                .await
                .unwrap();
            (response.status(), response.json().await.unwrap())
        })
    }

    /// Looks until there is something to see.
    pub(crate) fn until<T>(&self, what: &str, look: impl Fn(&Self) -> Option<T>) -> T {
        let watch = Stopwatch::start();
        while watch.elapsed() < PATIENCE {
            if let Some(seen) = look(self) {
                return seen;
            }
        }
        panic!("it never came about that {what}");
    }

    /// Asks until there is an answer: connections of before a fault are broken.
    fn asked<F, T, E>(&self, ask: impl Fn() -> F) -> T
    where
        F: Future<Output = Result<T, E>>,
        E: Display,
    {
        let watch = Stopwatch::start();
        loop {
            match self.runtime.block_on(ask()) {
                Ok(answer) => return answer,
                Err(error) => assert!(watch.elapsed() < PATIENCE, "no answer: {error}"),
            }
        }
    }
}
