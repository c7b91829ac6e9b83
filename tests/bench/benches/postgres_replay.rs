//! A replay of a ledger on Postgres into a fold, beside a plain query of the same bytes.
//!
//! `KHEN_BENCH_EVENTS` sets how many events there are (1,500,000 unless it is set),
//! `KHEN_BENCH_ROUNDS` how many rounds are run.

use std::{
    io::{self, Write},
    sync::Arc,
};

use tokio::runtime::Runtime;
use tokio_postgres::Client;

use khen_bench::{
    Bar, Bytes, Contender, ROUND_COUNT, Server, Timed, contender, feed_folded, fill, ledgers,
    measure, number, plain_data, plain_events, print,
};
use khen_eventlog::LedgerId;
use khen_store_postgres::PostgresLedger;

const REPLAY: &str = "replay into a fold";
const EVENTS: &str = "plain query of all columns";
const DATA: &str = "plain query of the data alone";

/// A replay reads whole events, so the bar is a plain query of the same columns.
const BARS: [Bar; 2] = [
    Bar {
        name: "replay / plain query of all columns",
        over: REPLAY,
        under: EVENTS,
        at_least: Some(0.7),
    },
    Bar {
        name: "replay / plain query of the data alone",
        over: REPLAY,
        under: DATA,
        at_least: None,
    },
];
const DATABASE: &str = "khen";

fn main() -> anyhow::Result<()> {
    let event_count = number("KHEN_BENCH_EVENTS")?.unwrap_or(1_500_000);
    let round_count = number("KHEN_BENCH_ROUNDS")?.unwrap_or(ROUND_COUNT);
    let runtime = Runtime::new()?;
    let mut out = io::stdout();
    writeln!(out, "Filling a ledger with {event_count} events")?;
    let server = Server::start();
    let race = runtime.block_on(Race::prepare(&runtime, &server, event_count))?;
    let mut contenders = race.contenders()?;
    let rounds = measure(&mut contenders, round_count)?;
    print(&mut out, "events", &contenders, &rounds, &BARS)?;
    let Bytes { event_count, .. } = race.bytes;
    writeln!(
        out,
        "Events present: {event_count}; nobody wrote; median of {round_count} rounds"
    )?;
    Ok(())
}

struct Race<'a> {
    runtime: &'a Runtime,
    store: Arc<PostgresLedger>,
    ledger: LedgerId,
    client: Client,
    /// What every contender must have seen.
    bytes: Bytes,
}

impl<'a> Race<'a> {
    async fn prepare(
        runtime: &'a Runtime,
        server: &Server,
        event_count: usize,
    ) -> anyhow::Result<Self> {
        let database = server.create(DATABASE).await?;
        let (store, ledger) = (ledgers(&database), LedgerId::parse("hon-quan")?);
        fill(&store, &ledger, event_count).await?;
        server.settle(DATABASE);
        let client = server.client(DATABASE).await?;
        let (_, bytes) = plain_data(&client).await?;
        Ok(Self {
            runtime,
            store,
            ledger,
            client,
            bytes,
        })
    }

    fn contenders(&self) -> anyhow::Result<Vec<Contender<'_>>> {
        let count = usize::try_from(self.bytes.event_count)?;
        Ok(vec![
            contender(REPLAY, count, || {
                self.checked(
                    self.runtime
                        .block_on(feed_folded(&self.store, &self.ledger))?,
                )
            }),
            contender(EVENTS, count, || {
                self.checked(self.runtime.block_on(plain_events(&self.client))?)
            }),
            contender(DATA, count, || {
                self.checked(self.runtime.block_on(plain_data(&self.client))?)
            }),
        ])
    }

    fn checked(&self, (timed, bytes): (Timed, Bytes)) -> anyhow::Result<Timed> {
        anyhow::ensure!(bytes == self.bytes, "the events differ");
        Ok(timed)
    }
}
