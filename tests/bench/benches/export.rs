//! The feed in lines beside reading the same rows from the bare database.
//!
//! `KHEN_BENCH_EVENTS` sets how many events are present (200,000 unless it is set),
//! `KHEN_BENCH_ROUNDS` how many rounds are run.

use std::{hint::black_box, io, path::Path};

use anyhow::{Context, ensure};
use rusqlite::{Connection, OpenFlags};
use tokio::runtime::Runtime;

use khen_bench::{
    Bar, Filled, Meter, ROUND_COUNT, Timed, contender, filled, measure, number, print,
};
use khen_eventlog::{EventFeed, Position};
use khen_export::{
    Format, Homes, Profile, Query,
    limits::{PAGE_EVENT_COUNT_MAX, READ_EVENT_COUNT},
    page,
};
use khen_store_sqlite::LEDGER_FILE;

const READ_SEATS: &str = include_str!("../../../schemas/sql/sqlite/read_seats.sql");

const BARE: &str = "rows read by bare SQLite";
const AUDITOR: &str = "pages of lines, every payload";
const SO_NOI_VU: &str = "pages of lines, for So Noi vu";

const BARS: [Bar; 2] = [
    Bar {
        name: "pages, every payload / rows read",
        over: AUDITOR,
        under: BARE,
        at_least: Some(0.5),
    },
    Bar {
        name: "pages, for So Noi vu / rows read",
        over: SO_NOI_VU,
        under: BARE,
        at_least: Some(0.5),
    },
];

fn main() -> anyhow::Result<()> {
    let event_count = number("KHEN_BENCH_EVENTS")?.unwrap_or(200_000);
    let round_count = number("KHEN_BENCH_ROUNDS")?.unwrap_or(ROUND_COUNT);
    let folder = tempfile::TempDir::new()?;
    let runtime = Runtime::new()?;
    let filled = runtime.block_on(filled(folder.path(), event_count))?;
    let size = runtime.block_on(size(&filled))?;
    let pages = |profile| {
        let (runtime, filled) = (&runtime, &filled);
        move || runtime.block_on(pulled(filled, profile))
    };
    let count = usize::try_from(size)?;
    let mut contenders = vec![
        contender(BARE, count, || rows(folder.path(), size)),
        contender(AUDITOR, count, pages(Profile::AuditorV1)),
        contender(SO_NOI_VU, count, pages(Profile::SoNoiVuV1)),
    ];
    let rounds = measure(&mut contenders, round_count)?;
    print(&mut io::stdout(), "events", &contenders, &rounds, &BARS)
}

async fn size(filled: &Filled) -> anyhow::Result<u64> {
    let ledger = filled.store.ledger(&filled.ledger).await?;
    Ok(ledger.context("the ledger was filled")?.size.0)
}

/// Every page from the first to the last.
async fn pulled(filled: &Filled, profile: Profile) -> anyhow::Result<Timed> {
    let ledger = filled.store.ledger(&filled.ledger).await?;
    let ledger = ledger.context("the ledger was filled")?;
    let mut query = Query {
        limit: PAGE_EVENT_COUNT_MAX,
        ..Query::everything(Position(0))
    };
    let meter = Meter::start();
    let homes = Homes::default();
    let from: (&dyn EventFeed, &Homes) = (&*filled.store, &homes);
    while query.from < ledger.size {
        let page = page(from, &ledger, profile, &query, Format::Lines).await?;
        query.from = page.next;
        black_box(page.bytes);
    }
    Ok(meter.stop())
}

/// Every column of every row, as much at once as a page reads.
fn rows(folder: &Path, size: u64) -> anyhow::Result<Timed> {
    let file = folder.join(LEDGER_FILE);
    let connection = Connection::open_with_flags(file, OpenFlags::SQLITE_OPEN_READ_ONLY)?;
    let mut statement = connection.prepare(READ_SEATS)?;
    let first: i64 = connection.query_row("SELECT min(seat) FROM event", [], |row| row.get(0))?;
    let end = first + i64::try_from(size)?;
    let limit = i64::try_from(READ_EVENT_COUNT)?;
    let meter = Meter::start();
    let (mut seat, mut read) = (first, 0_u64);
    while seat < end {
        let mut rows = statement.query([seat, end, limit])?;
        while let Some(row) = rows.next()? {
            for column in 0..row.as_ref().column_count() {
                black_box(row.get_ref(column)?);
            }
            read += 1;
        }
        seat += limit;
    }
    let timed = meter.stop();
    ensure!(read == size, "{read} rows of {size}");
    Ok(timed)
}
