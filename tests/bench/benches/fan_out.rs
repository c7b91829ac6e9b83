//! Filling a wiped stream again, by the follower, beside publishing ready messages to the same server.
//!
//! `KHEN_BENCH_EVENTS` sets how many events are present (200,000 unless it is set),
//! `KHEN_BENCH_ROUNDS` how many rounds are run. Every measurement has a server of its own, which holds
//! nothing; its start does not count.

use std::{io, sync::Arc, time::Duration};

use anyhow::{Context as _, ensure};
use tokio::runtime::Runtime;
use tokio_util::sync::CancellationToken;

use khen_ambient::SystemClock;
use khen_bench::{
    Bar, Filled, Least, Meter, ROUND_COUNT, Timed, contender, filled, measure, number, print,
    print_least,
};
use khen_bus_nats::NatsFanOut;
use khen_eventlog::{
    EventFeed as _, FanOut, OutgoingEvent, Position, limits::PAGE_EVENT_COUNT_MAX,
};
use khen_export::Profile;
use khen_store_sqlite::{LocalBell, SqliteOffice};
use khen_testbed::NatsServer;
use khen_workers::{
    FanOutParts, FanOutSink, Follower, FollowerParts, Heads, HeadsParts, Holdings, Subscribed,
};

const READY: &str = "ready messages, 500 in flight";
const REFILL: &str = "a wiped stream, filled by the sink";

/// Events a second. Source: a district's ten years are there again within a minute.
const LEAST: Least = Least {
    name: REFILL,
    at_least: 20_000.0,
};

const BARS: [Bar; 1] = [Bar {
    name: "the sink / ready messages",
    over: REFILL,
    under: READY,
    at_least: None,
}];

const PROFILE: Profile = Profile::SoNoiVuV1;

fn main() -> anyhow::Result<()> {
    let event_count = number("KHEN_BENCH_EVENTS")?.unwrap_or(200_000);
    let round_count = number("KHEN_BENCH_ROUNDS")?.unwrap_or(ROUND_COUNT);
    let folder = tempfile::TempDir::new()?;
    let runtime = Runtime::new()?;
    let filled = runtime.block_on(filled(folder.path(), event_count))?;
    let office = Arc::new(SqliteOffice::open(folder.path())?);
    let ready = runtime.block_on(messages(&filled))?;
    let count = ready.len();
    let mut contenders = vec![
        contender(READY, count, || runtime.block_on(publish(&filled, &ready))),
        contender(REFILL, count, || {
            runtime.block_on(refill(&filled, &office, count))
        }),
    ];
    let rounds = measure(&mut contenders, round_count)?;
    print(&mut io::stdout(), "events", &contenders, &rounds, &BARS)?;
    print_least(&mut io::stdout(), &contenders, &rounds, &LEAST)
}

/// Every event as it goes out.
async fn messages(filled: &Filled) -> anyhow::Result<Vec<OutgoingEvent>> {
    let known = filled.store.ledger(&filled.ledger).await?;
    let source = known.context("the ledger was filled")?.source;
    let (mut messages, mut from) = (Vec::new(), Position(0));
    loop {
        let page = filled
            .store
            .read_from(&filled.ledger, from, PAGE_EVENT_COUNT_MAX);
        let page = page.await?;
        let Some(last) = page.last() else {
            return Ok(messages);
        };
        from = last.position.next();
        messages.extend(page.into_iter().map(|event| {
            let payload = PROFILE.payload(&event.event_type);
            OutgoingEvent::new(&source, event, payload)
        }));
    }
}

async fn publish(filled: &Filled, ready: &[OutgoingEvent]) -> anyhow::Result<Timed> {
    let server = NatsServer::start_streaming(&[]);
    let fan_out = NatsFanOut::connect(&server.url(), None, 1).await?;
    fan_out.open(&filled.ledger, PROFILE.as_str()).await?;
    let meter = Meter::start();
    let mut events = ready.iter().cloned();
    fan_out.publish(&filled.ledger, &mut events).await?;
    Ok(meter.stop())
}

/// The sink and its follower, from nothing to the end of the ledger.
async fn refill(
    filled: &Filled,
    office: &Arc<SqliteOffice>,
    count: usize,
) -> anyhow::Result<Timed> {
    let server = NatsServer::start_streaming(&[]);
    let fan_out = Arc::new(NatsFanOut::connect(&server.url(), None, 1).await?);
    let heads = Heads::new(HeadsParts {
        feed: filled.store.clone(),
        bell: Arc::new(LocalBell::default()),
        poll: Duration::from_secs(1),
    });
    let follower = Follower::new(FollowerParts {
        heads: heads.clone(),
        holdings: Holdings::all(),
        sink: Arc::new(FanOutSink::new(FanOutParts {
            feed: filled.store.clone(),
            fan_out: fan_out.clone(),
            ledgers: Subscribed::All,
            profile: PROFILE,
        })),
        stops: office.clone(),
        clock: Arc::new(SystemClock),
    });
    let (status, stop) = (follower.status(), CancellationToken::new());
    let end = Position(u64::try_from(count)?);
    let meter = Meter::start();
    let following = async { tokio::join!(heads.run(&stop), follower.run(&stop)) };
    let arriving = async {
        let reached = status.reached(&filled.ledger, end).await;
        let timed = meter.stop();
        stop.cancel();
        (reached, timed)
    };
    let (_, (reached, timed)) = tokio::join!(following, arriving);
    ensure!(reached.is_ok(), "the sink stopped: {reached:?}");
    let size = fan_out.sizes().await?.get(&filled.ledger).copied();
    ensure!(size == Some(end), "{size:?} of {count} events are there");
    Ok(timed)
}
