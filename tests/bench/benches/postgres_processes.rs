//! Four processes that append to the same 16 ledgers, beside one.
//!
//! `KHEN_BENCH_ROUNDS` sets how many rounds are run.

use std::{
    cell::Cell,
    io::{self, Write},
};

use tokio::runtime::Runtime;

use khen_bench::{
    Bar, CROWD_APPEND_COUNT, Contender, MANY_LEDGER_COUNT, Many, Member, ROUND_COUNT, Server,
    Timed, contender, flush_time, measure, number, print, race,
};

const ONE: &str = "one process, 64 writers";
const FOUR: &str = "four processes, 64 writers each";

const BARS: [Bar; 1] = [Bar {
    name: "four processes / one",
    over: FOUR,
    under: ONE,
    at_least: Some(0.8),
}];

/// Numbers of cases that no process gets beyond in one measurement.
const CASES_OF_A_MEMBER: usize = 10_000;
const DATABASE: &str = "khen";

fn main() -> anyhow::Result<()> {
    let runtime = Runtime::new()?;
    let mut out = io::stdout();
    if let Some(member) = Member::of_arguments()? {
        return runtime.block_on(member.run(&mut io::stdin().lock(), &mut out));
    }
    let round_count = number("KHEN_BENCH_ROUNDS")?.unwrap_or(ROUND_COUNT);
    let server = Server::start();
    let database = runtime.block_on(server.create(DATABASE))?;
    runtime.block_on(async { Many::create(&database).await.map(drop) })?;
    let (version, settings, flush) = (database.server(), Server::settings(), flush_time()?);
    writeln!(
        out,
        "Postgres {version}, {settings}; the disk flushes a page in {flush:.1?} (p50)"
    )?;
    let crew = Crew {
        url: server.url(DATABASE),
        next_case: Cell::new(0),
    };
    let mut contenders = crew.contenders();
    let rounds = measure(&mut contenders, round_count)?;
    print(&mut out, "writes", &contenders, &rounds, &BARS)?;
    let (size, is_dense) = runtime.block_on(server.count(DATABASE))?;
    anyhow::ensure!(is_dense, "a ledger has a gap");
    writeln!(
        out,
        "Events present: none at first, {size} at last, dense in each of {MANY_LEDGER_COUNT} ledgers; no sinks ran; median of {round_count} rounds"
    )?;
    Ok(())
}

struct Crew {
    url: String,
    next_case: Cell<usize>,
}

impl Crew {
    fn contenders(&self) -> Vec<Contender<'_>> {
        let count = CROWD_APPEND_COUNT;
        vec![
            contender(ONE, count, move || self.run(1, count)),
            contender(FOUR, count, move || self.run(4, count)),
        ]
    }

    /// Shares `append_count` out to `member_count` processes.
    fn run(&self, member_count: usize, append_count: usize) -> anyhow::Result<Timed> {
        let member = |_| {
            let first_case = self.next_case.get();
            self.next_case.set(first_case + CASES_OF_A_MEMBER);
            Member {
                url: self.url.clone(),
                first_case,
                append_count: append_count / member_count,
            }
        };
        let members: Vec<Member> = (0..member_count).map(member).collect();
        race(&members)
    }
}
