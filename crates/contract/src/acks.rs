//! The contract's chapter on acknowledgements of those who pull.

use futures::future::join_all;
use jiff::{Timestamp, ToSpan};

use crate::ledger;
use khen_eventlog::{Ack, AckBook, AckError, ConsumerId, Position, limits::CONSUMER_COUNT_MAX};

/// Acknowledgements that race for one consumer.
const RIVAL_COUNT: u64 = 32;

/// What the consumer `so-noi-vu` of the client `a-1` says when it has `next` events.
fn said(next: u64) -> Ack {
    let morning: Timestamp = "2024-03-15T02:00:00.000001Z"
        .parse()
        .expect("the time is well formed");
    Ack {
        ledger: ledger("hon-quan"),
        consumer: consumer("so-noi-vu"),
        client: "a-1".to_owned(),
        profile: "so_noi_vu_v1".to_owned(),
        next: Position(next),
        root: [u8::try_from(next).expect("the clauses count to a hundred"); 32],
        at: morning + i64::try_from(next).expect("it is small").seconds(),
    }
}

fn consumer(name: &str) -> ConsumerId {
    ConsumerId::parse(name).expect("the name is well formed")
}

async fn keep(book: &dyn AckBook, ack: &Ack) -> Ack {
    let kept = book.acknowledge(ack, None).await;
    kept.expect("the acknowledgement is kept")
}

async fn stands(book: &dyn AckBook) -> Option<Ack> {
    let found = book.ack(&ledger("hon-quan"), &consumer("so-noi-vu")).await;
    found.expect("the consumer is read")
}

async fn all(book: &dyn AckBook) -> Vec<Ack> {
    book.acks().await.expect("the consumers are read")
}

/// Acknowledgements read back with every member, by ledger and consumer.
pub async fn acks_are_read_by_ledger_and_consumer(book: &dyn AckBook) {
    assert_eq!(all(book).await, []);
    assert_eq!(stands(book).await, None);
    let other = |slug: &str, name: &str| Ack {
        ledger: ledger(slug),
        consumer: consumer(name),
        ..said(3)
    };
    let [one, two, three] = [
        other("hon-quan", "ban-sao"),
        said(3),
        other("loc-ninh", "ban-sao"),
    ];
    for ack in [&three, &one, &two] {
        assert_eq!(keep(book, ack).await, *ack);
    }
    assert_eq!(stands(book).await, Some(said(3)));
    let of_one = book.acks_of(&ledger("hon-quan")).await;
    assert_eq!(of_one.expect("they are read"), [one.clone(), two.clone()]);
    assert_eq!(all(book).await, [one, two, three]);
}

/// A consumer begins with nothing, and goes forward, as far as it likes.
pub async fn an_ack_moves_forward(book: &dyn AckBook) {
    for next in [0, 1, 90] {
        assert_eq!(keep(book, &said(next)).await, said(next));
        assert_eq!(stands(book).await, Some(said(next)));
    }
}

/// The same once more is answered as the first time: since when it stands was said then.
pub async fn the_same_ack_changes_nothing(book: &dyn AckBook) {
    keep(book, &said(7)).await;
    let again = Ack {
        at: said(7).at + 1.hour(),
        ..said(7)
    };
    assert_eq!(keep(book, &again).await, said(7));
    // Whoever lost the answer asks again with what was seen before.
    let kept = book.acknowledge(&again, Some(Position(3))).await;
    assert_eq!(kept.expect("it is kept already"), said(7));
    assert_eq!(stands(book).await, Some(said(7)));
}

/// Nothing goes back, and nothing takes the place of another root.
pub async fn an_ack_never_goes_back(book: &dyn AckBook) {
    keep(book, &said(7)).await;
    let lower = book.acknowledge(&said(6), None).await;
    assert!(matches!(lower, Err(AckError::Regression { stands }) if *stands == said(7)));
    let other = Ack {
        root: [99; 32],
        ..said(7)
    };
    let other = book.acknowledge(&other, None).await;
    assert!(matches!(other, Err(AckError::OtherRoot { stands }) if *stands == said(7)));
    assert_eq!(stands(book).await, Some(said(7)));
}

/// A consumer is its client's alone.
pub async fn a_consumer_is_its_clients_alone(book: &dyn AckBook) {
    keep(book, &said(7)).await;
    for next in [6, 7, 8] {
        let stranger = Ack {
            client: "a-2".to_owned(),
            ..said(next)
        };
        let refused = book.acknowledge(&stranger, None).await;
        assert!(matches!(refused, Err(AckError::OtherClient)));
    }
    assert_eq!(stands(book).await, Some(said(7)));
}

/// Whoever says where the consumer was seen moves it from there, or not at all.
pub async fn a_consumer_is_moved_from_where_it_was_seen(book: &dyn AckBook) {
    let early = book.acknowledge(&said(1), Some(Position(0))).await;
    assert!(matches!(early, Err(AckError::Moved)));
    keep(book, &said(7)).await;
    for (next, seen) in [(8, 6), (6, 5)] {
        let moved = book.acknowledge(&said(next), Some(Position(seen))).await;
        assert!(matches!(moved, Err(AckError::Moved)), "{next} after {seen}");
    }
    assert_eq!(stands(book).await, Some(said(7)));
    let moved = book.acknowledge(&said(8), Some(Position(7))).await;
    assert_eq!(moved.expect("it was there"), said(8));
}

/// Of acknowledgements at the same moment the furthest stands, and no answer is of one further than it.
pub async fn racing_acks_never_go_back(book: &dyn AckBook) {
    let rivals: Vec<Ack> = (1..=RIVAL_COUNT).rev().map(said).collect();
    let answers = join_all(rivals.iter().map(|ack| book.acknowledge(ack, None))).await;
    for (rival, answer) in rivals.iter().zip(answers) {
        match answer {
            Ok(kept) => assert_eq!(kept, *rival),
            Err(AckError::Regression { stands }) => assert!(stands.next > rival.next),
            Err(AckError::Moved) => {}
            Err(other) => panic!("{other}"),
        }
    }
    assert_eq!(stands(book).await, Some(said(RIVAL_COUNT)));
}

/// Of those who saw the consumer at the same place one moves it.
pub async fn one_rival_moves_a_consumer_from_where_it_was_seen(book: &dyn AckBook) {
    keep(book, &said(7)).await;
    let rivals: Vec<Ack> = (8..8 + RIVAL_COUNT).map(said).collect();
    let seen = Some(Position(7));
    let answers = join_all(rivals.iter().map(|ack| book.acknowledge(ack, seen))).await;
    let moved: Vec<_> = answers.into_iter().filter_map(Result::ok).collect();
    assert_eq!(moved.len(), 1);
    assert_eq!(stands(book).await, moved.into_iter().next());
}

/// A client makes some consumers, and then no more; those that it has go on, as do other clients.
pub async fn a_client_has_some_consumers(book: &dyn AckBook) {
    let named = |number: usize| Ack {
        consumer: consumer(&format!("ban-sao-{number}")),
        ..said(3)
    };
    for number in 0..CONSUMER_COUNT_MAX {
        keep(book, &named(number)).await;
    }
    let refused = book.acknowledge(&named(CONSUMER_COUNT_MAX), None).await;
    assert!(matches!(refused, Err(AckError::TooMany { max }) if max == CONSUMER_COUNT_MAX));
    keep(
        book,
        &Ack {
            next: Position(4),
            ..named(0)
        },
    )
    .await;
    keep(
        book,
        &Ack {
            client: "a-2".to_owned(),
            ..said(3)
        },
    )
    .await;
    assert_eq!(all(book).await.len(), CONSUMER_COUNT_MAX + 1);
}

/// A consumer that is forgotten is gone, and no other; it may begin anew.
pub async fn a_forgotten_consumer_begins_anew(book: &dyn AckBook) {
    let other = Ack {
        consumer: consumer("ban-sao"),
        ..said(9)
    };
    keep(book, &said(7)).await;
    keep(book, &other).await;
    for was_there in [true, false] {
        let forgotten = book
            .forget_consumer(&ledger("hon-quan"), &consumer("so-noi-vu"))
            .await;
        assert_eq!(forgotten.expect("it is forgotten"), was_there);
        assert_eq!(all(book).await, std::slice::from_ref(&other));
    }
    assert_eq!(keep(book, &said(1)).await, said(1));
}

/// A clause added here runs for every adapter at its next build.
///
/// The value of `$fresh` dereferences to an [`AckBook`].
#[macro_export]
macro_rules! acks_contract {
    ($fresh:expr) => {
        $crate::clauses!(acks: $fresh, |adapter| (&*adapter),
            acks_are_read_by_ledger_and_consumer,
            an_ack_moves_forward,
            the_same_ack_changes_nothing,
            an_ack_never_goes_back,
            a_consumer_is_its_clients_alone,
            a_consumer_is_moved_from_where_it_was_seen,
            racing_acks_never_go_back,
            one_rival_moves_a_consumer_from_where_it_was_seen,
            a_client_has_some_consumers,
            a_forgotten_consumer_begins_anew,
        );
    };
}
