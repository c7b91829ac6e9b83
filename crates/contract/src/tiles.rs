//! The contract's chapter on the logs of ledgers.

use std::collections::BTreeMap;

use jiff::Timestamp;

use crate::ledger;
use khen_eventlog::{
    CheckpointKind, Epoch, Growth, KeptCheckpoint, Position, SealError, SealedLog, StoredTile,
    TILE_BYTES_MAX, TILE_HASH_BYTES, TilePlace, TileStore,
};

const LEAVES: TilePlace = TilePlace { level: 0, index: 0 };

/// A tile at the first place of the leaves, whose hashes are of these bytes.
fn tile(hashes: impl IntoIterator<Item = u8>) -> StoredTile {
    let hashes = hashes.into_iter();
    StoredTile {
        place: LEAVES,
        bytes: hashes.flat_map(|byte| [byte; TILE_HASH_BYTES]).collect(),
    }
}

/// A log of `to` leaves, each of its own number.
fn growth(from: u64, to: u8, epoch: u64) -> Growth {
    Growth {
        from: Position(from),
        to: Position(to.into()),
        tiles: vec![tile(0..to)],
        epoch: Epoch(epoch),
    }
}

fn checkpoint(size: u64, note: &str) -> KeptCheckpoint {
    KeptCheckpoint {
        size: Position(size),
        note: note.to_owned(),
        keys: "khen.example/log/hon-quan+74a2be1c+AQOh\n".to_owned(),
        at: Timestamp::from_second(1_767_700_800).expect("it is a time"),
    }
}

async fn grow(store: &dyn TileStore, growth: Growth) -> Result<(), SealError> {
    store.grow(&ledger("hon-quan"), growth).await
}

async fn grown(store: &dyn TileStore, from: u64, to: u8, epoch: u64) {
    let grown = grow(store, growth(from, to, epoch)).await;
    grown.expect("the log grows");
}

async fn keep(
    store: &dyn TileStore,
    kind: CheckpointKind,
    kept: &KeptCheckpoint,
    epoch: u64,
) -> Result<(), SealError> {
    let ledger = ledger("hon-quan");
    store
        .keep_checkpoint(&ledger, kind, kept, Epoch(epoch))
        .await
}

async fn log(store: &dyn TileStore) -> Option<SealedLog> {
    let found = store.log(&ledger("hon-quan")).await;
    found.expect("the log is found")
}

async fn stored(store: &dyn TileStore) -> Option<Vec<u8>> {
    let found = store.tiles(&ledger("hon-quan"), &[LEAVES]).await;
    found.expect("tiles are read").pop().flatten()
}

fn is_moved(answer: &Result<(), SealError>) -> bool {
    matches!(answer, Err(SealError::Moved))
}

fn is_fenced(answer: &Result<(), SealError>) -> bool {
    matches!(answer, Err(SealError::Fenced))
}

/// A log has its own size in each ledger; one that has not begun has none.
pub async fn a_log_belongs_to_one_ledger(store: &dyn TileStore) {
    assert_eq!(store.log_sizes().await.expect("sizes"), BTreeMap::new());
    assert_eq!(log(store).await, None);
    grown(store, 0, 3, 0).await;
    let elsewhere = ledger("loc-ninh");
    let other = store.grow(&elsewhere, growth(0, 1, 0)).await;
    other.expect("the log grows");
    let sizes = [(ledger("hon-quan"), Position(3)), (elsewhere, Position(1))];
    assert_eq!(
        store.log_sizes().await.expect("sizes"),
        BTreeMap::from(sizes)
    );
    let known = log(store).await.expect("it has begun");
    assert_eq!(
        (known.size, known.signed, known.witnessed),
        (Position(3), None, None)
    );
}

/// Tiles are read as they were asked for, missing ones and repeated ones too, at every level and place.
pub async fn tiles_are_read_in_the_order_asked(store: &dyn TileStore) {
    let far = TilePlace {
        level: 63,
        index: (1 << 56) - 1,
    };
    let far_tile = StoredTile {
        place: far,
        bytes: vec![7; TILE_HASH_BYTES],
    };
    let mut growing = growth(0, 2, 0);
    growing.tiles.push(far_tile.clone());
    grow(store, growing).await.expect("the log grows");
    let missing = TilePlace { level: 1, index: 0 };
    let asked = [far, missing, LEAVES, far];
    let found = store.tiles(&ledger("hon-quan"), &asked).await;
    let leaves = tile(0..2).bytes;
    let expected = [
        Some(far_tile.bytes.clone()),
        None,
        Some(leaves),
        Some(far_tile.bytes),
    ];
    assert_eq!(found.expect("tiles are read"), expected);
    let elsewhere = store.tiles(&ledger("loc-ninh"), &[far]).await;
    assert_eq!(elsewhere.expect("tiles are read"), [None]);
    let none = store.tiles(&ledger("hon-quan"), &[]).await;
    assert!(none.expect("tiles are read").is_empty());
}

/// Tiles and size move together or not at all.
pub async fn a_growth_is_kept_whole_or_not_at_all(store: &dyn TileStore) {
    grown(store, 0, 3, 0).await;
    let beside = StoredTile {
        place: TilePlace { level: 0, index: 1 },
        ..tile([1])
    };
    let mut false_one = growth(3, 5, 0);
    // The last one is wrong, after others that are right.
    false_one.tiles = vec![beside.clone(), tile([9, 9, 9, 9, 9])];
    let refused = grow(store, false_one).await;
    assert!(matches!(refused, Err(SealError::Rewritten)), "{refused:?}");
    assert_eq!(log(store).await.map(|known| known.size), Some(Position(3)));
    assert_eq!(stored(store).await, Some(tile(0..3).bytes));
    let found = store.tiles(&ledger("hon-quan"), &[beside.place]).await;
    assert_eq!(found.expect("tiles are read"), [None]);
}

/// A tile becomes wider, never shorter and never another.
pub async fn a_tile_only_grows(store: &dyn TileStore) {
    grown(store, 0, 3, 0).await;
    grown(store, 3, 5, 0).await;
    assert_eq!(stored(store).await, Some(tile(0..5).bytes));
    for other in [tile(0..4), tile([9]), tile([0, 1, 2, 3, 9, 5])] {
        let mut false_one = growth(5, 6, 0);
        false_one.tiles = vec![other];
        let refused = grow(store, false_one).await;
        assert!(matches!(refused, Err(SealError::Rewritten)), "{refused:?}");
    }
    // As wide as before, and the same.
    let mut same = growth(5, 6, 0);
    same.tiles = vec![tile(0..5)];
    grow(store, same).await.expect("the log grows");
    assert_eq!(stored(store).await, Some(tile(0..5).bytes));
}

/// A full tile is kept to its last byte, and stays as it is.
pub async fn a_full_tile_never_changes(store: &dyn TileStore) {
    let full = tile(0..=u8::MAX);
    assert_eq!(full.bytes.len(), TILE_BYTES_MAX);
    let step = |from, to, tile: &StoredTile| Growth {
        tiles: vec![tile.clone()],
        from: Position(from),
        to: Position(to),
        epoch: Epoch::ALONE,
    };
    let done = grow(store, step(0, 256, &full)).await;
    done.expect("the log grows");
    let mut other = full.clone();
    other.bytes[TILE_BYTES_MAX - 1] ^= 1;
    let refused = grow(store, step(256, 257, &other)).await;
    assert!(matches!(refused, Err(SealError::Rewritten)), "{refused:?}");
    assert_eq!(stored(store).await, Some(full.bytes));
}

/// Who believes the log to be of another size writes nothing, and neither does who writes twice.
pub async fn a_growth_begins_where_the_log_ends(store: &dyn TileStore) {
    let early = grow(store, growth(2, 3, 0)).await;
    assert!(is_moved(&early), "{early:?}");
    assert_eq!(log(store).await, None);
    grown(store, 0, 3, 0).await;
    for from in [0, 2, 4] {
        let refused = grow(store, growth(from, 5, 0)).await;
        assert!(is_moved(&refused), "{from}: {refused:?}");
    }
    assert_eq!(stored(store).await, Some(tile(0..3).bytes));
}

/// After a later epoch an earlier one grows nothing and keeps no checkpoint.
pub async fn an_earlier_epoch_seals_nothing(store: &dyn TileStore) {
    grown(store, 0, 3, 2).await;
    let refused = grow(store, growth(3, 5, 1)).await;
    assert!(is_fenced(&refused), "{refused:?}");
    for kind in CheckpointKind::ALL {
        let refused = keep(store, kind, &checkpoint(3, "three"), 1).await;
        assert!(is_fenced(&refused), "{refused:?}");
    }
    assert_eq!(stored(store).await, Some(tile(0..3).bytes));
    let known = log(store).await.expect("it has begun");
    assert_eq!((known.signed, known.witnessed), (None, None));
    let signed = keep(store, CheckpointKind::Signed, &checkpoint(3, "three"), 3).await;
    signed.expect("a later epoch signs");
    let refused = grow(store, growth(3, 5, 2)).await;
    assert!(is_fenced(&refused), "{refused:?}");
}

/// Each kind of checkpoint reads back as it was kept, beside the other.
pub async fn checkpoints_read_back_as_they_were_kept(store: &dyn TileStore) {
    grown(store, 0, 5, 0).await;
    let (signed, witnessed) = (checkpoint(5, "năm\n\n— a b\n"), checkpoint(3, "ba\n"));
    let kept = keep(store, CheckpointKind::Signed, &signed, 0).await;
    kept.expect("the checkpoint is kept");
    let kept = keep(store, CheckpointKind::Witnessed, &witnessed, 0).await;
    kept.expect("the checkpoint is kept");
    let known = log(store).await.expect("it has begun");
    let expected = SealedLog {
        size: Position(5),
        signed: Some(signed),
        witnessed: Some(witnessed),
    };
    assert_eq!(known, expected);
}

/// A checkpoint gives way to one that is as large, which may have more signatures, or larger; never to a
/// smaller one.
pub async fn a_checkpoint_never_gives_way_to_a_smaller_one(store: &dyn TileStore) {
    grown(store, 0, 5, 0).await;
    let note = |known: SealedLog| known.signed.map(|kept| kept.note);
    for (size, words, stands) in [
        (3, "three", "three"),
        (3, "three, cosigned", "three, cosigned"),
        (5, "five", "five"),
        (3, "three again", "five"),
    ] {
        let kept = keep(store, CheckpointKind::Signed, &checkpoint(size, words), 0).await;
        assert_eq!(kept.is_ok(), words == stands, "{words}: {kept:?}");
        let known = log(store).await.expect("it has begun");
        assert_eq!(note(known).as_deref(), Some(stands));
    }
}

/// A checkpoint speaks of tiles that are there.
pub async fn a_checkpoint_reaches_no_further_than_the_tiles(store: &dyn TileStore) {
    let refused = keep(store, CheckpointKind::Signed, &checkpoint(0, "nothing"), 0).await;
    assert!(is_moved(&refused), "{refused:?}");
    grown(store, 0, 3, 0).await;
    let refused = keep(store, CheckpointKind::Signed, &checkpoint(4, "four"), 0).await;
    assert!(is_moved(&refused), "{refused:?}");
    assert_eq!(log(store).await.expect("it has begun").signed, None);
}

/// A clause added here runs for every adapter at its next build.
///
/// The value of `$fresh` dereferences to a [`TileStore`].
#[macro_export]
macro_rules! tiles_contract {
    ($fresh:expr) => {
        $crate::clauses!(tiles: $fresh, |adapter| (&*adapter),
            a_log_belongs_to_one_ledger,
            tiles_are_read_in_the_order_asked,
            a_growth_is_kept_whole_or_not_at_all,
            a_tile_only_grows,
            a_full_tile_never_changes,
            a_growth_begins_where_the_log_ends,
            an_earlier_epoch_seals_nothing,
            checkpoints_read_back_as_they_were_kept,
            a_checkpoint_never_gives_way_to_a_smaller_one,
            a_checkpoint_reaches_no_further_than_the_tiles,
        );
    };
}
