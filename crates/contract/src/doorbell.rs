//! The contract's chapter on the doorbell: it wakes, it carries nothing, it may be lost.

use std::time::Duration;

use tokio::time::timeout;

use crate::{Wish, ledger, made_ledger, recorded};
use khen_eventlog::{Doorbell, EventFeed, EventStore, Listener, Position, Rung};

/// Long enough for any bell that works; a clause that is kept never waits so long.
const PATIENCE: Duration = Duration::from_secs(20);

async fn heard(listener: &mut dyn Listener) -> Rung {
    let heard = timeout(PATIENCE, listener.wait()).await;
    heard.expect("the ring is heard")
}

fn of(slugs: &[&str]) -> Rung {
    Rung::Of(slugs.iter().copied().map(ledger).collect())
}

/// A ring wakes everyone who waits, whichever ledger it is for.
pub async fn a_ring_wakes_all_who_wait(bell: &dyn Doorbell) {
    let (mut one, mut two) = (bell.listen(), bell.listen());
    tokio::join!(heard(&mut *one), heard(&mut *two), async {
        bell.ring(&ledger("hon-quan"));
    });
    tokio::join!(heard(&mut *one), async {
        bell.ring(&ledger("loc-ninh"));
    });
}

/// A ring between listening and waiting is not lost: there is no moment without an ear.
pub async fn a_ring_before_the_wait_is_heard(bell: &dyn Doorbell) {
    let mut listener = bell.listen();
    bell.ring(&ledger("hon-quan"));
    heard(&mut *listener).await;
    bell.ring(&ledger("hon-quan"));
    heard(&mut *listener).await;
}

/// Who hears a ring hears whose it was; of several, whose they all were since it last heard any.
pub async fn a_ring_says_whose_it_is(bell: &dyn Doorbell) {
    let mut listener = bell.listen();
    bell.ring(&ledger("hon-quan"));
    assert_eq!(heard(&mut *listener).await, of(&["hon-quan"]));
    bell.ring(&ledger("loc-ninh"));
    bell.ring(&ledger("hon-quan"));
    bell.ring(&ledger("loc-ninh"));
    assert_eq!(heard(&mut *listener).await, of(&["hon-quan", "loc-ninh"]));
}

/// A follower that gave up waiting hears a later ring all the same.
pub async fn an_interrupted_wait_loses_no_ring(bell: &dyn Doorbell) {
    let mut listener = bell.listen();
    let silence = timeout(Duration::ZERO, listener.wait()).await;
    assert!(silence.is_err());
    bell.ring(&ledger("hon-quan"));
    heard(&mut *listener).await;
}

/// Ringing without an ear, and an ear that is dropped, trouble nobody.
pub async fn a_bell_rings_into_an_empty_house(bell: &dyn Doorbell) {
    bell.ring(&ledger("hon-quan"));
    drop(bell.listen());
    bell.ring(&ledger("hon-quan"));
    let mut late = bell.listen();
    bell.ring(&ledger("hon-quan"));
    heard(&mut *late).await;
}

/// A lost ring only delays: who hears nothing and looks anyway finds every event.
pub async fn a_lost_ring_only_delays(
    bell: &dyn Doorbell,
    store: &dyn EventStore,
    feed: &dyn EventFeed,
) {
    let mut listener = bell.listen();
    let ledger = made_ledger(store).await;
    recorded(store, &Wish::new(&ledger, "1").writing("slot/1", 0, &["a"])).await;
    let silence = timeout(Duration::ZERO, listener.wait()).await;
    assert!(silence.is_err());
    let events = feed.read_from(&ledger, Position(0), 10).await;
    assert_eq!(events.expect("the feed is read").len(), 1);
}

/// A ring in one process wakes whoever waits in another, and the other way round.
pub async fn a_ring_in_one_process_is_heard_in_another(here: &dyn Doorbell, there: &dyn Doorbell) {
    for (ringing, hearing) in [(here, there), (there, here)] {
        let mut listener = hearing.listen();
        ringing.ring(&ledger("hon-quan"));
        assert_eq!(heard(&mut *listener).await, of(&["hon-quan"]));
    }
}

/// Each of many rings in one process is followed by a waking in another.
pub async fn no_ring_in_another_process_stays_unheard(here: &dyn Doorbell, there: &dyn Doorbell) {
    let mut listener = there.listen();
    for _ in 0..50 {
        here.ring(&ledger("hon-quan"));
        heard(&mut *listener).await;
    }
}

/// A clause added here runs for every adapter at its next build.
///
/// The values of `$fresh_bell` and `$fresh_store` dereference to a [`Doorbell`] and to an
/// [`EventStore`] that is an [`EventFeed`] too. A bell that is heard in other processes has a third
/// value, whose fields 0 and 1 dereference to the [`Doorbell`]s of two of them.
#[macro_export]
macro_rules! doorbell_contract {
    ($fresh_bell:expr, $fresh_store:expr) => {
        $crate::clauses!(doorbell: $fresh_bell, |bell| (&*bell),
            a_ring_wakes_all_who_wait,
            a_ring_before_the_wait_is_heard,
            a_ring_says_whose_it_is,
            an_interrupted_wait_loses_no_ring,
            a_bell_rings_into_an_empty_house,
        );
        $crate::clauses!(doorbell: async { ($fresh_bell.await, $fresh_store.await) },
            |both| (&*both.0, &*both.1, &*both.1),
            a_lost_ring_only_delays,
        );
    };
    ($fresh_bell:expr, $fresh_store:expr, $fresh_pair:expr) => {
        $crate::doorbell_contract!($fresh_bell, $fresh_store);
        $crate::clauses!(doorbell: $fresh_pair, |pair| (&*pair.0, &*pair.1),
            a_ring_in_one_process_is_heard_in_another,
            no_ring_in_another_process_stays_unheard,
        );
    };
}
