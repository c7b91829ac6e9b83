//! A province over Postgres and NATS: what it costs while nothing happens, how soon rows know what was
//! recorded, how soon a dead worker's ledgers are followed again.
//!
//! `KHEN_BENCH_LEDGERS` sets how many authorities there are, `KHEN_BENCH_ROUNDS` how many rounds are run.

use std::{io, io::Write, time::Duration};

use tokio::runtime::Runtime;

use khen_bench::{Cluster, below, number, percent_of_a_core};

/// Authorities of the country: provinces with their communes and wards.
const LEDGER_COUNT: usize = 3_321;
const ROUND_COUNT: usize = 3;

/// Every worker looks once at what falls due meanwhile.
const IDLE_TIME: Duration = Duration::from_mins(1);
const IDLE_BAR_PERCENT: f64 = 5.0;

const COMMAND_COUNT: usize = 500;
const VISIBLE_BAR: Duration = Duration::from_millis(50);
const COMMAND_COUNT_BY_POLL: usize = 200;
const VISIBLE_BY_POLL_BAR: Duration = Duration::from_millis(1_200);

const TAKE_OVER_BAR: Duration = Duration::from_secs(10);

fn main() -> anyhow::Result<()> {
    Runtime::new()?.block_on(run(&mut io::stdout()))
}

async fn run(out: &mut impl Write) -> anyhow::Result<()> {
    let ledger_count = number("KHEN_BENCH_LEDGERS")?.unwrap_or(LEDGER_COUNT);
    let round_count = number("KHEN_BENCH_ROUNDS")?.unwrap_or(ROUND_COUNT);
    let mut cluster = Cluster::start(ledger_count).await?;
    cluster.complete().await?;
    let (size, time) = cluster.catch_up().await?;
    writeln!(out, "{}; two workers", cluster.settings())?;
    writeln!(
        out,
        "{ledger_count} ledgers, {size} events; all sinks caught up in {time:.1?}"
    )?;
    cluster.settle();
    idle(&mut cluster, round_count, out).await?;
    let spread = cluster.visible(COMMAND_COUNT).await?;
    spread.print(out, "commit to visible row, with NATS", VISIBLE_BAR)?;
    take_over(&mut cluster, round_count, out).await?;
    cluster.complete().await?;
    cluster.kill_nats();
    let spread = cluster.visible_by_poll(COMMAND_COUNT_BY_POLL).await?;
    spread.print(out, "commit to visible row, NATS dead", VISIBLE_BY_POLL_BAR)
}

/// What the province costs while nothing happens.
async fn idle(
    cluster: &mut Cluster,
    round_count: usize,
    out: &mut impl Write,
) -> anyhow::Result<()> {
    let mut sums = Vec::new();
    for _ in 0..round_count {
        let used = cluster.idle(IDLE_TIME).await?;
        let parts = used
            .iter()
            .map(|one| format!("{} {:.2}", one.name, one.percent));
        let (parts, sum) = (
            parts.collect::<Vec<_>>().join(", "),
            percent_of_a_core(&used),
        );
        writeln!(
            out,
            "idle for {IDLE_TIME:?}: {sum:.2} % of a core ({parts})"
        )?;
        sums.push(sum);
    }
    sums.sort_by(f64::total_cmp);
    let Some(median) = sums.get(sums.len() / 2) else {
        return Ok(());
    };
    let verdict = below(median, &IDLE_BAR_PERCENT);
    writeln!(
        out,
        "idle, all processes: {median:.2} % of a core (below {IDLE_BAR_PERCENT}) {verdict}"
    )?;
    Ok(())
}

/// How soon the ledgers of a worker that was killed are followed again.
async fn take_over(
    cluster: &mut Cluster,
    round_count: usize,
    out: &mut impl Write,
) -> anyhow::Result<()> {
    let mut times = Vec::new();
    for _ in 0..round_count {
        cluster.complete().await?;
        cluster.catch_up().await?;
        times.push(cluster.take_over().await?);
    }
    let rounds: Vec<String> = times.iter().map(|time| format!("{time:.1?}")).collect();
    times.sort_unstable();
    let Some((median, longest)) = times.get(times.len() / 2).zip(times.last()) else {
        return Ok(());
    };
    let verdict = below(longest, &TAKE_OVER_BAR);
    writeln!(
        out,
        "taken over after kill -9: median {median:.1?}, longest {longest:.1?} (below {TAKE_OVER_BAR:?}) {verdict}; rounds {}",
        rounds.join(" ")
    )?;
    Ok(())
}
