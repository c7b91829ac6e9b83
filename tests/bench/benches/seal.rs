//! Appends while the ledger is sealed beside appends while it is not, and a verification of all of it
//! beside the hashing that it cannot do without.
//!
//! `KHEN_BENCH_EVENTS` sets how many events are present (1,000,000 unless it is set),
//! `KHEN_BENCH_ROUNDS` how many rounds are run.

use std::{cell::RefCell, hint::black_box, io, io::Write, sync::Arc, time::Duration};

use anyhow::{Context, ensure};
use sha2::{Digest, Sha256};
use tokio::runtime::Runtime;
use tokio_util::sync::CancellationToken;

use khen_bench::{
    Bar, Filled, Least, Meter, Plan, ROUND_COUNT, Sealing, Timed, WRITER_COUNT, at_once, contender,
    filled, measure, number, print, print_least,
};
use khen_eventlog::{EventFeed, Position, RecordedEvent, leaf_bytes, limits::PAGE_EVENT_COUNT_MAX};

const OFF: &str = "append, 64 writers, not sealed";
const ON: &str = "append, 64 writers, sealed meanwhile";
const VERIFY: &str = "verification of everything";
const HASHING: &str = "SHA-256 of the same bytes, 1 core";

/// Appends of one measurement: long enough for several checkpoints.
const APPEND_COUNT: usize = 128_000;

const APPEND_BARS: [Bar; 1] = [Bar {
    name: "sealed / not sealed",
    over: ON,
    under: OFF,
    at_least: Some(0.9),
}];
const VERIFY_BAR: Least = Least {
    name: VERIFY,
    at_least: 300_000.0,
};
const RATIO: [Bar; 1] = [Bar {
    name: "verification / SHA-256 alone",
    over: VERIFY,
    under: HASHING,
    at_least: None,
}];

fn main() -> anyhow::Result<()> {
    let event_count = number("KHEN_BENCH_EVENTS")?.unwrap_or(1_000_000);
    let round_count = number("KHEN_BENCH_ROUNDS")?.unwrap_or(ROUND_COUNT);
    let runtime = Runtime::new()?;
    let folder = tempfile::tempdir_in(env!("CARGO_TARGET_TMPDIR"))?;
    let mut out = io::stdout();
    writeln!(out, "Filling a ledger with {event_count} events")?;
    let filled = Arc::new(runtime.block_on(filled(folder.path(), event_count))?);
    let race = Race {
        runtime: &runtime,
        sealing: Sealing::open(folder.path(), Arc::clone(&filled))?,
        plan: RefCell::new(filled.plan.clone()),
        filled,
        ages: RefCell::default(),
        lags: RefCell::default(),
    };
    race.seal_all()?;
    verifications(&race, round_count, &mut out)?;
    appends(&race, round_count, &mut out)
}

fn verifications(race: &Race<'_>, round_count: usize, out: &mut impl Write) -> anyhow::Result<()> {
    let hashed = race.runtime.block_on(race.hashed())?;
    let count = hashed.len();
    let mut contenders = vec![
        contender(HASHING, count, || {
            let meter = Meter::start();
            for (data, leaf) in &hashed {
                black_box((Sha256::digest(data), Sha256::digest(leaf)));
            }
            Ok(meter.stop())
        }),
        contender(VERIFY, count, || race.verify()),
    ];
    let rounds = measure(&mut contenders, round_count)?;
    print(out, "events", &contenders, &rounds, &RATIO)?;
    print_least(out, &contenders, &rounds, &VERIFY_BAR)?;
    Ok(writeln!(out)?)
}

fn appends(race: &Race<'_>, round_count: usize, out: &mut impl Write) -> anyhow::Result<()> {
    let mut contenders = vec![
        contender(OFF, APPEND_COUNT, || race.append()),
        contender(ON, APPEND_COUNT, || race.append_sealed()),
    ];
    let rounds = measure(&mut contenders, round_count)?;
    print(out, "appends", &contenders, &rounds, &APPEND_BARS)?;
    drop(contenders);
    let ages = race.ages.borrow();
    let oldest = ages.iter().max().copied().unwrap_or_default();
    let verdict = if oldest <= Duration::from_secs(1) {
        "met"
    } else {
        "MISSED"
    };
    writeln!(
        out,
        "oldest checkpoint meanwhile: {:.2} s (at most 1.00) {verdict}; rounds {ages:.2?}",
        oldest.as_secs_f64()
    )?;
    writeln!(
        out,
        "events not yet in the tree at the end of each: {:?}",
        race.lags.borrow()
    )?;
    Ok(())
}

struct Race<'a> {
    runtime: &'a Runtime,
    filled: Arc<Filled>,
    sealing: Sealing,
    plan: RefCell<Plan>,
    ages: RefCell<Vec<Duration>>,
    lags: RefCell<Vec<u64>>,
}

impl Race<'_> {
    fn seal_all(&self) -> anyhow::Result<()> {
        self.runtime.block_on(async {
            let sealing = self.sealing.start();
            self.sealing.caught_up(&sealing).await?;
            sealing.end().await;
            Ok(())
        })
    }

    fn append(&self) -> anyhow::Result<Timed> {
        let appends = self.plan.borrow_mut().next(APPEND_COUNT);
        let appends = appends.into_iter().map(|one| one.append).collect();
        let race = at_once(&self.filled.store, appends, WRITER_COUNT);
        self.runtime.block_on(race)
    }

    /// What was recorded before is sealed first; what is still to be sealed after the last append is told.
    fn append_sealed(&self) -> anyhow::Result<Timed> {
        let sealing = self.runtime.block_on(async {
            let sealing = self.sealing.start();
            self.sealing.caught_up(&sealing).await?;
            anyhow::Ok(sealing)
        })?;
        let appends = self.plan.borrow_mut().next(APPEND_COUNT);
        let appends = appends.into_iter().map(|one| one.append).collect();
        let stop = CancellationToken::new();
        let (timed, oldest) = self.runtime.block_on(async {
            let appending = async {
                let timed = at_once(&self.filled.store, appends, WRITER_COUNT).await;
                stop.cancel();
                timed
            };
            tokio::join!(appending, self.sealing.oldest_checkpoint(&stop))
        });
        self.lags.borrow_mut().push(sealing.lag());
        self.ages.borrow_mut().push(oldest?);
        self.runtime.block_on(sealing.end());
        timed
    }

    fn verify(&self) -> anyhow::Result<Timed> {
        let meter = Meter::start();
        let verdict = self.runtime.block_on(self.sealing.verify())?;
        let timed = meter.stop();
        ensure!(verdict.damages.is_empty(), "{:?}", verdict.damages);
        ensure!(
            verdict.sealed_count == verdict.event_count,
            "not all is sealed"
        );
        Ok(timed)
    }

    /// The bytes that are hashed of each event: its data under their salt, and its leaf.
    async fn hashed(&self) -> anyhow::Result<Vec<(Vec<u8>, Vec<u8>)>> {
        let ledger = self.filled.store.ledger(&self.filled.ledger).await?;
        let ledger = ledger.context("the ledger was filled")?;
        let mut hashed = Vec::new();
        while (hashed.len() as u64) < ledger.size.0 {
            let next = Position(hashed.len() as u64);
            let page = self
                .filled
                .store
                .read_from(&ledger.id, next, PAGE_EVENT_COUNT_MAX);
            for event in page.await? {
                hashed.push((salted(&event), leaf_bytes(&ledger.source, &event)?));
            }
        }
        Ok(hashed)
    }
}

/// As many bytes as the hash of the data takes in.
fn salted(event: &RecordedEvent) -> Vec<u8> {
    [&b"khen/datahash/v1\n"[..], &event.salt, &event.data].concat()
}
