//! A rebuild of all rows beside the bare database that reads the same events and inserts the same
//! rows.
//!
//! `KHEN_BENCH_EVENTS` sets how many events of generated seasons there are (200,000 unless it is
//! set), `KHEN_BENCH_MANY_EVENTS` how many a second ledger has, if it is set, and
//! `KHEN_BENCH_ROUNDS` how many rounds are run.

use std::{io, io::Write, path::Path};

use tokio::runtime::Runtime;

use khen_bench::{
    Bar, BareRows, Contender, Folder, Least, Meter, PERSONS_PER_UNIT, ROUND_COUNT, Timed, measure,
    number, played, print, print_least,
};
use khen_read_model::ContentHash;

const REBUILD: &str = "rebuild";
const BARE: &str = "bare reads and inserts";
const REBUILD_MANY: &str = "rebuild, many events";
const BARE_MANY: &str = "bare reads and inserts, many events";

/// What is asked of a rebuild, in events a second.
const LEAST: Least = Least {
    name: REBUILD,
    at_least: 150_000.0,
};

/// The bare database is a limit, not a bar.
const RATIO: Bar = Bar {
    name: "rebuild / bare database",
    over: REBUILD,
    under: BARE,
    at_least: None,
};
const RATIOS_MANY: [Bar; 2] = [
    Bar {
        name: "many events / few, rebuild",
        over: REBUILD_MANY,
        under: REBUILD,
        at_least: Some(0.8),
    },
    Bar {
        name: "rebuild / bare database, many events",
        over: REBUILD_MANY,
        under: BARE_MANY,
        at_least: None,
    },
];

fn main() -> anyhow::Result<()> {
    let event_count = number("KHEN_BENCH_EVENTS")?.unwrap_or(200_000) as u64;
    let many = number("KHEN_BENCH_MANY_EVENTS")?;
    let round_count = number("KHEN_BENCH_ROUNDS")?.unwrap_or(ROUND_COUNT);
    let runtime = Runtime::new()?;
    let folder = tempfile::tempdir_in(env!("CARGO_TARGET_TMPDIR"))?;
    let mut out = io::stdout();
    let few = Race::prepare(&runtime, &folder.path().join("few"), event_count, &mut out)?;
    let prepare = |count| {
        Race::prepare(
            &runtime,
            &folder.path().join("many"),
            count as u64,
            &mut out,
        )
    };
    let many = many.map(prepare).transpose()?;
    let mut contenders = few.contenders(REBUILD, BARE);
    let mut bars = vec![RATIO];
    if let Some(many) = &many {
        contenders.extend(many.contenders(REBUILD_MANY, BARE_MANY));
        bars.extend(RATIOS_MANY);
    }
    let rounds = measure(&mut contenders, round_count)?;
    print(&mut out, "events", &contenders, &rounds, &bars)?;
    print_least(&mut out, &contenders, &rounds, &LEAST)?;
    writeln!(
        out,
        "Median of {round_count} rounds; nothing else followed the ledgers"
    )?;
    Ok(())
}

/// A played folder, and what is measured on it.
struct Race<'a> {
    runtime: &'a Runtime,
    folder: Folder,
    bare: BareRows,
    content: ContentHash,
}

impl<'a> Race<'a> {
    /// Plays the seasons and fills the rows for the first time.
    fn prepare(
        runtime: &'a Runtime,
        path: &Path,
        event_count: u64,
        out: &mut impl Write,
    ) -> anyhow::Result<Self> {
        writeln!(out, "Playing seasons of {event_count} events")?;
        let meter = Meter::start();
        let played = runtime.block_on(played(path, event_count, PERSONS_PER_UNIT))?;
        let folder = Folder::open(path.to_owned(), played)?;
        let took = meter.stop().elapsed.as_secs();
        let (_, content) = runtime.block_on(folder.rebuild())?;
        let bare = BareRows::open(&folder)?;
        let (events, campaigns, rows) = (
            folder.event_count(),
            folder.campaign_count(),
            bare.row_count(),
        );
        writeln!(
            out,
            "{events} events of {campaigns} campaigns in {took} s; {rows} rows come of them"
        )?;
        Ok(Self {
            runtime,
            folder,
            bare,
            content,
        })
    }

    fn contenders(&self, rebuild: &'static str, bare: &'static str) -> Vec<Contender<'_>> {
        let operation_count = self.folder.event_count();
        let rebuild = Contender {
            name: rebuild,
            operation_count,
            run: Box::new(|| self.rebuild()),
        };
        let bare = Contender {
            name: bare,
            operation_count,
            run: Box::new(|| self.bare.run()),
        };
        vec![rebuild, bare]
    }

    /// Rows that differ from those of the first rebuild make a measurement worthless.
    fn rebuild(&self) -> anyhow::Result<Timed> {
        let (timed, content) = self.runtime.block_on(self.folder.rebuild())?;
        anyhow::ensure!(content == self.content, "the rows differ");
        Ok(timed)
    }
}
