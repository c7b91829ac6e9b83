//! A ledger that is not what was signed for is halted before anything more is recorded in it.

use std::{path::Path, sync::Arc};

use async_trait::async_trait;
use tokio::{task::yield_now, time::timeout};
use tokio_util::sync::CancellationToken;

use crate::{
    house::{NEVER, PATIENCE, SOON, ledger},
    sealing::{Sealed, folder, tiles_in},
};
use khen_audit::{CosigningKey, KeyName};
use khen_eventlog::{
    EventFeed, HaltBook as _, Ledger, LedgerId, Place, Position, ReadError, RecordedEvent,
    StreamName,
};
use khen_store_sqlite::SqliteLedger;
use khen_workers::{AskedWitness, Guard, GuardParts, WitnessDoor};

fn parts(sealed: &Sealed, states: &Path) -> GuardParts {
    GuardParts {
        feed: sealed.house.store.clone(),
        tiles: sealed.tiles.clone(),
        memory: sealed.signer(states).memory(),
        halting: sealed.halting(),
        poll: NEVER,
    }
}

fn guard(sealed: &Sealed, states: &Path) -> Guard {
    Guard::new(parts(sealed, states))
}

/// Why the ledger is halted, after one look; the book says the same.
async fn looked(sealed: &Sealed, states: &Path) -> Option<String> {
    guard(sealed, states).look().await.expect("it looks");
    told(sealed).await
}

async fn told(sealed: &Sealed) -> Option<String> {
    let halt = sealed.halts.halt(&sealed.here);
    let book = sealed.house.office.halts().await.expect("it is read");
    assert_eq!(book, Vec::from_iter(halt.clone()));
    halt.map(|halt| halt.reason)
}

const FORKED: &str = "the first 5 entries are not those that were signed for";

#[tokio::test]
async fn a_ledger_that_goes_on_from_what_was_signed_is_not_halted() {
    let (sealed, states) = (Sealed::open().await, folder());
    assert_eq!(looked(&sealed, states.path()).await, None);
    sealed.record("slot/1", 300).await;
    sealed.seal(states.path()).await.stop().await;
    sealed.record("slot/2", 2).await;
    assert_eq!(looked(&sealed, states.path()).await, None);
}

/// A feed that lists ledgers as they were some time ago.
struct Stale {
    feed: Arc<SqliteLedger>,
    listed: Vec<Ledger>,
}

#[async_trait]
impl EventFeed for Stale {
    async fn read_from(
        &self,
        ledger: &LedgerId,
        from: Position,
        limit: usize,
    ) -> Result<Vec<RecordedEvent>, ReadError> {
        self.feed.read_from(ledger, from, limit).await
    }

    async fn first_events(
        &self,
        ledger: &LedgerId,
        streams: &[StreamName],
    ) -> Result<Vec<RecordedEvent>, ReadError> {
        self.feed.first_events(ledger, streams).await
    }

    async fn places(
        &self,
        ledger: &LedgerId,
        kind: &str,
        from: Position,
    ) -> Result<Vec<Place>, ReadError> {
        self.feed.places(ledger, kind, from).await
    }

    async fn ledgers(&self) -> Result<Vec<Ledger>, ReadError> {
        Ok(self.listed.clone())
    }

    async fn ledger(&self, ledger: &LedgerId) -> Result<Option<Ledger>, ReadError> {
        self.feed.ledger(ledger).await
    }
}

#[tokio::test]
async fn a_ledger_that_grows_and_is_signed_during_the_look_is_not_halted() {
    let (sealed, states) = (Sealed::open().await, folder());
    sealed.record("slot/1", 3).await;
    let listed = sealed.house.store.ledgers().await.expect("they are listed");
    sealed.record("slot/2", 2).await;
    sealed.seal(states.path()).await.stop().await;
    let mut guard = Guard::new(GuardParts {
        feed: Arc::new(Stale {
            feed: sealed.house.store.clone(),
            listed,
        }),
        ..parts(&sealed, states.path())
    });
    guard.look().await.expect("it looks");
    assert_eq!(told(&sealed).await, None);
}

#[tokio::test]
async fn a_ledger_without_its_tiles_is_hashed_anew() {
    let (mut sealed, states) = (Sealed::open().await, folder());
    sealed.record("slot/1", 300).await;
    sealed.seal(states.path()).await.stop().await;
    let elsewhere = folder();
    sealed.tiles = tiles_in(elsewhere.path());
    assert_eq!(looked(&sealed, states.path()).await, None);
}

#[tokio::test]
async fn a_ledger_that_was_turned_back_is_halted() {
    let (sealed, states) = (Sealed::open().await, folder());
    sealed.record("slot/1", 5).await;
    sealed.seal(states.path()).await.stop().await;
    let restored = Sealed::open().await;
    restored.record("slot/1", 3).await;
    let reason = looked(&restored, states.path()).await;
    let expected = "5 entries were signed for, and only 3 are there";
    assert_eq!(reason.as_deref(), Some(expected));
    let halt = restored.halts.halt(&restored.here).expect("it is halted");
    assert_eq!(halt.witnessed, Position(5));
}

#[tokio::test]
async fn a_ledger_that_went_another_way_is_halted_with_and_without_its_tiles() {
    let (sealed, states) = (Sealed::open().await, folder());
    sealed.record("slot/1", 5).await;
    sealed.seal(states.path()).await.stop().await;
    for count in [5, 7] {
        let mut other = Sealed::open().await;
        other.record("slot/2", count).await;
        assert_eq!(looked(&other, states.path()).await.as_deref(), Some(FORKED));
        other = Sealed::open().await;
        other.record("slot/2", count).await;
        other.tiles = sealed.tiles.clone();
        assert_eq!(looked(&other, states.path()).await.as_deref(), Some(FORKED));
    }
}

#[tokio::test]
async fn a_ledger_behind_its_own_tiles_is_halted_although_nothing_was_signed() {
    let (sealed, mut restored) = (Sealed::open().await, Sealed::open().await);
    sealed.record("slot/1", 5).await;
    sealed.seal(folder().path()).await.stop().await;
    restored.record("slot/1", 3).await;
    restored.tiles = sealed.tiles.clone();
    let reason = looked(&restored, folder().path()).await;
    assert!(reason.is_some_and(|reason| reason.contains("only 3 are there")));
}

#[tokio::test]
async fn what_the_signer_remembers_and_nobody_can_read_halts() {
    let (sealed, states) = (Sealed::open().await, folder());
    sealed.record("slot/1", 5).await;
    sealed.seal(states.path()).await.stop().await;
    let files = std::fs::read_dir(states.path()).unwrap();
    for file in files.map(|file| file.unwrap().path()) {
        std::fs::write(file, "made-up").unwrap();
    }
    let reason = looked(&sealed, states.path()).await;
    assert!(reason.is_some_and(|reason| reason.contains("cannot be read")));
}

#[tokio::test]
async fn a_halt_stands_until_it_is_lifted() {
    let (sealed, states) = (Sealed::open().await, folder());
    sealed.record("slot/1", 5).await;
    sealed.seal(states.path()).await.stop().await;
    let restored = Sealed::open().await;
    restored.record("slot/1", 3).await;
    assert!(looked(&restored, states.path()).await.is_some());
    // Nothing is wrong any more as far as anybody can see, and still nobody has said so.
    let forgotten = folder();
    assert!(looked(&restored, forgotten.path()).await.is_some());
    let lifted = restored.house.office.lift_halt(&restored.here).await;
    lifted.expect("the halt is lifted");
    assert_eq!(looked(&restored, forgotten.path()).await, None);
}

#[tokio::test]
async fn a_halt_of_another_process_is_learnt_and_forgotten() {
    let (sealed, states) = (Sealed::open().await, folder());
    let parts = GuardParts {
        feed: sealed.house.store.clone(),
        tiles: sealed.tiles.clone(),
        memory: sealed.signer(states.path()).memory(),
        halting: sealed.halting(),
        poll: SOON,
    };
    let (guard, stop) = (Guard::new(parts), CancellationToken::new());
    let token = stop.clone();
    let running = tokio::spawn(async move { guard.run(&token).await });
    let halt = khen_eventlog::HaltRecord {
        ledger: sealed.here.clone(),
        witnessed: Position(9),
        reason: "noticed elsewhere".to_owned(),
        since: jiff::Timestamp::UNIX_EPOCH,
    };
    sealed.house.office.keep_halt(&halt).await.unwrap();
    until(|| sealed.halts.halt(&sealed.here).is_some()).await;
    sealed.house.office.lift_halt(&sealed.here).await.unwrap();
    until(|| sealed.halts.halt(&sealed.here).is_none()).await;
    stop.cancel();
    running.await.expect("the guard ends in peace");
}

async fn until(is_so: impl Fn() -> bool) {
    let waiting = async {
        while !is_so() {
            yield_now().await;
        }
    };
    timeout(PATIENCE, waiting).await.expect("it comes about");
}

/// A witness that shows what it has, or does not answer.
struct Shows(Option<String>);

#[async_trait]
impl WitnessDoor for Shows {
    async fn add_checkpoint(
        &self,
        _body: String,
    ) -> Result<(u16, String), Box<dyn std::error::Error + Send + Sync>> {
        Err("nobody asks for a cosignature here".into())
    }

    async fn checkpoint(
        &self,
        _origin_hash: &str,
    ) -> Result<Option<String>, Box<dyn std::error::Error + Send + Sync>> {
        self.0.clone().map(Some).ok_or("it is away".into())
    }
}

fn witness(shown: Option<&str>) -> [AskedWitness; 1] {
    let name = KeyName::parse("thanh-tra.example/w1").expect("it is a name");
    let key = CosigningKey::from_seed(name, zeroize::Zeroizing::new([9; 32]));
    [AskedWitness {
        key: key.verifier().clone(),
        door: Arc::new(Shows(shown.map(ToOwned::to_owned))),
    }]
}

#[tokio::test]
async fn a_rollback_of_everything_is_noticed_by_a_witness() {
    let (sealed, lost) = (Sealed::open().await, folder());
    sealed.record("slot/1", 5).await;
    sealed.seal(lost.path()).await.stop().await;
    let note = sealed.signed().await.note;
    let restored = Sealed::open().await;
    restored.record("slot/1", 3).await;
    let states = folder();
    let guard = guard(&restored, states.path());
    let signer = restored.signer(states.path());
    let changed = note.replacen("\n5\n", "\n9\n", 1);
    for unbelieved in [None, Some(changed.as_str())] {
        guard.ask(&signer, &witness(unbelieved)).await.unwrap();
        assert_eq!(told(&restored).await, None, "{unbelieved:?}");
    }
    guard.ask(&signer, &witness(Some(&note))).await.unwrap();
    let reason = told(&restored).await;
    assert!(reason.is_some_and(|reason| reason.contains("only 3 are there")));
}

#[tokio::test]
async fn a_log_whose_ledger_is_gone_is_halted() {
    let (mut sealed, states) = (Sealed::open().await, folder());
    sealed.here = ledger("loc-ninh");
    sealed.house.make(&sealed.here).await;
    sealed.record("slot/1", 5).await;
    sealed.seal(states.path()).await.stop().await;
    let mut empty = Sealed::open().await;
    empty.tiles = sealed.tiles.clone();
    guard(&empty, folder().path()).look().await.unwrap();
    let halted = empty.halts.all().into_iter().map(|halt| halt.ledger);
    assert_eq!(halted.collect::<Vec<_>>(), [sealed.here]);
}
