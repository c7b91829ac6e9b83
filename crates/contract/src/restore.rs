//! The contract's chapter on putting back what a ledger has lost.

use jiff::ToSpan;

use crate::{Wish, ledger, made_ledger, recorded};
use khen_eventlog::{
    EventFeed, EventStore, Position, PutBackError, RecordedEvent, Restore, Version,
};

/// Two stores: a whole one, and one that has lost everything.
pub trait Turned: Sync {
    /// A store.
    type Store: EventStore + EventFeed;

    /// Where everything is.
    fn whole(&self) -> &Self::Store;

    /// Where nothing is.
    fn lost(&self) -> &Self::Store;

    /// What puts back into the lost one.
    fn restore(&self) -> &dyn Restore;
}

fn history() -> [Wish; 3] {
    let ledger = ledger("hon-quan");
    [
        Wish::new(&ledger, "1")
            .writing("slot/a", 0, &["x", "y"])
            .writing("slot/b", 0, &["x"]),
        Wish::new(&ledger, "2").writing("slot/a", 2, &["z"]),
        Wish::new(&ledger, "3")
            .writing("slot/b", 1, &["y"])
            .writing("slot/c", 0, &["một", "hai"]),
    ]
}

/// Records the history in the whole store, makes the ledger in the other; answers with the events.
async fn turned(stores: &impl Turned) -> Vec<RecordedEvent> {
    made_ledger(stores.whole()).await;
    made_ledger(stores.lost()).await;
    for wish in history() {
        recorded(stores.whole(), &wish).await;
    }
    events(stores.whole()).await
}

async fn events(store: &impl EventFeed) -> Vec<RecordedEvent> {
    let read = store.read_from(&ledger("hon-quan"), Position(0), 100).await;
    read.expect("the events are read")
}

async fn put_back(stores: &impl Turned, events: &[RecordedEvent]) -> Result<(), PutBackError> {
    let restore = stores.restore();
    restore.put_back(&ledger("hon-quan"), events.to_vec()).await
}

/// What is put back reads as it was recorded, byte for byte, however it is divided.
pub async fn what_is_put_back_is_what_was_recorded(stores: &impl Turned) {
    let whole = turned(stores).await;
    for part in [&whole[..2], &whole[2..4], &whole[4..]] {
        put_back(stores, part).await.expect("it is put back");
    }
    assert_eq!(events(stores.lost()).await, whole);
    for wish in history() {
        let (there, here) = (stores.whole(), stores.lost());
        let command = wish.command();
        let there = there.read_command(&ledger("hon-quan"), command).await;
        let here = here.read_command(&ledger("hon-quan"), command).await;
        assert_eq!(here.expect("it is read"), there.expect("it is read"));
    }
}

/// The ledger goes on behind what was put back, and knows its commands.
pub async fn a_ledger_goes_on_behind_what_was_put_back(stores: &impl Turned) {
    let whole = turned(stores).await;
    put_back(stores, &whole).await.expect("it is put back");
    for wish in history() {
        assert!(recorded(stores.lost(), &wish).await.is_repeat);
    }
    let next = Wish::new(&ledger("hon-quan"), "4").writing("slot/c", 2, &["ba"]);
    let receipt = recorded(stores.lost(), &next).await;
    let place = &receipt.events[0];
    assert_eq!((place.position, place.version), (Position(7), Version(3)));
}

/// Events that do not go on from what is there are refused, and none of them is put back.
pub async fn what_does_not_follow_is_refused_whole(stores: &impl Turned) {
    let whole = turned(stores).await;
    put_back(stores, &whole[..3]).await.expect("it is put back");
    let changed = |change: fn(&mut RecordedEvent)| {
        let mut rest = whole[3..].to_vec();
        change(&mut rest[2]);
        rest
    };
    let wrong = [
        changed(|event| event.position = Position(6)),
        changed(|event| event.version = Version(9)),
        changed(|event| event.recorded_at -= 24.hours()),
    ];
    for events in wrong {
        let refused = put_back(stores, &events).await;
        let is_named = matches!(
            refused,
            Err(PutBackError::DoesNotFollow { position }) if position == events[2].position
        );
        assert!(is_named, "{refused:?}");
    }
    let again = put_back(stores, &whole[2..]).await;
    assert!(matches!(again, Err(PutBackError::DoesNotFollow { .. })));
    assert_eq!(events(stores.lost()).await, whole[..3]);
}

/// Nothing is put back into a ledger that does not exist.
pub async fn nothing_is_put_back_where_there_is_no_ledger(stores: &impl Turned) {
    let whole = turned(stores).await;
    let refused = stores.restore().put_back(&ledger("loc-ninh"), whole).await;
    assert!(matches!(refused, Err(PutBackError::NoLedger { .. })));
}

/// A clause added here runs for every adapter at its next build.
///
/// The value of `$turned` is a [`Turned`].
#[macro_export]
macro_rules! restore_contract {
    ($turned:expr) => {
        $crate::clauses!(restore: $turned, |stores| (&stores),
            what_is_put_back_is_what_was_recorded,
            a_ledger_goes_on_behind_what_was_put_back,
            what_does_not_follow_is_refused_whole,
            nothing_is_put_back_where_there_is_no_ledger,
        );
    };
}
