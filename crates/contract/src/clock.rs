//! The contract's chapter on times of recording.

use std::sync::{Mutex, PoisonError};

use jiff::{Timestamp, ToSpan};

use crate::{Wish, made_ledger, recorded};
use khen_ambient::Clock;
use khen_eventlog::{EventFeed, EventStore, LedgerId, Position, RecordedEvent};

/// A clock that moves by hand only.
#[derive(Debug)]
pub struct HandClock(Mutex<Timestamp>);

impl HandClock {
    /// A clock that shows `time` until it is moved.
    #[must_use]
    pub fn at(time: Timestamp) -> Self {
        Self(Mutex::new(time))
    }

    /// Moves the clock, back or forth.
    pub fn move_to(&self, time: Timestamp) {
        *self.0.lock().unwrap_or_else(PoisonError::into_inner) = time;
    }
}

impl Default for HandClock {
    /// Nine in the morning of 15 March 2024, in Vietnam.
    fn default() -> Self {
        Self::at(
            "2024-03-15T02:00:00Z"
                .parse()
                .expect("the time is well formed"),
        )
    }
}

impl Clock for HandClock {
    fn now(&self) -> Timestamp {
        *self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

async fn record(store: &dyn EventStore, ledger: &LedgerId, round: u64) {
    let wish = Wish::new(ledger, &round.to_string());
    recorded(store, &wish.writing("slot/1", 2 * round, &["a", "b"])).await;
}

async fn whole(feed: &dyn EventFeed, ledger: &LedgerId) -> Vec<RecordedEvent> {
    let events = feed.read_from(ledger, Position(0), 100).await;
    events.expect("the feed is read")
}

/// The clock says when an event was recorded.
pub async fn an_event_carries_the_time_of_the_clock(
    store: &dyn EventStore,
    feed: &dyn EventFeed,
    clock: &HandClock,
) {
    let ledger = made_ledger(store).await;
    record(store, &ledger, 0).await;
    let later = clock.now() + 90.minutes();
    let first = clock.now();
    clock.move_to(later);
    record(store, &ledger, 1).await;
    let events = whole(feed, &ledger).await;
    assert_eq!(events[0].recorded_at, first);
    assert_eq!(events[2].recorded_at, later);
}

/// While the clock stands still, each event is recorded a microsecond after the last.
pub async fn recorded_times_increase_while_the_clock_stands_still(
    store: &dyn EventStore,
    feed: &dyn EventFeed,
    _clock: &HandClock,
) {
    let ledger = made_ledger(store).await;
    for round in 0..5 {
        record(store, &ledger, round).await;
    }
    let events = whole(feed, &ledger).await;
    assert_eq!(events.len(), 10);
    for pair in events.windows(2) {
        assert_eq!(pair[1].recorded_at, pair[0].recorded_at + 1.microsecond());
    }
}

/// A clock that goes back never refuses an append, and times go on increasing.
pub async fn recorded_times_increase_while_the_clock_goes_back(
    store: &dyn EventStore,
    feed: &dyn EventFeed,
    clock: &HandClock,
) {
    let ledger = made_ledger(store).await;
    for round in 0..5 {
        record(store, &ledger, round).await;
        clock.move_to(clock.now() - 24.hours());
    }
    let events = whole(feed, &ledger).await;
    assert_eq!(events.len(), 10);
    assert!(events.is_sorted_by(|a, b| a.recorded_at < b.recorded_at));
}

/// A clause added here runs for every adapter at its next build.
///
/// `$fresh_with` takes an `Arc<dyn Clock>`; the value of what it returns dereferences to an
/// [`EventStore`] that is an [`EventFeed`] too.
#[macro_export]
macro_rules! clock_contract {
    ($fresh_with:expr) => {
        $crate::clock_contract!(@clauses $fresh_with,
            an_event_carries_the_time_of_the_clock,
            recorded_times_increase_while_the_clock_stands_still,
            recorded_times_increase_while_the_clock_goes_back,
        );
    };
    (@clauses $fresh_with:expr, $($clause:ident),+ $(,)?) => {
        $(#[tokio::test]
        async fn $clause() {
            let clock = ::std::sync::Arc::new($crate::HandClock::default());
            let adapter = $fresh_with(clock.clone()).await;
            $crate::clock::$clause(&*adapter, &*adapter, &clock).await;
        })+
    };
}
