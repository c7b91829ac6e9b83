//! The log of a ledger, as anybody reads it.

use std::sync::Arc;

use axum::http::StatusCode;

use crate::{
    house::{House, ledger},
    talk::ask,
};
use khen_audit::{BundleId, bundles_of, decode_bundle, leaf_hash, tiles_of};
use khen_eventlog::{
    CheckpointKind, Epoch, EventFeed as _, KeptCheckpoint, Position, TileStore as _,
};
use khen_store_sqlite::{SqliteLedger, SqliteOffice, SqliteSeal};
use khen_workers::{Halting, SealSink, Sink as _};

/// Puts every event of the house into the log, with a checkpoint that nobody signed.
async fn seal(house: &House) -> u64 {
    let clock = Arc::new(house.clock.clone());
    let feed = Arc::new(SqliteLedger::open(house.folder(), clock).unwrap());
    let tiles = Arc::new(SqliteSeal::open(house.folder()).unwrap());
    let events = feed.read_from(&ledger(), Position(0), 4_096).await.unwrap();
    let office = Arc::new(SqliteOffice::open(house.folder()).unwrap());
    let halting = Halting::new(house.halts.clone(), office, Arc::new(house.clock.clone()));
    let sink = SealSink::new(feed, tiles.clone(), halting);
    let size = sink.apply(&ledger(), events, Epoch::ALONE).await.unwrap();
    let kept = KeptCheckpoint {
        size,
        note: "made-up\n".to_owned(),
        keys: "a key\nan older key\n".to_owned(),
        at: jiff::Timestamp::UNIX_EPOCH,
    };
    let kind = CheckpointKind::Signed;
    tiles
        .keep_checkpoint(&ledger(), kind, &kept, Epoch::ALONE)
        .await
        .unwrap();
    size.0
}

async fn bytes(house: &House, path: &str) -> Vec<u8> {
    let reply = ask(&house.public, "", path).await;
    assert_eq!(reply.status, StatusCode::OK, "{path}");
    assert_eq!(reply.header("content-type"), "application/octet-stream");
    let cache = reply.header("cache-control");
    assert_eq!(cache, "public, max-age=31536000, immutable");
    reply.bytes
}

#[tokio::test]
async fn a_checkpoint_and_its_keys_are_texts_for_anybody() {
    let house = House::open().await;
    seal(&house).await;
    for (name, text) in [
        ("checkpoint", "made-up\n"),
        ("vkey", "a key\nan older key\n"),
    ] {
        let reply = ask(&house.public, "", &format!("/log/made-up/{name}")).await;
        assert_eq!(reply.status, StatusCode::OK);
        assert_eq!(String::from_utf8_lossy(&reply.bytes), text);
        assert_eq!(reply.header("content-type"), "text/plain; charset=utf-8");
        assert_eq!(reply.header("cache-control"), "public, max-age=5");
    }
}

#[tokio::test]
async fn the_entries_make_the_tiles() {
    let house = House::open().await;
    let size = seal(&house).await;
    let mut leaves = Vec::new();
    for id in bundles_of(size) {
        let bundle = bytes(&house, &format!("/log/made-up/{id}")).await;
        for entry in decode_bundle(&bundle).unwrap() {
            leaves.push(leaf_hash(entry));
        }
    }
    assert_eq!(leaves.len() as u64, size);
    let mut stored = Vec::new();
    for id in tiles_of(size) {
        let tile = bytes(&house, &format!("/log/made-up/{id}")).await;
        if id.level() == 0 {
            stored.extend(tile);
        }
    }
    let flat: Vec<u8> = leaves.iter().flat_map(|leaf| leaf.0).collect();
    assert_eq!(stored, flat);
}

#[tokio::test]
async fn a_narrower_tile_or_bundle_is_the_beginning_of_a_wider_one() {
    let house = House::open().await;
    let size = seal(&house).await;
    let last = tiles_of(size).next().unwrap();
    let whole = bytes(&house, &format!("/log/made-up/{last}")).await;
    let narrow = bytes(&house, "/log/made-up/tile/0/000.p/2").await;
    assert_eq!(narrow, whole[..64]);
    let whole = BundleId::in_tree(0, size).unwrap();
    let whole = bytes(&house, &format!("/log/made-up/{whole}")).await;
    let narrow = bytes(&house, "/log/made-up/tile/entries/000.p/2").await;
    assert!(whole.starts_with(&narrow));
}

#[tokio::test]
async fn what_is_not_in_the_log_is_not_there() {
    let house = House::open().await;
    let before = ask(&house.public, "", "/log/made-up/checkpoint").await;
    before.problem(404, "not-found");
    let size = seal(&house).await;
    let beyond = format!("tile/entries/000.p/{}", size + 1);
    for path in [
        "tile/0/001",
        "tile/0/000",
        "tile/7/000.p/1",
        "tile/64/000",
        "tile/0/0",
        "tile/0/000/",
        "tile/entries/001",
        "tile/entries/000.p/0",
        "tile/x",
        &beyond,
    ] {
        let reply = ask(&house.public, "", &format!("/log/made-up/{path}")).await;
        assert_eq!(reply.status, StatusCode::NOT_FOUND, "{path}");
    }
    for path in ["/log/loc-ninh/checkpoint", "/log/Loc/tile/0/000.p/1"] {
        ask(&house.public, "", path).await.problem(404, "not-found");
    }
    let internal = ask(&house.internal, "", "/log/made-up/checkpoint").await;
    assert_eq!(internal.status, StatusCode::NOT_FOUND);
}
