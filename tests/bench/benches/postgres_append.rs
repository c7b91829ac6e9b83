//! The ledger on Postgres beside the bare database, with many events present.
//!
//! `KHEN_BENCH_EVENTS` sets how many events are present (1,500,000 unless it is set),
//! `KHEN_BENCH_ROUNDS` how many rounds are run.

use std::{
    cell::RefCell,
    io::{self, Write},
    sync::Arc,
};

use tokio::runtime::Runtime;

use khen_bench::{
    Bar, BarePostgres, CROWD_APPEND_COUNT, Contender, LONE_APPEND_COUNT, Many, Plan, Planned,
    ROUND_COUNT, Server, Timed, WRITER_COUNT, alone, at_once, contender, fill, flush_time, ledgers,
    measure, number, print,
};
use khen_eventlog::{Append, LedgerId};
use khen_store_postgres::{Database, PostgresLedger};

const RAW: &str = "raw insert per commit, 64 connections";
const BARE: &str = "bare group commit, 1 connection";
const BARE_TWO: &str = "bare group commit, 2 connections";
const APPEND: &str = "append, 64 writers";
const APPEND_MANY: &str = "append, 64 writers, 16 ledgers";
const SNAPSHOT: &str = "append, 64 writers, long snapshot";
const RAW_LONE: &str = "raw insert per commit, 1 writer, p50";
const LONE: &str = "append, 1 writer, p50";

/// One ledger is written by one committer with one connection, many by two. A latency of at most 1.6
/// times is a rate of at least 0.625.
const BARS: [Bar; 5] = [
    bar(
        "append / bare group commit, 1 connection",
        APPEND,
        BARE,
        0.4,
    ),
    bar(
        "append to 16 ledgers / bare group commit, 2 connections",
        APPEND_MANY,
        BARE_TWO,
        0.4,
    ),
    bar("append / raw insert, 64 writers", APPEND, RAW, 1.2),
    bar("append / raw insert, 1 writer, p50", LONE, RAW_LONE, 0.625),
    bar("long snapshot / none", SNAPSHOT, APPEND, 0.9),
];

const fn bar(name: &'static str, over: &'static str, under: &'static str, at_least: f64) -> Bar {
    Bar {
        name,
        over,
        under,
        at_least: Some(at_least),
    }
}

fn main() -> anyhow::Result<()> {
    let event_count = number("KHEN_BENCH_EVENTS")?.unwrap_or(1_500_000);
    let round_count = number("KHEN_BENCH_ROUNDS")?.unwrap_or(ROUND_COUNT);
    let runtime = Runtime::new()?;
    let mut out = io::stdout();
    writeln!(out, "Filling a ledger with {event_count} events")?;
    let race = Race::prepare(&runtime, event_count)?;
    race.describe(&mut out)?;
    let mut contenders = race.contenders();
    let rounds = measure(&mut contenders, round_count)?;
    print(&mut out, "writes", &contenders, &rounds, &BARS)?;
    let (size, is_dense) = runtime.block_on(race.server.count(FULL))?;
    anyhow::ensure!(is_dense, "a ledger has a gap");
    writeln!(
        out,
        "Events present: {event_count} at first, {size} at last; no sinks ran; median of {round_count} rounds"
    )?;
    Ok(())
}

const FULL: &str = "khen";
const COPY: &str = "bare";

/// What the contenders write to. Both databases are the same at first, and grow each by its own plan.
struct Race<'a> {
    runtime: &'a Runtime,
    server: Server,
    database: Database,
    store: Arc<PostgresLedger>,
    bare: BarePostgres,
    full_plan: RefCell<Plan>,
    bare_plan: RefCell<Plan>,
    many: RefCell<Many>,
}

impl<'a> Race<'a> {
    fn prepare(runtime: &'a Runtime, event_count: usize) -> anyhow::Result<Self> {
        let server = Server::start();
        let database = runtime.block_on(server.create(FULL))?;
        let plan = runtime.block_on(async {
            fill(
                &ledgers(&database),
                &LedgerId::parse("hon-quan")?,
                event_count,
            )
            .await
        })?;
        server.settle(FULL);
        server.copy(FULL, COPY);
        server.settle(COPY);
        let bare = runtime.block_on(BarePostgres::open(&server, COPY))?;
        let many = runtime.block_on(Many::create(&database))?;
        Ok(Self {
            runtime,
            store: runtime.block_on(async { ledgers(&database) }),
            server,
            database,
            bare,
            full_plan: RefCell::new(plan.clone()),
            bare_plan: RefCell::new(plan),
            many: RefCell::new(many),
        })
    }

    fn describe(&self, out: &mut impl Write) -> anyhow::Result<()> {
        let (server, settings) = (self.database.server(), Server::settings());
        let flush = flush_time()?;
        Ok(writeln!(
            out,
            "Postgres {server}, {settings}; the disk flushes a page in {flush:.1?} (p50)"
        )?)
    }

    fn contenders(&self) -> Vec<Contender<'_>> {
        let (crowd, lone) = (CROWD_APPEND_COUNT, LONE_APPEND_COUNT);
        vec![
            contender(RAW, crowd, move || {
                self.runtime
                    .block_on(self.bare.insert_each(self.bare_next(crowd)))
            }),
            contender(BARE, crowd, move || self.group_commit(crowd, 1)),
            contender(BARE_TWO, crowd, move || self.group_commit(crowd, 2)),
            contender(APPEND, crowd, move || self.append(crowd)),
            contender(APPEND_MANY, crowd, move || {
                let mut many = self.many.borrow_mut();
                let appends = many.next(crowd);
                self.runtime.block_on(many.append(appends))
            }),
            contender(SNAPSHOT, crowd, move || self.append_beside_snapshot(crowd)),
            contender(RAW_LONE, lone, move || {
                self.runtime
                    .block_on(self.bare.insert_alone(self.bare_next(lone)))
            }),
            contender(LONE, lone, move || {
                self.runtime
                    .block_on(alone(&*self.store, self.full_next(lone)))
            }),
        ]
    }

    fn group_commit(&self, count: usize, connection_count: usize) -> anyhow::Result<Timed> {
        let planned = self.bare_next(count);
        self.runtime
            .block_on(self.bare.group_commit(planned, connection_count))
    }

    fn append(&self, count: usize) -> anyhow::Result<Timed> {
        let appends = self.full_next(count);
        self.runtime
            .block_on(at_once(&self.store, appends, WRITER_COUNT))
    }

    /// The snapshot is as old as one crowd of appends before the other is measured.
    fn append_beside_snapshot(&self, count: usize) -> anyhow::Result<Timed> {
        let snapshot = self.runtime.block_on(self.server.snapshot(FULL))?;
        self.append(count)?;
        let timed = self.append(count)?;
        drop(snapshot);
        Ok(timed)
    }

    fn full_next(&self, count: usize) -> Vec<Append> {
        let planned = self.full_plan.borrow_mut().next(count);
        planned.into_iter().map(|one| one.append).collect()
    }

    fn bare_next(&self, count: usize) -> Vec<Planned> {
        self.bare_plan.borrow_mut().next(count)
    }
}
