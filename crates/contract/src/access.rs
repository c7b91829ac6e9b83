//! The contract's chapter on access tokens and the assertions that they are asked for with.

use jiff::{Timestamp, ToSpan};

use crate::clients::{client, keep, morning};
use khen_eventlog::{AccessStore, AccessToken, ClientStore, KnownAccess, UsedAssertion};

fn token(token_id: &str, issued_at: Timestamp) -> AccessToken {
    AccessToken {
        token_id: token_id.to_owned(),
        secret_hash: [7; 32],
        client_id: "c-1".to_owned(),
        scopes: "export.read".to_owned(),
        issued_at,
        expires_at: issued_at + 10.minutes(),
    }
}

async fn keep_token(store: &dyn AccessStore, token: &AccessToken) {
    let kept = store.keep_access_token(token).await;
    kept.expect("the token is kept");
}

async fn found(store: &dyn AccessStore, token_id: &str) -> Option<KnownAccess> {
    let found = store.access_token(token_id).await;
    found.expect("the token is looked up")
}

/// A token reads back with every member and with what its client is now; one never issued is unknown.
pub async fn a_token_is_found_with_its_client<S: AccessStore + ClientStore>(store: &S) {
    keep(store, &client("c-1", 0)).await;
    keep(store, &client("c-2", 0)).await;
    let kept = token("t-1", morning());
    keep_token(store, &kept).await;
    let mut expected = KnownAccess {
        token: kept,
        revoked_at: None,
        grants: client("c-1", 0).grants,
    };
    assert_eq!(found(store, "t-1").await, Some(expected.clone()));
    assert_eq!(found(store, "t-2").await, None);
    let noon = morning() + 3.hours();
    let revoked = store.revoke_client("c-1", noon).await;
    assert!(revoked.expect("the client is revoked"));
    expected.revoked_at = Some(noon);
    assert_eq!(found(store, "t-1").await, Some(expected));
}

/// A token id is issued once; the second time is refused and changes nothing.
pub async fn an_access_token_id_is_issued_once<S: AccessStore + ClientStore>(store: &S) {
    keep(store, &client("c-1", 0)).await;
    let first = token("t-1", morning());
    keep_token(store, &first).await;
    let second = token("t-1", morning() + 1.minute());
    assert!(store.keep_access_token(&second).await.is_err());
    let kept = found(store, "t-1").await.map(|known| known.token);
    assert_eq!(kept, Some(first));
}

/// Tokens that have ended are gone when the next one is issued; others stay.
pub async fn ended_tokens_are_forgotten<S: AccessStore + ClientStore>(store: &S) {
    keep(store, &client("c-1", 0)).await;
    keep_token(store, &token("t-1", morning())).await;
    keep_token(store, &token("t-2", morning() + 5.minutes())).await;
    assert!(found(store, "t-1").await.is_some());
    keep_token(store, &token("t-3", morning() + 10.minutes())).await;
    assert_eq!(found(store, "t-1").await, None);
    assert!(found(store, "t-2").await.is_some());
}

fn assertion(client_id: &str, number: u8, minutes: i64) -> UsedAssertion {
    UsedAssertion {
        client_id: client_id.to_owned(),
        jti_hash: [number; 32],
        keep_until: morning() + minutes.minutes(),
    }
}

async fn is_first(store: &dyn AccessStore, used: &UsedAssertion, minute: i64) -> bool {
    let first = store.use_assertion(used, morning() + minute.minutes());
    first.await.expect("the assertion is used")
}

/// An assertion is used once for as long as it is kept; those of other clients are others.
pub async fn an_assertion_is_used_once<S: AccessStore>(store: &S) {
    let one = assertion("c-1", 1, 5);
    assert!(is_first(store, &one, 0).await);
    assert!(!is_first(store, &one, 1).await);
    assert!(is_first(store, &assertion("c-2", 1, 5), 1).await);
    assert!(is_first(store, &assertion("c-1", 2, 9), 1).await);
    assert!(!is_first(store, &one, 4).await);
    // Another one comes when the first is over: it is forgotten, and nothing else.
    assert!(is_first(store, &assertion("c-1", 3, 9), 5).await);
    assert!(is_first(store, &one, 5).await);
    assert!(!is_first(store, &assertion("c-1", 2, 9), 5).await);
}

/// Of many who show the same assertion at once, one is the first.
pub async fn of_many_at_once_one_is_the_first<S: AccessStore>(store: &S) {
    let one = assertion("c-1", 1, 5);
    let (a, b, c, d) = tokio::join!(
        is_first(store, &one, 0),
        is_first(store, &one, 0),
        is_first(store, &one, 0),
        is_first(store, &one, 0),
    );
    let firsts = [a, b, c, d].into_iter().filter(|first| *first).count();
    assert_eq!(firsts, 1);
}

/// A clause added here runs for every adapter at its next build.
///
/// The value of `$fresh` dereferences to an [`AccessStore`] that is a [`ClientStore`].
#[macro_export]
macro_rules! access_contract {
    ($fresh:expr) => {
        $crate::clauses!(access: $fresh, |adapter| (&*adapter),
            a_token_is_found_with_its_client,
            an_access_token_id_is_issued_once,
            ended_tokens_are_forgotten,
            an_assertion_is_used_once,
            of_many_at_once_one_is_the_first,
        );
    };
}
