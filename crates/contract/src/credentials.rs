//! The contract's chapter on credentials.

use jiff::{Timestamp, ToSpan};

use crate::ledger;
use khen_eventlog::{Credential, CredentialStore};

fn morning() -> Timestamp {
    "2024-03-15T02:00:00.000001Z"
        .parse()
        .expect("the time is well formed")
}

fn credential(token_id: &str, slug: &str, minutes_later: i64) -> Credential {
    Credential {
        token_id: token_id.to_owned(),
        secret_hash: [7; 32],
        ledger: ledger(slug),
        assignment: "assignment-1".to_owned(),
        label: "Văn phòng, máy 2".to_owned(),
        issued_at: morning() + minutes_later.minutes(),
        expires_at: morning() + 2_400.hours(),
        revoked_at: None,
    }
}

async fn keep(store: &dyn CredentialStore, credential: &Credential) {
    let kept = store.keep_credential(credential).await;
    kept.expect("the credential is kept");
}

async fn found(store: &dyn CredentialStore, token_id: &str) -> Option<Credential> {
    let found = store.credential(token_id).await;
    found.expect("the credential is looked up")
}

/// A credential reads back with every member; a token id never issued is unknown.
pub async fn a_kept_credential_is_found_again(store: &dyn CredentialStore) {
    let kept = credential("t-1", "hon-quan", 0);
    keep(store, &kept).await;
    assert_eq!(found(store, "t-1").await, Some(kept));
    assert_eq!(found(store, "t-2").await, None);
}

/// A token id is issued once; the second time is refused and changes nothing.
pub async fn a_token_id_is_issued_once(store: &dyn CredentialStore) {
    let first = credential("t-1", "hon-quan", 0);
    keep(store, &first).await;
    let second = credential("t-1", "loc-ninh", 1);
    assert!(store.keep_credential(&second).await.is_err());
    assert_eq!(found(store, "t-1").await, Some(first));
}

/// The credentials of a ledger are listed oldest first, without those of others.
pub async fn credentials_are_listed_oldest_first(store: &dyn CredentialStore) {
    for (token_id, minutes_later) in [("t-c", 1), ("t-a", 2), ("t-b", 0)] {
        keep(store, &credential(token_id, "hon-quan", minutes_later)).await;
    }
    keep(store, &credential("t-d", "loc-ninh", 0)).await;
    let listed = store.credentials(&ledger("hon-quan")).await;
    let listed = listed.expect("the credentials are listed");
    let ids: Vec<_> = listed.iter().map(|one| one.token_id.as_str()).collect();
    assert_eq!(ids, ["t-b", "t-c", "t-a"]);
}

/// Revoking stands from the first time on; a stranger cannot be revoked.
pub async fn the_first_time_of_revoking_stands(store: &dyn CredentialStore) {
    keep(store, &credential("t-1", "hon-quan", 0)).await;
    keep(store, &credential("t-2", "hon-quan", 0)).await;
    let noon = morning() + 3.hours();
    for later in [noon, noon + 1.hour()] {
        let known = store.revoke("t-1", later).await;
        assert!(known.expect("the credential is revoked"));
    }
    let stranger = store.revoke("t-3", noon).await;
    assert!(!stranger.expect("nothing is revoked"));
    let revoked = found(store, "t-1").await.and_then(|one| one.revoked_at);
    assert_eq!(revoked, Some(noon));
    let other = found(store, "t-2").await.and_then(|one| one.revoked_at);
    assert_eq!(other, None);
}

/// A clause added here runs for every adapter at its next build.
///
/// The value of `$fresh` dereferences to a [`CredentialStore`].
#[macro_export]
macro_rules! credentials_contract {
    ($fresh:expr) => {
        $crate::clauses!(credentials: $fresh, |adapter| (&*adapter),
            a_kept_credential_is_found_again,
            a_token_id_is_issued_once,
            credentials_are_listed_oldest_first,
            the_first_time_of_revoking_stands,
        );
    };
}
