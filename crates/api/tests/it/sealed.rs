//! A log over the events of a house, signed and cosigned.

use std::sync::Arc;

use crate::house::{House, ledger, witness_key};
use khen_audit::{
    Checkpoint, KeyName, Origin, PosixTime, SignedCheckpoint, SigningKey, TileBuilder, TreeHead,
    leaf_hash,
};
use khen_eventlog::{
    CheckpointKind, Epoch, EventFeed as _, KeptCheckpoint, Position, TileStore as _, leaf_bytes,
};
use khen_store_sqlite::{SqliteLedger, SqliteOffice, SqliteSeal};
use khen_workers::{Halting, SealSink, Sink as _};

pub(crate) const ORIGIN: &str = "khen.example/log/made-up";

pub(crate) fn log_key() -> SigningKey {
    SigningKey::from_seed(KeyName::parse(ORIGIN).unwrap(), [1; 32].into())
}

/// A checkpoint that the log signed when it had so many events.
pub(crate) async fn signed_at(house: &House, size: u64) -> SignedCheckpoint {
    let clock = Arc::new(house.clock.clone());
    let feed = SqliteLedger::open(house.folder(), clock).unwrap();
    let known = feed.ledger(&ledger()).await.unwrap().unwrap();
    let mut heads = TileBuilder::new();
    let limit = usize::try_from(size).unwrap();
    for event in feed.read_from(&ledger(), Position(0), limit).await.unwrap() {
        heads.push(leaf_hash(&leaf_bytes(&known.source, &event).unwrap()));
    }
    signed_for(heads.head())
}

/// What the log signs for this tree.
pub(crate) fn signed_for(tree: TreeHead) -> SignedCheckpoint {
    let checkpoint = Checkpoint::new(Origin::parse(ORIGIN).unwrap(), tree);
    SignedCheckpoint::sign(checkpoint, &log_key()).unwrap()
}

/// Puts every event of the house into its log and signs it; witnesses have cosigned the first `witnessed`
/// events of it, or nothing.
pub(crate) async fn seal(house: &House, witnessed: Option<u64>) {
    let clock = Arc::new(house.clock.clone());
    let feed = Arc::new(SqliteLedger::open(house.folder(), clock).unwrap());
    let tiles = Arc::new(SqliteSeal::open(house.folder()).unwrap());
    let known = feed.ledger(&ledger()).await.unwrap().unwrap();
    let mut heads = TileBuilder::new();
    let mut next = Position(0);
    let office = Arc::new(SqliteOffice::open(house.folder()).unwrap());
    let halting = Halting::new(house.halts.clone(), office, Arc::new(house.clock.clone()));
    let sink = SealSink::new(feed.clone(), tiles.clone(), halting);
    let mut trees = vec![heads.head()];
    while next < known.size {
        let events = feed.read_from(&ledger(), next, 4_096).await.unwrap();
        for event in &events {
            heads.push(leaf_hash(&leaf_bytes(&known.source, event).unwrap()));
            trees.push(heads.head());
        }
        next = sink.apply(&ledger(), events, Epoch::ALONE).await.unwrap();
    }
    let sizes = [
        (CheckpointKind::Signed, Some(known.size.0)),
        (CheckpointKind::Witnessed, witnessed),
    ];
    for (kind, size) in sizes {
        let Some(size) = size else { continue };
        let tree = trees[usize::try_from(size).unwrap()];
        let checkpoint = Checkpoint::new(Origin::parse(ORIGIN).unwrap(), tree);
        let mut signed = SignedCheckpoint::sign(checkpoint.clone(), &log_key()).unwrap();
        if kind == CheckpointKind::Witnessed {
            let at = PosixTime::try_new(1_734_338_700).unwrap();
            signed.put(witness_key().cosign(&checkpoint, at)).unwrap();
        }
        let kept = KeptCheckpoint {
            size: Position(size),
            note: signed.to_string(),
            keys: format!("{}\n", log_key().verifier()),
            at: jiff::Timestamp::UNIX_EPOCH,
        };
        tiles
            .keep_checkpoint(&ledger(), kind, &kept, Epoch::ALONE)
            .await
            .unwrap();
    }
}
