//! Others who cosign a log.

use std::sync::{
    Arc, Mutex,
    atomic::{AtomicUsize, Ordering},
};

use async_trait::async_trait;
use zeroize::Zeroizing;

use crate::{
    house::AtWork,
    sealing::{Sealed, folder, parsed, stopped, vkeys},
};
use khen_audit::{AddCheckpoint, CosigningKey, KeyName, PosixTime, TreeHead, VerifierKey, Witness};
use khen_contract::HandClock;
use khen_eventlog::{KeptCheckpoint, Position};
use khen_workers::{AskedWitness, Holdings, WitnessDoor, Witnesses, WitnessesParts};

/// A witness in the same process.
struct Door {
    witness: Witness,
    last: Mutex<TreeHead>,
    requests: AtomicUsize,
    /// Whether it answers with what nobody signed.
    lies: bool,
}

#[async_trait]
impl WitnessDoor for Door {
    async fn add_checkpoint(
        &self,
        body: String,
    ) -> Result<(u16, String), Box<dyn std::error::Error + Send + Sync>> {
        self.requests.fetch_add(1, Ordering::Relaxed);
        let request = AddCheckpoint::parse(&body)?;
        let mut last = self.last.lock().expect("nobody died");
        let now = PosixTime::try_new(1_710_468_000)?;
        Ok(match self.witness.decide(&last, &request, now) {
            Ok(accepted) => {
                *last = accepted.tree;
                let body = accepted.body();
                let last_digits = body.replace("==", "");
                (200, if self.lies { last_digits } else { body })
            }
            Err(refusal) => (refusal.status(), refusal.body()),
        })
    }

    async fn checkpoint(
        &self,
        _origin_hash: &str,
    ) -> Result<Option<String>, Box<dyn std::error::Error + Send + Sync>> {
        Ok(None)
    }
}

fn key() -> CosigningKey {
    let name = KeyName::parse("thanh-tra.example/w1").expect("it is a name");
    CosigningKey::from_seed(name, Zeroizing::new([9; 32]))
}

/// A witness of the log of this house, which is signed already.
async fn door(sealed: &Sealed) -> Arc<Door> {
    let logs = vkeys(&sealed.signed().await);
    Arc::new(Door {
        witness: Witness::new(key(), logs),
        last: Mutex::new(TreeHead::empty()),
        requests: AtomicUsize::new(0),
        lies: false,
    })
}

fn asking(
    sealed: &Sealed,
    at_work: &AtWork,
    (door, clock): (&Arc<Door>, &Arc<HandClock>),
) -> Witnesses {
    let asked = AskedWitness {
        key: key().verifier().clone(),
        door: door.clone(),
    };
    Witnesses::new(WitnessesParts {
        feed: sealed.house.store.clone(),
        store: sealed.tiles.clone(),
        witnesses: vec![asked],
        status: at_work.follower.status(),
        holdings: Holdings::all(),
        herald: None,
        halting: sealed.halting(),
        clock: clock.clone(),
    })
}

fn is_cosigned(kept: &KeptCheckpoint, by: &VerifierKey) -> bool {
    let verified = parsed(kept).note().verified_by(by).map(|by| by.is_some());
    verified.expect("no line is false")
}

#[tokio::test]
async fn a_log_that_grew_is_cosigned() {
    let (sealed, states) = (Sealed::open().await, folder());
    let mut requests = 0;
    for (stream, count, size) in [("slot/1", 3, 3), ("slot/2", 300, 303)] {
        sealed.record(stream, count).await;
        let at_work = sealed.seal(states.path()).await;
        let door = door(&sealed).await;
        let mut witnesses = asking(&sealed, &at_work, (&door, &Arc::default()));
        witnesses.look().await;
        let log = sealed.log().await;
        let (signed, witnessed) = (log.signed.unwrap(), log.witnessed.unwrap());
        assert_eq!(witnessed.size, Position(size));
        assert!(is_cosigned(&witnessed, key().verifier()));
        assert_eq!(signed, witnessed);
        requests += door.requests.load(Ordering::Relaxed);
        at_work.stop().await;
    }
    assert_eq!(requests, 2);
}

#[tokio::test]
async fn a_witness_is_asked_from_where_it_is() {
    let (sealed, states) = (Sealed::open().await, folder());
    sealed.record("slot/1", 3).await;
    sealed.seal(states.path()).await.stop().await;
    let door = door(&sealed).await;
    *door.last.lock().unwrap() = parsed(&sealed.signed().await).checkpoint().tree();
    sealed.record("slot/2", 4).await;
    let at_work = sealed.seal(states.path()).await;
    asking(&sealed, &at_work, (&door, &Arc::default()))
        .look()
        .await;
    assert_eq!(door.requests.load(Ordering::Relaxed), 2);
    let witnessed = sealed.log().await.witnessed.expect("it is witnessed");
    assert_eq!(witnessed.size, Position(7));
    at_work.stop().await;
}

#[tokio::test]
async fn what_has_not_grown_is_witnessed_again_after_a_quarter_of_an_hour() {
    let (sealed, states) = (Sealed::open().await, folder());
    sealed.record("slot/1", 3).await;
    let at_work = sealed.seal(states.path()).await;
    let door = door(&sealed).await;
    let clock = Arc::new(HandClock::default());
    let mut witnesses = asking(&sealed, &at_work, (&door, &clock));
    for (time, requests) in [
        ("2024-03-15T02:00:00Z", 1),
        ("2024-03-15T02:14:59Z", 1),
        ("2024-03-15T02:15:00Z", 2),
        ("2024-03-15T02:15:10Z", 2),
    ] {
        clock.move_to(time.parse().expect("it is a time"));
        witnesses.look().await;
        let count = door.requests.load(Ordering::Relaxed);
        assert_eq!(count, requests, "{time}");
    }
    at_work.stop().await;
}

#[tokio::test]
async fn a_log_of_which_a_witness_saw_more_stops() {
    let (sealed, states) = (Sealed::open().await, folder());
    sealed.record("slot/1", 3).await;
    let at_work = sealed.seal(states.path()).await;
    let door = door(&sealed).await;
    door.last.lock().unwrap().size = 5;
    asking(&sealed, &at_work, (&door, &Arc::default()))
        .look()
        .await;
    let reason = stopped(&sealed, at_work).await;
    assert!(
        reason.starts_with("5 entries were signed for, and only 3 are there"),
        "{reason}"
    );
}

#[tokio::test]
async fn a_log_of_which_a_witness_saw_another_history_stops() {
    let (other, states) = (Sealed::open().await, folder());
    other.record("slot/9", 3).await;
    other.seal(folder().path()).await.stop().await;
    let sealed = Sealed::open().await;
    sealed.record("slot/1", 5).await;
    let at_work = sealed.seal(states.path()).await;
    let door = door(&sealed).await;
    *door.last.lock().unwrap() = parsed(&other.signed().await).checkpoint().tree();
    asking(&sealed, &at_work, (&door, &Arc::default()))
        .look()
        .await;
    let reason = stopped(&sealed, at_work).await;
    let forked = "the first 3 entries are not those that were signed for";
    assert!(reason.starts_with(forked), "{reason}");
}

#[tokio::test]
async fn a_false_word_of_a_witness_is_not_kept() {
    let (sealed, states) = (Sealed::open().await, folder());
    sealed.record("slot/1", 3).await;
    let at_work = sealed.seal(states.path()).await;
    let before = sealed.log().await;
    let honest = Arc::into_inner(door(&sealed).await).expect("it is nobody else's");
    let door = Arc::new(Door {
        lies: true,
        ..honest
    });
    asking(&sealed, &at_work, (&door, &Arc::default()))
        .look()
        .await;
    assert_eq!(door.requests.load(Ordering::Relaxed), 1);
    assert_eq!(sealed.log().await, before);
    at_work.stop().await;
}
