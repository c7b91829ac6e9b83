//! The contract's chapter on commands: what is recorded once stays recorded once.

use crate::{Wish, made, made_ledger, recorded};
use khen_eventlog::{AppendError, EventStore, Position};

/// The same command id records once; the second answer is the first, marked as a repeat.
pub async fn a_repeated_command_gets_its_first_answer(store: &dyn EventStore) {
    let ledger = made_ledger(store).await;
    let wish = Wish::new(&ledger, "1")
        .writing("nomination/1", 0, &["a", "b"])
        .writing("slot/1", 0, &["c"]);
    let first = recorded(store, &wish).await;
    let second = recorded(store, &wish).await;
    assert!(!first.is_repeat);
    assert!(second.is_repeat);
    assert_eq!(second.events, first.events);
    let next = Wish::new(&ledger, "2").writing("nomination/2", 0, &["d"]);
    assert_eq!(recorded(store, &next).await.events[0].position, Position(3));
}

/// A known command is answered even when its conditions hold no longer.
pub async fn a_repeat_is_answered_before_its_conditions_are_looked_at(store: &dyn EventStore) {
    let ledger = made_ledger(store).await;
    let wish = Wish::new(&ledger, "1")
        .writing("nomination/1", 0, &["a"])
        .seeing("slot/1", 0);
    let first = recorded(store, &wish).await;
    recorded(
        store,
        &Wish::new(&ledger, "2").writing("slot/1", 0, &["taken"]),
    )
    .await;
    let second = recorded(store, &wish).await;
    assert!(second.is_repeat);
    assert_eq!(second.events, first.events);
}

/// The same command twice at the same moment records once, and both get the same places.
pub async fn the_same_command_twice_at_once_records_once(store: &dyn EventStore) {
    let ledger = made_ledger(store).await;
    let wish = Wish::new(&ledger, "1").writing("nomination/1", 0, &["a", "b"]);
    let (first, second) = tokio::join!(recorded(store, &wish), recorded(store, &wish));
    assert!(first.is_repeat != second.is_repeat);
    assert_eq!(first.events, second.events);
    let events = store.read_command(&ledger, wish.command()).await;
    assert_eq!(events.expect("the command is looked up").len(), 2);
}

/// A known command with another body is a mistake of the caller, and recorded nowhere.
pub async fn a_command_id_with_another_body_is_refused(store: &dyn EventStore) {
    let ledger = made_ledger(store).await;
    let wish = Wish::new(&ledger, "1").writing("nomination/1", 0, &["a"]);
    recorded(store, &wish).await;
    let other = Wish::new(&ledger, "1")
        .body("another")
        .writing("nomination/1", 1, &["b"]);
    let refused = store.append(other.build()).await;
    assert!(matches!(
        refused,
        Err(AppendError::KeyReused { command }) if command == wish.command()
    ));
    let events = store.read_command(&ledger, wish.command()).await;
    assert_eq!(events.expect("the command is looked up").len(), 1);
}

/// A refused command is not remembered: it may come again, and succeed.
pub async fn a_refused_command_is_decided_anew(store: &dyn EventStore) {
    let ledger = made_ledger(store).await;
    let wish = |seen| Wish::new(&ledger, "1").writing("nomination/1", seen, &["a"]);
    assert!(store.append(wish(1).build()).await.is_err());
    assert!(!recorded(store, &wish(0)).await.is_repeat);
}

/// A command's events are found by its id, whole, in the order of the append.
pub async fn a_command_is_found_by_its_id(store: &dyn EventStore) {
    let ledger = made_ledger(store).await;
    recorded(store, &Wish::new(&ledger, "1").writing("slot/1", 0, &["a"])).await;
    let wish = Wish::new(&ledger, "2")
        .writing("nomination/2", 0, &["b"])
        .writing("nomination/1", 0, &["c", "d"]);
    let receipt = recorded(store, &wish).await;
    recorded(store, &Wish::new(&ledger, "3").writing("slot/1", 1, &["e"])).await;
    let events = store.read_command(&ledger, wish.command()).await;
    let events = events.expect("the command is looked up");
    let found: Vec<_> = events.iter().map(|event| event.position).collect();
    let told: Vec<_> = receipt.events.iter().map(|event| event.position).collect();
    assert_eq!(found, told);
    assert!(events.iter().all(|event| event.command == wish.command()));
    let unknown = Wish::new(&ledger, "4").command();
    let nothing = store.read_command(&ledger, unknown).await;
    assert_eq!(nothing.expect("the command is looked up"), []);
}

/// Ids of commands are known per ledger: the same id may be used in each.
pub async fn each_ledger_knows_its_own_commands(store: &dyn EventStore) {
    let here = made_ledger(store).await;
    let there = made(store, "loc-ninh").await;
    let wish = Wish::new(&here, "1").writing("nomination/1", 0, &["a"]);
    recorded(store, &wish).await;
    let elsewhere = store.read_command(&there, wish.command()).await;
    assert_eq!(elsewhere.expect("the command is looked up"), []);
    let same = recorded(store, &wish.clone().under(&there)).await;
    assert!(!same.is_repeat);
    assert_eq!(same.events[0].position, Position(0));
}

/// A clause added here runs for every adapter at its next build.
///
/// The value of `$fresh` dereferences to an [`EventStore`].
#[macro_export]
macro_rules! commands_contract {
    ($fresh:expr) => {
        $crate::clauses!(commands: $fresh, |adapter| (&*adapter),
            a_repeated_command_gets_its_first_answer,
            a_repeat_is_answered_before_its_conditions_are_looked_at,
            the_same_command_twice_at_once_records_once,
            a_command_id_with_another_body_is_refused,
            a_refused_command_is_decided_anew,
            a_command_is_found_by_its_id,
            each_ledger_knows_its_own_commands,
        );
    };
}
