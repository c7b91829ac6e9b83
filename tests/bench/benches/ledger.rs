//! The ledger beside the bare database, with many events present and with none.
//!
//! `KHEN_BENCH_EVENTS` sets how many events are present (1,500,000 unless it is set),
//! `KHEN_BENCH_ROUNDS` how many rounds are run.

use std::{cell::RefCell, fs, io, io::Write, path::Path};

use tokio::runtime::Runtime;

use khen_bench::{
    Bar, Bare, CROWD_APPEND_COUNT, Contender, Filled, LONE_APPEND_COUNT, Office, Plan, Planned,
    ROUND_COUNT, Timed, WRITER_COUNT, at_once, contender, filled, measure, number, print, reopened,
};
use khen_eventlog::{Append, EventFeed};
use khen_store_sqlite::LEDGER_FILE;

const RAW: &str = "raw insert per commit, 1 writer";
const BARE: &str = "bare group commit, 64 writers";
const CROWD: &str = "append, 64 writers";
const LONE: &str = "append, 1 writer";
const CROWD_EMPTY: &str = "append, 64 writers, 0 events";
const LONE_EMPTY: &str = "append, 1 writer, 0 events";
const COMMANDS: &str = "whole commands, 64 people";
const COMMAND: &str = "whole commands, 1 person";

/// A latency of at most 1.5 times is a rate of at least 0.67, of 2.5 times one of at least 0.4; a
/// fall of at most a third leaves 0.67.
const BARS: [Bar; 6] = [
    Bar {
        name: "append / bare group commit, 64 writers",
        over: CROWD,
        under: BARE,
        at_least: Some(0.45),
    },
    Bar {
        name: "append / raw insert, 1 writer",
        over: LONE,
        under: RAW,
        at_least: Some(0.67),
    },
    Bar {
        name: "whole commands, 64 people / raw insert, 1 writer",
        over: COMMANDS,
        under: RAW,
        at_least: Some(2.0),
    },
    Bar {
        name: "whole command / raw insert, 1 writer",
        over: COMMAND,
        under: RAW,
        at_least: Some(0.4),
    },
    Bar {
        name: "many events / none, 64 writers",
        over: CROWD,
        under: CROWD_EMPTY,
        at_least: Some(0.67),
    },
    Bar {
        name: "many events / none, 1 writer",
        over: LONE,
        under: LONE_EMPTY,
        at_least: Some(0.67),
    },
];

fn main() -> anyhow::Result<()> {
    let event_count = number("KHEN_BENCH_EVENTS")?.unwrap_or(1_500_000);
    let round_count = number("KHEN_BENCH_ROUNDS")?.unwrap_or(ROUND_COUNT);
    let runtime = Runtime::new()?;
    let folder = tempfile::tempdir()?;
    let mut out = io::stdout();
    writeln!(out, "Filling a ledger with {event_count} events")?;
    let race = Race::prepare(&runtime, folder.path(), event_count)?;
    let mut contenders = race.contenders();
    let rounds = measure(&mut contenders, round_count)?;
    print(&mut out, "writes", &contenders, &rounds, &BARS)?;
    let size = runtime.block_on(race.full.store.ledger(&race.full.ledger))?;
    let size = size.map(|ledger| ledger.size).unwrap_or_default();
    writeln!(
        out,
        "Events present: {event_count} at first, {size} at last; no sinks ran; median of {round_count} rounds"
    )?;
    Ok(())
}

/// What the contenders write to.
struct Race<'a> {
    runtime: &'a Runtime,
    folder: &'a Path,
    full: Filled,
    bare: Bare,
    /// Both files are copies at first, and grow each by its own plan.
    /// A desk over the full ledger.
    office: RefCell<Office>,
    full_plan: RefCell<Plan>,
    bare_plan: RefCell<Plan>,
}

impl<'a> Race<'a> {
    fn prepare(runtime: &'a Runtime, folder: &'a Path, event_count: usize) -> anyhow::Result<Self> {
        let full_folder = folder.join("full");
        let mut full = runtime.block_on(filled(&full_folder, event_count))?;
        let plan = full.plan.clone();
        // Closed while it is copied, so that the log is folded into the file.
        drop(full);
        let copy = folder.join("bare.db");
        fs::copy(full_folder.join(LEDGER_FILE), &copy)?;
        full = Filled {
            store: reopened(&full_folder)?,
            ledger: plan.ledger().clone(),
            plan: plan.clone(),
        };
        let office = Office::open(&full_folder, &full.store, &full.ledger);
        Ok(Self {
            runtime,
            folder,
            office: RefCell::new(runtime.block_on(office)?),
            full,
            bare: Bare::open(&copy)?,
            full_plan: RefCell::new(plan.clone()),
            bare_plan: RefCell::new(plan),
        })
    }

    fn contenders(&self) -> Vec<Contender<'_>> {
        let (crowd, lone) = (CROWD_APPEND_COUNT, LONE_APPEND_COUNT);
        vec![
            contender(RAW, lone, move || {
                self.bare
                    .insert_each(self.bare_plan.borrow_mut().next(lone))
            }),
            contender(BARE, crowd, move || {
                let planned = self.bare_plan.borrow_mut().next(crowd);
                let race = self.bare.group_commit(planned, WRITER_COUNT);
                self.runtime.block_on(race)
            }),
            contender(CROWD, crowd, move || self.append(crowd, WRITER_COUNT)),
            contender(LONE, lone, move || self.append(lone, 1)),
            contender(COMMANDS, crowd, move || self.carry_out(crowd, WRITER_COUNT)),
            contender(COMMAND, lone, move || self.carry_out(lone, 1)),
            contender(CROWD_EMPTY, crowd, move || {
                self.append_to_empty(crowd, WRITER_COUNT)
            }),
            contender(LONE_EMPTY, lone, move || self.append_to_empty(lone, 1)),
        ]
    }

    fn append(&self, count: usize, writer_count: usize) -> anyhow::Result<Timed> {
        let appends = appends(self.full_plan.borrow_mut().next(count));
        let race = at_once(&self.full.store, appends, writer_count);
        self.runtime.block_on(race)
    }

    fn carry_out(&self, count: usize, people_count: usize) -> anyhow::Result<Timed> {
        let mut office = self.office.borrow_mut();
        let wishes = office.next(count)?;
        self.runtime
            .block_on(office.carry_out(wishes, people_count))
    }

    fn append_to_empty(&self, count: usize, writer_count: usize) -> anyhow::Result<Timed> {
        let folder = tempfile::tempdir_in(self.folder)?;
        let mut empty = self.runtime.block_on(filled(folder.path(), 0))?;
        let appends = appends(empty.plan.next(count));
        let race = at_once(&empty.store, appends, writer_count);
        self.runtime.block_on(race)
    }
}

fn appends(planned: Vec<Planned>) -> Vec<Append> {
    planned.into_iter().map(|one| one.append).collect()
}
