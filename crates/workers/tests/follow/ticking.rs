//! A ticker tells what falls due, once, and in a replay nothing.

use std::sync::{
    Arc,
    atomic::{AtomicUsize, Ordering},
};

use async_trait::async_trait;

use crate::{
    desk::{at, desk, file_feedback, hon_quan, launch, recorded},
    house::{House, NEVER, cursor_of},
    leasing::keeper,
};
use khen_ambient::MovableClock;
use khen_domain::{Event, Role, timer};
use khen_eventlog::Epoch;
use khen_read_model::{Cursor, QueryError, Row, RowReader, RowStore as _, SelectStatement};
use khen_workers::{Holdings, Sink as _, Ticked, Ticker, TickerParts};

/// A house where feedback of 5 November waits, rows that know it, a clock and a ticker.
async fn stage() -> (House, MovableClock, Ticker) {
    let house = House::open().await;
    launch(&house).await;
    file_feedback(&house, 1).await;
    follow(&house).await;
    let clock = MovableClock::default();
    let ticker = ticker(&house, &clock).await;
    (house, clock, ticker)
}

async fn ticker(house: &House, clock: &MovableClock) -> Ticker {
    ticker_under(house, clock, Holdings::all()).await
}

async fn ticker_under(house: &House, clock: &MovableClock, holdings: Holdings) -> Ticker {
    ticker_over(house.rows.clone(), house, clock, holdings).await
}

async fn ticker_over(
    rows: Arc<dyn RowReader>,
    house: &House,
    clock: &MovableClock,
    holdings: Holdings,
) -> Ticker {
    Ticker::new(TickerParts {
        store: house.store.clone(),
        rows,
        desk: desk(house, clock).await,
        clock: Arc::new(clock.clone()),
        holdings,
        poll: NEVER,
    })
}

/// Rows learn all that the ledger holds.
async fn follow(house: &House) {
    let sink = house.sink();
    let cursor = cursor_of(&sink, &hon_quan()).await;
    let mut events = house.events(&hon_quan()).await;
    events.retain(|event| event.position >= cursor);
    if !events.is_empty() {
        let applied = sink.apply(&hon_quan(), events, Epoch::ALONE).await;
        applied.expect("the rows take what happened");
    }
}

/// Moves the clock and looks.
async fn look(clock: &MovableClock, ticker: &Ticker, time: &str) -> Ticked {
    clock.move_to(at(time));
    ticker.tick(at(time)).await.expect("the look succeeds")
}

fn told(told: usize) -> Ticked {
    Ticked { told, refused: 0 }
}

/// Domain rules 4.10.
#[tokio::test]
async fn the_clock_moves_and_there_is_a_reminder_then_a_missed_deadline_each_once() {
    let (house, clock, ticker) = stage().await;
    assert_eq!(look(&clock, &ticker, "2024-11-05T10:00").await, told(0));
    assert_eq!(look(&clock, &ticker, "2024-11-08T08:00").await, told(1));
    assert_eq!(look(&clock, &ticker, "2024-11-08T09:00").await, told(0));
    assert_eq!(look(&clock, &ticker, "2024-11-12T23:59").await, told(1));
    assert_eq!(look(&clock, &ticker, "2024-11-13T08:00").await, told(2));
    assert_eq!(look(&clock, &ticker, "2024-11-14T08:00").await, told(0));
    let events = recorded(&house, "timer/").await;
    let missed = events.iter().filter_map(|event| {
        if let Event::Timer(timer::Event::DeadlineMissed { escalated_to, .. }) = event {
            Some(*escalated_to)
        } else {
            None
        }
    });
    assert_eq!(missed.collect::<Vec<_>>(), [Role::ChairmanOffice]);
    assert_eq!(events.len(), 4);
}

#[tokio::test]
async fn a_ticker_that_starts_anew_tells_nothing_again() {
    let (house, clock, before) = stage().await;
    look(&clock, &before, "2024-11-08T08:00").await;
    let after = ticker(&house, &clock).await;
    assert_eq!(look(&clock, &after, "2024-11-08T09:00").await, told(0));
    assert_eq!(recorded(&house, "timer/").await.len(), 1);
}

#[tokio::test]
async fn rows_made_anew_tell_nothing_again() {
    let (house, clock, before) = stage().await;
    look(&clock, &before, "2024-11-08T08:00").await;
    house
        .rows
        .reset("hon-quan")
        .await
        .expect("the rows are emptied");
    follow(&house).await;
    assert_eq!(recorded(&house, "timer/").await.len(), 1);
    assert_eq!(look(&clock, &before, "2024-11-08T09:00").await, told(0));
}

#[tokio::test]
async fn what_comes_later_is_told_of_beside_what_was_told() {
    let (house, clock, ticker) = stage().await;
    look(&clock, &ticker, "2024-11-08T08:00").await;
    file_feedback(&house, 2).await;
    follow(&house).await;
    assert_eq!(look(&clock, &ticker, "2024-11-08T09:00").await, told(1));
}

#[tokio::test]
async fn a_ledger_that_is_not_held_is_not_told_of() {
    let (house, clock, _) = stage().await;
    let keeper = keeper(&house, "one");
    let ticker = ticker_under(&house, &clock, keeper.holdings()).await;
    assert_eq!(look(&clock, &ticker, "2024-11-08T08:00").await, told(0));
    keeper.beat().await.expect("leases are taken");
    assert_eq!(look(&clock, &ticker, "2024-11-08T09:00").await, told(1));
}

/// Rows that count the questions.
struct Counted {
    rows: Arc<dyn RowReader>,
    question_count: AtomicUsize,
}

#[async_trait]
impl RowReader for Counted {
    async fn select(&self, statement: SelectStatement) -> Result<Vec<Row>, QueryError> {
        self.question_count.fetch_add(1, Ordering::SeqCst);
        self.rows.select(statement).await
    }

    async fn cursor(&self, ledger: &str) -> Result<Cursor, QueryError> {
        self.rows.cursor(ledger).await
    }
}

#[tokio::test]
async fn rows_that_have_not_moved_are_not_asked_again_and_time_goes_on() {
    let (house, clock, _) = stage().await;
    let rows = Arc::new(Counted {
        rows: house.rows.clone(),
        question_count: AtomicUsize::new(0),
    });
    let ticker = ticker_over(rows.clone(), &house, &clock, Holdings::all()).await;
    let asked = || rows.question_count.swap(0, Ordering::SeqCst);
    assert_eq!(look(&clock, &ticker, "2024-11-07T23:59").await, told(0));
    assert!(asked() > 1);
    assert_eq!(look(&clock, &ticker, "2024-11-08T00:01").await, told(1));
    assert_eq!(asked(), 1, "only where the rows of all ledgers stand");
    follow(&house).await;
    assert_eq!(look(&clock, &ticker, "2024-11-08T00:02").await, told(0));
    assert!(asked() > 1);
}
