//! A client's own book of what it was told, to be held against the ledger.

use std::{
    collections::BTreeMap,
    sync::{Mutex, PoisonError},
};

use khen_contract::{Wish, ledger};
use khen_eventlog::{AppendError, CommandId, EventFeed, EventStore, Position};

/// Which command was told which position.
#[derive(Debug, Default)]
pub(crate) struct Book(Mutex<BTreeMap<Position, CommandId>>);

impl Book {
    /// How many appends were acknowledged.
    pub(crate) fn len(&self) -> usize {
        let told = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        told.len()
    }

    /// Appends one event for this writer, again and again until it is acknowledged, as a client does.
    /// Only an append that was tried before may be answered as a repeat.
    pub(crate) async fn write(&self, store: &impl EventStore, writer: usize, round: u64) {
        let wish = Wish::new(&ledger("hon-quan"), &format!("{writer}-{round}"));
        let wish = wish.writing(&format!("slot/{writer}"), round, &["a"]);
        let mut is_first = true;
        let receipt = loop {
            match store.append(wish.build()).await {
                Ok(receipt) => break receipt,
                Err(AppendError::Unavailable(_)) => is_first = false,
                Err(other) => panic!("no other answer is possible: {other}"),
            }
        };
        assert!(!(is_first && receipt.is_repeat));
        let mut told = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let before = told.insert(receipt.events[0].position, wish.command());
        assert_eq!(before, None, "a position is told once");
    }

    /// The ledger holds what the book says, each once, at the places told, and nothing else.
    pub(crate) async fn equals(&self, feed: &impl EventFeed) {
        let mut found = BTreeMap::new();
        loop {
            let next = Position(found.len() as u64);
            let page = feed.read_from(&ledger("hon-quan"), next, 4_096).await;
            let page = page.expect("the feed is read");
            if page.is_empty() {
                break;
            }
            found.extend(
                page.into_iter()
                    .map(|event| (event.position, event.command)),
            );
        }
        let told = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        assert_eq!(found, *told);
        assert!(found.into_keys().eq((0..told.len() as u64).map(Position)));
    }
}
