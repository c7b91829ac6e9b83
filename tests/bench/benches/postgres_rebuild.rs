//! A rebuild of all rows on Postgres, beside those that serve.
//!
//! `KHEN_BENCH_EVENTS` sets how many events of generated seasons there are (1,000,000 unless it is
//! set), `KHEN_BENCH_ROUNDS` how many rounds are run.

use std::io::{self, Write};

use tokio::runtime::Runtime;

use khen_bench::{
    Contender, Least, PERSONS_PER_UNIT, PlayedPostgres, ROUND_COUNT, Server, measure, number,
    played, print, print_least,
};

const REBUILD: &str = "rebuild on Postgres";

/// What is asked of a rebuild, in events a second.
const LEAST: Least = Least {
    name: REBUILD,
    at_least: 60_000.0,
};
const DATABASE: &str = "khen";

fn main() -> anyhow::Result<()> {
    let event_count = number("KHEN_BENCH_EVENTS")?.unwrap_or(1_000_000) as u64;
    let round_count = number("KHEN_BENCH_ROUNDS")?.unwrap_or(ROUND_COUNT);
    let runtime = Runtime::new()?;
    let folder = tempfile::tempdir_in(env!("CARGO_TARGET_TMPDIR"))?;
    let mut out = io::stdout();
    writeln!(out, "Playing seasons of {event_count} events")?;
    let server = Server::start();
    let race = runtime.block_on(async {
        let played = played(folder.path(), event_count, PERSONS_PER_UNIT).await?;
        PlayedPostgres::carry(folder.path(), &played, &server, DATABASE).await
    })?;
    // The first fills rows that nobody served.
    let (_, content) = runtime.block_on(race.rebuild())?;
    let mut contenders = [Contender {
        name: REBUILD,
        operation_count: race.event_count(),
        run: Box::new(|| {
            let (timed, again) = runtime.block_on(race.rebuild())?;
            anyhow::ensure!(again == content, "the rows differ");
            Ok(timed)
        }),
    }];
    let rounds = measure(&mut contenders, round_count)?;
    print(&mut out, "events", &contenders, &rounds, &[])?;
    print_least(&mut out, &contenders, &rounds, &LEAST)?;
    writeln!(
        out,
        "Median of {round_count} rounds; {}; nothing else followed the ledgers",
        Server::settings()
    )?;
    Ok(())
}
