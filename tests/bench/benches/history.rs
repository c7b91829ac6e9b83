//! Time travel and the canned audits over one large season, decoding included.
//!
//! `KHEN_BENCH_PERSONS` sets how many persons each of three units nominates (900 unless it is set, which
//! makes 2,701 nominations), `KHEN_BENCH_ROUNDS` how many rounds are run.

use std::{collections::BTreeMap, hint::black_box, io, io::Write, sync::Arc, time::Duration};

use anyhow::{Context, ensure};
use tokio::runtime::Runtime;

use khen_ambient::Stopwatch;
use khen_bench::{
    Least, Meter, Played, ROUND_COUNT, Timed, contender, measure, number, played, print,
    print_least,
};
use khen_domain::{StreamKey, StreamKind};
use khen_eventlog::Version;
use khen_history::{At, History, audit, each_entry};
use khen_texts::Texts;

const READING: &str = "every event read and understood";
const AUDITS: &str = "all audits of a season";
const TRAVEL: &str = "state of a nomination at a version";

/// Places that are travelled to in one measurement.
const TRAVEL_COUNT: usize = 2_000;

/// A season of 2,700 nominations takes at most 5 s.
const AUDITS_BAR: Least = Least {
    name: AUDITS,
    at_least: 0.2,
};
/// The slowest journey of all takes at most this long.
const TRAVEL_BAR: Duration = Duration::from_millis(20);

fn main() -> anyhow::Result<()> {
    let persons = number("KHEN_BENCH_PERSONS")?.unwrap_or(900);
    let round_count = number("KHEN_BENCH_ROUNDS")?.unwrap_or(ROUND_COUNT);
    let runtime = Runtime::new()?;
    let folder = tempfile::tempdir_in(env!("CARGO_TARGET_TMPDIR"))?;
    let mut out = io::stdout();
    let played = played(folder.path(), 1, persons.try_into()?);
    let played = runtime.block_on(played)?;
    let places = runtime.block_on(places(&played))?;
    writeln!(
        out,
        "{} events, {} nominations",
        played.event_count,
        places.len()
    )?;
    let mut contenders = vec![
        contender(READING, 1, || runtime.block_on(read(&played))),
        contender(AUDITS, 1, || runtime.block_on(audited(&played))),
    ];
    let rounds = measure(&mut contenders, round_count)?;
    print(&mut out, "seasons", &contenders, &rounds, &[])?;
    print_least(&mut out, &contenders, &rounds, &AUDITS_BAR)?;

    let mut slowest = Duration::ZERO;
    let mut contenders = vec![contender(TRAVEL, TRAVEL_COUNT, || {
        runtime.block_on(travelled(&played, &places, &mut slowest))
    })];
    let rounds = measure(&mut contenders, round_count)?;
    print(&mut out, "journeys", &contenders, &rounds, &[])?;
    drop(contenders);
    let verdict = if slowest <= TRAVEL_BAR {
        "met"
    } else {
        "MISSED"
    };
    writeln!(
        out,
        "slowest journey: {slowest:.2?} (at most {TRAVEL_BAR:?}) {verdict}"
    )?;
    Ok(())
}

/// The nominations, and the version that each has reached.
async fn places(played: &Played) -> anyhow::Result<Vec<(StreamKey, Version)>> {
    let mut places = BTreeMap::new();
    let see = |entry: khen_history::Entry| {
        if entry.stream.kind() == StreamKind::Nomination {
            places.insert(entry.stream, entry.version);
        }
    };
    each_entry(&*played.store, &played.ledger, None, see).await?;
    ensure!(!places.is_empty(), "nothing was nominated");
    Ok(places.into_iter().collect())
}

async fn read(played: &Played) -> anyhow::Result<Timed> {
    let meter = Meter::start();
    let see = |entry| drop(black_box(entry));
    each_entry(&*played.store, &played.ledger, None, see).await?;
    Ok(meter.stop())
}

async fn audited(played: &Played) -> anyhow::Result<Timed> {
    let meter = Meter::start();
    black_box(audit(&*played.store, &played.ledger, &[], None).await?);
    Ok(meter.stop())
}

/// Goes to places spread over all nominations, to any of their versions.
async fn travelled(
    played: &Played,
    places: &[(StreamKey, Version)],
    slowest: &mut Duration,
) -> anyhow::Result<Timed> {
    let texts = Arc::new(Texts::new());
    let history = History::new(played.store.clone(), played.vault.clone(), texts);
    let meter = Meter::start();
    for turn in 0..TRAVEL_COUNT {
        let (stream, last) = &places[turn.wrapping_mul(6_180_339_887) % places.len()];
        let at = At::Version(Version(1 + turn as u64 % last.0));
        let watch = Stopwatch::start();
        let snapshot = history.snapshot(&played.ledger, stream, at).await?;
        *slowest = watch.elapsed().max(*slowest);
        snapshot.context("every version up to the last has a state")?;
    }
    Ok(meter.stop())
}
