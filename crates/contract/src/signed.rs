//! The contract's chapter on what a signer remembers.

use khen_eventlog::{SignedStateError, SignedStates};

const ORIGIN: &str = "khen.example/log/hon-quan";

async fn state(states: &dyn SignedStates, origin: &str) -> Option<String> {
    states.state(origin).await.expect("the state is read")
}

async fn replace(
    states: &dyn SignedStates,
    expected: Option<&str>,
    new: &str,
) -> Result<(), SignedStateError> {
    states.replace(ORIGIN, expected, new).await
}

/// What was kept of an origin reads back, and says nothing of others.
pub async fn a_state_belongs_to_one_origin(states: &dyn SignedStates) {
    assert_eq!(state(states, ORIGIN).await, None);
    let kept = replace(states, None, "one\n2\nbà\n").await;
    kept.expect("the state is kept");
    assert_eq!(state(states, ORIGIN).await.as_deref(), Some("one\n2\nbà\n"));
    for other in [
        "khen.example/log/hon-qua",
        "khen.example/log/hon-quan/..",
        ".",
    ] {
        assert_eq!(state(states, other).await, None, "{other}");
    }
}

/// A state is replaced by whoever has seen it, and by nobody else.
pub async fn only_who_has_seen_a_state_replaces_it(states: &dyn SignedStates) {
    let early = replace(states, Some("one"), "two").await;
    assert!(matches!(early, Err(SignedStateError::Moved)), "{early:?}");
    let first = replace(states, None, "one").await;
    first.expect("the state is kept");
    for seen in [None, Some("two"), Some("on"), Some("")] {
        let late = replace(states, seen, "two").await;
        assert!(matches!(late, Err(SignedStateError::Moved)), "{late:?}");
    }
    assert_eq!(state(states, ORIGIN).await.as_deref(), Some("one"));
    let second = replace(states, Some("one"), "two").await;
    second.expect("the state is kept");
    assert_eq!(state(states, ORIGIN).await.as_deref(), Some("two"));
}

/// Of two who have seen the same state, one replaces it.
pub async fn one_of_two_racing_signers_wins(states: &dyn SignedStates) {
    let (first, second) = tokio::join!(replace(states, None, "a"), replace(states, None, "b"));
    assert!(first.is_ok() != second.is_ok());
    let stands = if first.is_ok() { "a" } else { "b" };
    assert_eq!(state(states, ORIGIN).await.as_deref(), Some(stands));
}

/// A clause added here runs for every adapter at its next build.
///
/// The value of `$fresh` dereferences to a [`SignedStates`].
#[macro_export]
macro_rules! signed_contract {
    ($fresh:expr) => {
        $crate::clauses!(signed: $fresh, |adapter| (&*adapter),
            a_state_belongs_to_one_origin,
            only_who_has_seen_a_state_replaces_it,
            one_of_two_racing_signers_wins,
        );
    };
}
