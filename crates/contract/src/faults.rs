//! The contract's chapter on a database that fails: the harm stays where it arises.

use futures::future::join_all;

use crate::{House, Wish, made_ledger, stream};
use khen_eventlog::{AppendError, EventFeed as _, EventStore as _, Position, Version};

/// A statement that the database refuses costs one append its success, and its batch nothing.
pub async fn a_statement_that_fails_harms_no_neighbour_in_its_batch(house: &impl House) {
    let store = house.another().await;
    let ledger = made_ledger(&store).await;
    house.make_fives_fail().await;
    let crowd = (0..30).map(|number| {
        let wish = Wish::new(&ledger, &number.to_string());
        let wish = wish.writing(&format!("nomination/{number}"), 0, &["a"]);
        store.append(wish.build())
    });
    for (number, answer) in join_all(crowd).await.into_iter().enumerate() {
        if number % 10 == 5 {
            assert!(matches!(answer, Err(AppendError::Unavailable(_))));
        } else {
            assert!(answer.is_ok_and(|receipt| !receipt.is_repeat));
        }
    }
    let events = store.read_from(&ledger, Position(0), 100).await;
    assert_eq!(events.expect("the feed is read").len(), 27);
    let failed = [stream("nomination/5"), stream("nomination/6")];
    let versions = store.versions(&ledger, &failed).await;
    let versions = versions.expect("the versions are read");
    assert_eq!(versions, [Version::NONE, Version(1)]);
}

/// What failed left nothing behind in the store's memory either: the stream is still to be begun.
pub async fn what_failed_is_not_remembered(house: &impl House) {
    let store = house.another().await;
    let ledger = made_ledger(&store).await;
    house.make_fives_fail().await;
    let fails = Wish::new(&ledger, "5").writing("slot/1", 0, &["a"]);
    for _ in 0..2 {
        let answer = store.append(fails.build()).await;
        assert!(matches!(answer, Err(AppendError::Unavailable(_))));
    }
    let lives = Wish::new(&ledger, "6").writing("slot/1", 0, &["b"]);
    let receipt = store.append(lives.build()).await;
    let receipt = receipt.expect("the append is recorded");
    let place = (receipt.events[0].version, receipt.events[0].position);
    assert_eq!(place, (Version(1), Position(0)));
}

/// A clause added here runs for every adapter at its next build.
///
/// The value of `$house` is a [`House`](crate::House).
#[macro_export]
macro_rules! faults_contract {
    ($house:expr) => {
        $crate::clauses!(faults: $house, |house| (&house),
            a_statement_that_fails_harms_no_neighbour_in_its_batch,
            what_failed_is_not_remembered,
        );
    };
}
