//! The contract's chapter on clients.

use jiff::{Timestamp, ToSpan};

use crate::ledger;
use khen_eventlog::{ClientGrant, ClientKey, ClientStore, RegisteredClient};

pub(crate) fn morning() -> Timestamp {
    "2024-03-15T02:00:00.000001Z"
        .parse()
        .expect("the time is well formed")
}

fn key(key_id: &str, minutes_later: i64) -> ClientKey {
    ClientKey {
        key_id: key_id.to_owned(),
        public: format!("{{\"x\":\"{key_id}\"}}"),
        added_at: morning() + minutes_later.minutes(),
        removed_at: None,
    }
}

pub(crate) fn client(client_id: &str, minutes_later: i64) -> RegisteredClient {
    let grant = |slug: &str| ClientGrant {
        ledger: ledger(slug),
        assignment: format!("{slug}-assignment"),
    };
    RegisteredClient {
        client_id: client_id.to_owned(),
        name: "Sở Nội vụ tỉnh minh họa".to_owned(),
        scopes: "export.read export.ack".to_owned(),
        grants: vec![grant("hon-quan"), grant("loc-ninh")],
        keys: vec![key("k-b", 0), key("k-a", 1)],
        registered_at: morning() + minutes_later.minutes(),
        revoked_at: None,
    }
}

pub(crate) async fn keep(store: &dyn ClientStore, client: &RegisteredClient) {
    let kept = store.keep_client(client).await;
    kept.expect("the client is kept");
}

async fn found(store: &dyn ClientStore, client_id: &str) -> Option<RegisteredClient> {
    let found = store.client(client_id).await;
    found.expect("the client is looked up")
}

/// A client reads back with every member; one never registered is unknown.
pub async fn a_kept_client_is_found_again(store: &dyn ClientStore) {
    let kept = client("c-1", 0);
    keep(store, &kept).await;
    assert_eq!(found(store, "c-1").await, Some(kept));
    assert_eq!(found(store, "c-2").await, None);
}

/// A client id is given once; the second time is refused and changes nothing of the first, its ledgers
/// and keys included.
pub async fn a_client_id_is_given_once(store: &dyn ClientStore) {
    let first = client("c-1", 0);
    keep(store, &first).await;
    let mut second = client("c-1", 1);
    second.grants[0].ledger = ledger("tan-khai");
    second.keys = vec![key("k-c", 2)];
    assert!(store.keep_client(&second).await.is_err());
    assert_eq!(found(store, "c-1").await, Some(first));
}

/// Clients are listed oldest first.
pub async fn clients_are_listed_oldest_first(store: &dyn ClientStore) {
    for (client_id, minutes_later) in [("c-c", 1), ("c-a", 2), ("c-b", 0)] {
        keep(store, &client(client_id, minutes_later)).await;
    }
    let listed = store.clients().await.expect("the clients are listed");
    let expected = [client("c-b", 0), client("c-c", 1), client("c-a", 2)];
    assert_eq!(listed, expected);
}

/// Revoking stands from the first time on; a stranger cannot be revoked.
pub async fn revoking_a_client_stands_from_the_first_time_on(store: &dyn ClientStore) {
    keep(store, &client("c-1", 0)).await;
    keep(store, &client("c-2", 0)).await;
    let noon = morning() + 3.hours();
    for later in [noon, noon + 1.hour()] {
        let known = store.revoke_client("c-1", later).await;
        assert!(known.expect("the client is revoked"));
    }
    let stranger = store.revoke_client("c-3", noon).await;
    assert!(!stranger.expect("nothing is revoked"));
    let revoked = found(store, "c-1").await.and_then(|one| one.revoked_at);
    assert_eq!(revoked, Some(noon));
    assert_eq!(found(store, "c-2").await, Some(client("c-2", 0)));
}

/// Ledgers are opened one by one, once each and to clients alone, and closed again; other clients keep
/// theirs.
pub async fn ledgers_are_opened_and_closed_one_by_one(store: &dyn ClientStore) {
    keep(store, &client("c-1", 0)).await;
    keep(store, &client("c-2", 0)).await;
    let grant = |slug: &str, assignment: &str| ClientGrant {
        ledger: ledger(slug),
        assignment: assignment.to_owned(),
    };
    let opened = async |client_id: &str, grant: &ClientGrant| {
        let kept = store.keep_client_grant(client_id, grant).await;
        kept.expect("the ledger is opened, or not")
    };
    let third = grant("binh-long", "a-1");
    assert!(opened("c-1", &third).await);
    assert!(!opened("c-1", &third).await, "once is enough");
    let another = grant("hon-quan", "a-2");
    assert!(!opened("c-1", &another).await, "one acts in a ledger");
    assert!(!opened("c-3", &third).await, "there is no such client");
    let closed = async |client_id: &str, slug: &str| {
        let deleted = store.delete_client_grant(client_id, &ledger(slug)).await;
        deleted.expect("the ledger is closed, or not")
    };
    assert!(closed("c-1", "hon-quan").await);
    assert!(!closed("c-1", "hon-quan").await, "it is closed");
    assert!(!closed("c-2", "binh-long").await, "it was not open");
    let mut expected = client("c-1", 0);
    expected.grants[0] = third;
    assert_eq!(found(store, "c-1").await, Some(expected));
    assert_eq!(found(store, "c-2").await, Some(client("c-2", 0)));
    assert!(opened("c-1", &another).await, "closed is not for ever");
}

/// Keys are added beside those that are there, once each and to clients alone, and removed one by one;
/// a removed key stays known.
pub async fn keys_come_and_go_one_by_one(store: &dyn ClientStore) {
    keep(store, &client("c-1", 0)).await;
    keep(store, &client("c-2", 0)).await;
    let noon = morning() + 3.hours();
    let added = async |client_id: &str, key: &ClientKey| {
        let kept = store.keep_client_key(client_id, key).await;
        kept.expect("the key is kept, or not")
    };
    let third = key("k-c", 5);
    assert!(added("c-1", &third).await);
    assert!(!added("c-1", &third).await, "once is enough");
    assert!(!added("c-3", &third).await, "there is no such client");
    for later in [noon, noon + 1.hour()] {
        let known = store.remove_client_key("c-1", "k-b", later).await;
        assert!(known.expect("the key is removed"));
    }
    let stranger = store.remove_client_key("c-2", "k-c", noon).await;
    assert!(!stranger.expect("nothing is removed"));
    assert!(!added("c-1", &key("k-b", 9)).await, "it stays removed");
    let mut expected = client("c-1", 0);
    expected.keys[0].removed_at = Some(noon);
    expected.keys.push(third);
    assert_eq!(found(store, "c-1").await, Some(expected));
    assert_eq!(found(store, "c-2").await, Some(client("c-2", 0)));
}

/// A clause added here runs for every adapter at its next build.
///
/// The value of `$fresh` dereferences to a [`ClientStore`].
#[macro_export]
macro_rules! clients_contract {
    ($fresh:expr) => {
        $crate::clauses!(clients: $fresh, |adapter| (&*adapter),
            a_kept_client_is_found_again,
            a_client_id_is_given_once,
            clients_are_listed_oldest_first,
            revoking_a_client_stands_from_the_first_time_on,
            ledgers_are_opened_and_closed_one_by_one,
            keys_come_and_go_one_by_one,
        );
    };
}
