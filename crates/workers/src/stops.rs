//! Writes down where a sink has stopped, and strikes it when the sink goes on.

use std::{collections::BTreeSet, sync::Arc};

use tracing::warn;

use crate::sink::chain;
use khen_eventlog::{LedgerId, OfficeError, StopBook, StopRecord};

/// The stops of one sink, as the office knows them.
pub(crate) struct Stops {
    book: Arc<dyn StopBook>,
    sink: &'static str,
    written: BTreeSet<LedgerId>,
    /// The version of the holdings for which the book was read.
    read_for: Option<u64>,
}

impl Stops {
    pub(crate) fn new(book: Arc<dyn StopBook>, sink: &'static str) -> Self {
        Self {
            book,
            sink,
            written: BTreeSet::new(),
            read_for: None,
        }
    }

    /// Reads the book whenever the holdings have changed: who held a ledger before may have written.
    pub(crate) async fn read(&mut self, version: u64) {
        if self.read_for == Some(version) {
            return;
        }
        match self.book.stops().await {
            Ok(stops) => {
                let own = stops.into_iter().filter(|stop| stop.sink == self.sink);
                self.written = own.map(|stop| stop.ledger).collect();
                self.read_for = Some(version);
            }
            Err(failure) => told(&failure),
        }
    }

    /// Whether the stop of this ledger is in the book.
    pub(crate) fn knows(&self, ledger: &LedgerId) -> bool {
        self.written.contains(ledger)
    }

    pub(crate) async fn keep(&mut self, stop: &StopRecord) {
        match self.book.keep_stop(stop).await {
            Ok(()) => {
                self.written.insert(stop.ledger.clone());
            }
            Err(failure) => told(&failure),
        }
    }

    /// Strikes the stop of this ledger, if there is one.
    pub(crate) async fn clear(&mut self, ledger: &LedgerId) {
        if !self.knows(ledger) {
            return;
        }
        match self.book.clear_stop(self.sink, ledger).await {
            Ok(()) => {
                self.written.remove(ledger);
            }
            Err(failure) => told(&failure),
        }
    }
}

/// The sink does what it does without the book; it is tried again at the next round.
fn told(failure: &OfficeError) {
    warn!(reason = chain(failure), "Could not keep the book of stops");
}
