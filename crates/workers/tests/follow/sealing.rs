//! The log of a ledger, made from its events and signed.

use std::{path::Path, sync::Arc};

use tempfile::TempDir;
use tokio::{task::yield_now, time::timeout};
use tokio_util::sync::CancellationToken;
use zeroize::Zeroizing;

use crate::house::{AtWork, House, PATIENCE, SOON, ledger};
use khen_audit::{
    Frontier, Hash, ProofPlan, SignedCheckpoint, Tile, TileId, TileSet, TreeHead, VerifierKey,
    leaf_hash, verify_inclusion,
};
use khen_blobs::FolderStates;
use khen_contract::{HandClock, Wish, recorded};
use khen_eventlog::{
    Halts, KeptCheckpoint, LedgerId, Position, SealedLog, StopBook as _, TilePlace, TileStore as _,
    leaf_bytes,
};
use khen_store_sqlite::SqliteSeal;
use khen_workers::{Halting, Holdings, LogKeys, Notary, NotaryParts, SealSink, Signer};

const SOURCE: &str = "https://khen.example/made-up";
const PRESENT: [u8; 32] = [1; 32];

/// A house whose ledger is sealed; tiles and the memory of the signer lie in folders of their own.
pub(crate) struct Sealed {
    pub(crate) house: House,
    pub(crate) tiles: Arc<SqliteSeal>,
    keys: LogKeys,
    pub(crate) here: LedgerId,
    /// What this process knows of halts.
    pub(crate) halts: Halts,
}

fn keys(present: [u8; 32], previous: Option<[u8; 32]>) -> LogKeys {
    LogKeys::new(None, Zeroizing::new(present), previous.map(Zeroizing::new))
}

pub(crate) fn folder() -> TempDir {
    tempfile::tempdir().expect("there is a temporary folder")
}

pub(crate) fn tiles_in(folder: &Path) -> Arc<SqliteSeal> {
    Arc::new(SqliteSeal::open(folder).expect("the logs open"))
}

impl Sealed {
    pub(crate) async fn open() -> Self {
        let house = House::open().await;
        Self {
            tiles: tiles_in(house.folder.path()),
            house,
            keys: keys(PRESENT, None),
            here: ledger("hon-quan"),
            halts: Halts::default(),
        }
    }

    pub(crate) fn halting(&self) -> Halting {
        let clock = Arc::new(HandClock::default());
        Halting::new(self.halts.clone(), self.house.office.clone(), clock)
    }

    /// The signer of this office, which remembers in `states`.
    pub(crate) fn signer(&self, states: &Path) -> Signer {
        let states = FolderStates::open(states).expect("the states open");
        Signer::new(self.keys.clone(), Arc::new(states))
    }

    /// Records so many events in a stream of their own.
    pub(crate) async fn record(&self, stream: &str, count: usize) {
        let words = vec!["word"; count];
        let wish = Wish::new(&self.here, stream).writing(stream, 0, &words);
        recorded(&*self.house.store, &wish).await;
    }

    fn follow(&self) -> AtWork {
        let (feed, tiles) = (self.house.store.clone(), self.tiles.clone());
        let sink = SealSink::new(feed, tiles, self.halting());
        let heads = self.house.heads(SOON);
        self.house
            .follow_with(heads, Holdings::all(), Arc::new(sink))
    }

    /// Puts everything into the tree, as a process does between its start and its end; answers with the
    /// follower's last words.
    async fn integrate(&self) -> khen_workers::LedgerStatus {
        let at_work = self.follow();
        let size = self.house.events(&self.here).await.len() as u64;
        let status = at_work.follower.status();
        let reached = timeout(PATIENCE, status.reached(&self.here, Position(size))).await;
        reached.expect("the sink arrives or stops").ok();
        at_work.stop().await;
        status.ledger(&self.here).expect("the ledger is followed")
    }

    /// A notary of this process, which remembers in `states`.
    fn notary(&self, at_work: &AtWork, states: &Path, clock: &Arc<HandClock>) -> Notary {
        Notary::new(NotaryParts {
            feed: self.house.store.clone(),
            store: self.tiles.clone(),
            signer: self.signer(states),
            status: at_work.follower.status(),
            holdings: Holdings::all(),
            halting: self.halting(),
            clock: clock.clone(),
        })
    }

    /// Puts everything into the tree and signs it once; answers with the follower, still at work.
    pub(crate) async fn seal(&self, states: &Path) -> AtWork {
        let at_work = self.follow();
        let size = self.house.events(&self.here).await.len() as u64;
        let status = at_work.follower.status();
        let reached = timeout(PATIENCE, status.reached(&self.here, Position(size))).await;
        reached.expect("in time").expect("the sink arrives");
        let clock = Arc::new(HandClock::default());
        assert!(self.notary(&at_work, states, &clock).look().await);
        at_work
    }

    pub(crate) async fn log(&self) -> SealedLog {
        let log = self.tiles.log(&self.here).await.expect("the log is read");
        log.expect("the log has begun")
    }

    pub(crate) async fn signed(&self) -> KeptCheckpoint {
        self.log().await.signed.expect("the log is signed")
    }

    /// The leaves as an auditor computes them.
    async fn leaves(&self) -> Vec<Hash> {
        let events = self.house.events(&self.here).await;
        let leaf = |event| leaf_hash(&leaf_bytes(SOURCE, event).expect("the event has a leaf"));
        events.iter().map(leaf).collect()
    }

    /// The tree as an auditor computes it.
    async fn tree(&self) -> TreeHead {
        let mut tree = Frontier::new();
        self.leaves()
            .await
            .into_iter()
            .for_each(|leaf| tree.push(leaf));
        tree.head()
    }

    /// These tiles, as the store has them.
    async fn set(&self, ids: &[TileId]) -> TileSet {
        let place = |id: &TileId| TilePlace {
            level: id.level(),
            index: id.index(),
        };
        let places: Vec<TilePlace> = ids.iter().map(place).collect();
        let found = self.tiles.tiles(&self.here, &places).await;
        let found = found.expect("the tiles are read").into_iter();
        let tile = |(id, bytes): (&TileId, Option<Vec<u8>>)| {
            Tile::try_new(*id, bytes.expect("the tile is there")).expect("it is a tile")
        };
        ids.iter().zip(found).map(tile).collect()
    }
}

pub(crate) fn parsed(kept: &KeptCheckpoint) -> SignedCheckpoint {
    SignedCheckpoint::parse(&kept.note).expect("the note is a signed checkpoint")
}

pub(crate) fn vkeys(kept: &KeptCheckpoint) -> Vec<VerifierKey> {
    let lines = kept.keys.lines();
    let keys = lines.map(|line| VerifierKey::parse(line).expect("the line is a key"));
    keys.collect()
}

#[tokio::test]
async fn every_event_is_proven_by_the_signed_tree() {
    let (sealed, states) = (Sealed::open().await, folder());
    sealed.record("slot/1", 300).await;
    sealed.seal(states.path()).await.stop().await;
    let kept = sealed.signed().await;
    let signed = parsed(&kept);
    let tree = signed.checkpoint().tree();
    assert_eq!(tree, sealed.tree().await);
    assert_eq!((kept.size, tree.size), (Position(300), 300));
    assert_eq!(
        signed.checkpoint().origin().as_str(),
        "khen.example/log/hon-quan"
    );
    let keys = vkeys(&kept);
    let verified = signed.note().verify(&keys);
    assert_eq!(verified.expect("the log signed").len(), 1);
    for (index, leaf) in (0..).zip(sealed.leaves().await) {
        let plan = ProofPlan::inclusion(index, tree.size).expect("the leaf is in the tree");
        let tiles = sealed.set(&plan.tiles()).await;
        let proof = plan.prove(&tiles).expect("the tiles are there");
        verify_inclusion(leaf, index, &proof, &tree).expect("the leaf is proven");
    }
}

#[tokio::test]
async fn the_tree_goes_on_after_a_restart() {
    let (sealed, states) = (Sealed::open().await, folder());
    for (stream, count) in [
        ("slot/1", 250),
        ("slot/2", 6),
        ("slot/3", 1),
        ("slot/4", 300),
    ] {
        sealed.record(stream, count).await;
        sealed.seal(states.path()).await.stop().await;
        let tree = parsed(&sealed.signed().await).checkpoint().tree();
        assert_eq!(tree, sealed.tree().await, "{stream}");
    }
}

#[tokio::test]
async fn a_growing_log_is_signed_by_itself() {
    let (sealed, states) = (Sealed::open().await, folder());
    let at_work = sealed.follow();
    let notary = sealed.notary(&at_work, states.path(), &Arc::default());
    let stop = CancellationToken::new();
    let token = stop.clone();
    let signing = tokio::spawn(async move { notary.run(&token).await });
    sealed.record("slot/1", 3).await;
    let signed = async {
        loop {
            let log = sealed.tiles.log(&sealed.here).await.expect("it is read");
            if log.and_then(|log| log.signed).is_some() {
                return;
            }
            yield_now().await;
        }
    };
    timeout(PATIENCE, signed).await.expect("it is signed");
    stop.cancel();
    signing.await.expect("the notary ends in peace");
    at_work.stop().await;
}

#[tokio::test]
async fn what_has_not_grown_is_not_signed_again() {
    let (sealed, states) = (Sealed::open().await, folder());
    sealed.record("slot/1", 3).await;
    let at_work = sealed.seal(states.path()).await;
    let first = sealed.signed().await;
    let later = Arc::new(HandClock::default());
    later.move_to("2024-03-16T02:00:00Z".parse().expect("a time"));
    let mut notary = sealed.notary(&at_work, states.path(), &later);
    assert!(notary.look().await && notary.look().await);
    assert_eq!(sealed.signed().await, first);
    at_work.stop().await;
}

#[tokio::test]
async fn the_previous_key_signs_as_well() {
    let (mut sealed, states) = (Sealed::open().await, folder());
    sealed.record("slot/1", 3).await;
    sealed.seal(states.path()).await.stop().await;
    let old = vkeys(&sealed.signed().await);
    sealed.keys = keys([2; 32], Some(PRESENT));
    sealed.seal(states.path()).await.stop().await;
    let kept = sealed.signed().await;
    let both = vkeys(&kept);
    assert_eq!(both[1..], old);
    for key in &both {
        let verified = parsed(&kept).note().verify([key]).map(|all| all.len());
        assert_eq!(verified, Ok(1), "{key}");
    }
}

/// Tells why the seal stopped, by status and in the book.
pub(crate) async fn stopped(sealed: &Sealed, at_work: AtWork) -> String {
    let status = at_work.follower.status().ledger(&sealed.here);
    let stop = status.expect("it is followed").stopped;
    let reason = stop.expect("the seal has stopped").reason;
    let written = async {
        loop {
            let stops = sealed.house.office.stops().await.expect("it is read");
            if let Some(stop) = stops.into_iter().find(|stop| stop.sink == "seal") {
                return stop.reason;
            }
            yield_now().await;
        }
    };
    let written = timeout(PATIENCE, written).await;
    assert_eq!(written.expect("the stop is written down"), reason);
    at_work.stop().await;
    reason
}

#[tokio::test]
async fn a_ledger_that_was_turned_back_is_not_signed() {
    let (sealed, states) = (Sealed::open().await, folder());
    sealed.record("slot/1", 5).await;
    sealed.seal(states.path()).await.stop().await;
    // As after a restore of the whole folder from an old backup.
    let restored = Sealed::open().await;
    restored.record("slot/1", 3).await;
    let reason = stopped(&restored, restored.seal(states.path()).await).await;
    assert!(
        reason.starts_with("5 entries were signed for, and only 3 are there"),
        "{reason}"
    );
    assert_eq!(restored.log().await.signed, None);
    let halt = restored.halts.halt(&restored.here);
    assert_eq!(halt.map(|halt| halt.witnessed), Some(Position(5)));
}

#[tokio::test]
async fn a_ledger_that_went_another_way_is_not_signed() {
    let (sealed, states) = (Sealed::open().await, folder());
    sealed.record("slot/1", 5).await;
    sealed.seal(states.path()).await.stop().await;
    for count in [5, 7] {
        let other = Sealed::open().await;
        other.record("slot/2", count).await;
        let reason = stopped(&other, other.seal(states.path()).await).await;
        let forked = "the first 5 entries are not those that were signed for";
        assert!(reason.starts_with(forked), "{reason}");
        assert_eq!(other.log().await.signed, None);
    }
}

#[tokio::test]
async fn tiles_are_made_again_from_the_ledger() {
    let (mut sealed, states) = (Sealed::open().await, folder());
    sealed.record("slot/1", 300).await;
    sealed.seal(states.path()).await.stop().await;
    let before = sealed.signed().await;
    let elsewhere = folder();
    sealed.tiles = tiles_in(elsewhere.path());
    sealed.seal(states.path()).await.stop().await;
    assert_eq!(sealed.signed().await.note, before.note);
}

#[tokio::test]
async fn a_log_whose_signer_lost_its_memory_goes_on_from_what_is_served() {
    let (sealed, states) = (Sealed::open().await, folder());
    sealed.record("slot/1", 5).await;
    sealed.seal(states.path()).await.stop().await;
    sealed.record("slot/2", 2).await;
    sealed.seal(folder().path()).await.stop().await;
    assert_eq!(sealed.signed().await.size, Position(7));
}

#[tokio::test]
async fn a_ledger_that_was_exchanged_under_its_log_stops_the_seal() {
    let (sealed, mut other) = (Sealed::open().await, Sealed::open().await);
    sealed.record("slot/1", 5).await;
    assert_eq!(sealed.integrate().await.stopped, None);
    other.record("slot/2", 7).await;
    other.tiles = sealed.tiles.clone();
    let status = other.integrate().await;
    let stop = status.stopped.expect("the seal has stopped");
    assert_eq!(stop.position, Position(4));
    assert!(stop.reason.contains("the ledger was changed"), "{stop:?}");
    assert_eq!(sealed.log().await.size, Position(5));
}
