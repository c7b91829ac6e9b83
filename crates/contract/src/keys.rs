//! The contract's chapter on owners' keys: destroyed is final.

use crate::ledger;
use khen_eventlog::{KeyRecord, KeyStore, OwnerId, WrappedKey};

const HERE: &str = "hon-quan";
const ELSEWHERE: &str = "loc-ninh";

fn owner(name: &str) -> OwnerId {
    OwnerId(name.to_owned())
}

fn key(byte: u8) -> WrappedKey {
    WrappedKey(vec![byte; 72])
}

async fn keep(keys: &dyn KeyStore, slug: &str, name: &str, byte: u8) -> KeyRecord {
    let kept = keys.keep_key(&ledger(slug), &owner(name), key(byte)).await;
    kept.expect("the key is kept")
}

async fn found(keys: &dyn KeyStore, slug: &str, name: &str) -> Option<KeyRecord> {
    let found = keys.key(&ledger(slug), &owner(name)).await;
    found.expect("the key is looked up")
}

async fn destroy(keys: &dyn KeyStore, slug: &str, name: &str) {
    let destroyed = keys.destroy_key(&ledger(slug), &owner(name)).await;
    destroyed.expect("the key is destroyed");
}

async fn refer(keys: &dyn KeyStore, slug: &str, reference: &str, name: &str) {
    let (ledger, owner) = (ledger(slug), owner(name));
    let kept = keys.keep_reference(&ledger, reference, &owner).await;
    kept.expect("the reference is kept");
}

async fn owner_of(keys: &dyn KeyStore, slug: &str, reference: &str) -> Option<OwnerId> {
    let found = keys.owner_of(&ledger(slug), reference).await;
    found.expect("the reference is looked up")
}

/// A key reads back byte for byte; an owner that never had one has none.
pub async fn a_kept_key_is_found_again(keys: &dyn KeyStore) {
    assert_eq!(found(keys, HERE, "person/1").await, None);
    let held = KeyRecord::Held(key(7));
    assert_eq!(keep(keys, HERE, "person/1", 7).await, held);
    assert_eq!(found(keys, HERE, "person/1").await, Some(held));
    assert_eq!(found(keys, HERE, "person/2").await, None);
    assert_eq!(found(keys, ELSEWHERE, "person/1").await, None);
}

/// The first key stands: of two that arrive at once, both callers learn the same.
pub async fn the_first_key_of_an_owner_stands(keys: &dyn KeyStore) {
    let (one, two) = tokio::join!(
        keep(keys, HERE, "person/1", 1),
        keep(keys, HERE, "person/1", 2)
    );
    assert_eq!(one, two);
    assert_eq!(keep(keys, HERE, "person/1", 3).await, one);
    assert_eq!(found(keys, HERE, "person/1").await, Some(one));
}

/// A destroyed key never comes back, whoever brings one; another ledger's owner keeps theirs.
pub async fn a_destroyed_key_is_destroyed_for_ever(keys: &dyn KeyStore) {
    keep(keys, HERE, "person/1", 1).await;
    keep(keys, ELSEWHERE, "person/1", 2).await;
    for _ in 0..2 {
        destroy(keys, HERE, "person/1").await;
        let gone = Some(KeyRecord::Destroyed);
        assert_eq!(found(keys, HERE, "person/1").await, gone);
        assert_eq!(keep(keys, HERE, "person/1", 3).await, KeyRecord::Destroyed);
    }
    let held = Some(KeyRecord::Held(key(2)));
    assert_eq!(found(keys, ELSEWHERE, "person/1").await, held);
}

/// An owner that never had a key can be destroyed, and then never gets one.
pub async fn an_owner_without_a_key_can_be_destroyed(keys: &dyn KeyStore) {
    destroy(keys, HERE, "person/1").await;
    assert_eq!(keep(keys, HERE, "person/1", 1).await, KeyRecord::Destroyed);
}

/// A reference leads to the first owner it was kept for, in its own ledger.
pub async fn a_reference_leads_to_its_owner(keys: &dyn KeyStore) {
    keep(keys, HERE, "person/1", 1).await;
    refer(keys, HERE, "ref-a", "person/1").await;
    refer(keys, HERE, "ref-a", "person/1").await;
    refer(keys, HERE, "ref-b", "person/1").await;
    for reference in ["ref-a", "ref-b"] {
        let found = owner_of(keys, HERE, reference).await;
        assert_eq!(found, Some(owner("person/1")));
    }
    assert_eq!(owner_of(keys, HERE, "ref-c").await, None);
    assert_eq!(owner_of(keys, ELSEWHERE, "ref-a").await, None);
}

/// Every reference vanishes with the key, and none can be kept afterwards; others stay.
pub async fn references_vanish_with_the_key(keys: &dyn KeyStore) {
    for name in ["person/1", "person/2"] {
        keep(keys, HERE, name, 1).await;
        refer(keys, HERE, &format!("2024 {name}"), name).await;
        refer(keys, HERE, &format!("2025 {name}"), name).await;
    }
    destroy(keys, HERE, "person/1").await;
    refer(keys, HERE, "2026 person/1", "person/1").await;
    for year in ["2024", "2025", "2026"] {
        let reference = format!("{year} person/1");
        assert_eq!(owner_of(keys, HERE, &reference).await, None);
    }
    let other = owner_of(keys, HERE, "2024 person/2").await;
    assert_eq!(other, Some(owner("person/2")));
}

/// Many keys and many owners are found at once, in the order in which they are asked for.
pub async fn many_are_found_at_once(keys: &dyn KeyStore) {
    for (name, byte) in [("person/1", 1), ("person/2", 2)] {
        keep(keys, HERE, name, byte).await;
        refer(keys, HERE, &format!("ref {name}"), name).await;
    }
    let ledger = ledger(HERE);
    let owners = ["person/2", "person/3", "person/1", "person/2"].map(owner);
    let held = |byte| Some(KeyRecord::Held(key(byte)));
    let found = keys.keys(&ledger, &owners).await;
    let found = found.expect("the keys are looked up");
    assert_eq!(found, [held(2), None, held(1), held(2)]);
    let references = ["ref person/2", "ref person/3", "ref person/1"];
    let found = keys.owners_of(&ledger, &references).await;
    let found = found.expect("the references are looked up");
    assert_eq!(
        found,
        [Some(owner("person/2")), None, Some(owner("person/1"))]
    );
}

/// A clause added here runs for every adapter at its next build.
///
/// The value of `$fresh` dereferences to a [`KeyStore`].
#[macro_export]
macro_rules! keys_contract {
    ($fresh:expr) => {
        $crate::clauses!(keys: $fresh, |adapter| (&*adapter),
            a_kept_key_is_found_again,
            the_first_key_of_an_owner_stands,
            a_destroyed_key_is_destroyed_for_ever,
            an_owner_without_a_key_can_be_destroyed,
            a_reference_leads_to_its_owner,
            references_vanish_with_the_key,
            many_are_found_at_once,
        );
    };
}
