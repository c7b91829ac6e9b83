//! What a committer remembers from one batch to the next, so that it need not look again.
//!
//! It is also the overlay of a batch: what an append has changed stands here for the next one. Other
//! processes write too; the last event of a ledger tells whether one did since our last transaction,
//! and then the ledger's streams are looked up again. After a transaction that failed all is forgotten.

use std::collections::HashMap;

use super::{batch::Wanted, read::StoredStream};
use crate::limits::REMEMBERED_STREAM_COUNT_MAX;
use khen_eventlog::{
    Position, StreamName, Version,
    seat::{self, LedgerNo},
};

/// The last event of a ledger.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct LastEvent {
    pub(super) seat: i64,
    pub(super) recorded_us: i64,
}

#[derive(Debug, Default)]
pub(super) struct Memory {
    ledgers: HashMap<LedgerNo, LedgerMemory>,
}

/// Where a ledger grows, and the streams that were looked at.
#[derive(Debug, Default)]
pub(super) struct LedgerMemory {
    pub(super) last: Option<LastEvent>,
    /// Whether another process had written when last we looked: it may have again.
    is_shared: bool,
    streams: HashMap<StreamName, StoredStream>,
}

impl Memory {
    pub(super) fn ledger(&mut self, ledger: LedgerNo) -> &mut LedgerMemory {
        self.ledgers.entry(ledger).or_default()
    }

    /// Whether this stream's version is remembered, and likely to be right still.
    pub(super) fn knows(&self, ledger: LedgerNo, stream: &StreamName) -> bool {
        let memory = self.ledgers.get(&ledger);
        memory.is_some_and(|memory| !memory.is_shared && memory.streams.contains_key(stream))
    }

    /// Whether an append can be checked by what is remembered: the end of its ledger, and each of its
    /// streams, of which those that it begins are checked by the key of their name.
    pub(super) fn suffices(&self, wanted: Wanted<'_>) -> bool {
        let has_end = |memory: &LedgerMemory| !memory.is_shared && memory.last.is_some();
        let begins = |stream: &StreamName| {
            let mut events = wanted.append.events().iter();
            events.any(|event| event.stream == *stream)
        };
        self.ledgers.get(&wanted.ledger).is_some_and(has_end)
            && wanted
                .streams()
                .all(|(ledger, stream)| self.knows(ledger, stream) || begins(stream))
    }

    /// Takes note of where a ledger stands, now that its lock is held. Says whether what was remembered
    /// of it still holds.
    pub(super) fn refresh(&mut self, ledger: LedgerNo, last: Option<LastEvent>) -> bool {
        let memory = self.ledger(ledger);
        let holds = memory.last == last;
        if !holds {
            // At first nothing is remembered, which says nothing about others.
            let is_shared = memory.last.is_some();
            *memory = LedgerMemory {
                last,
                is_shared,
                streams: HashMap::new(),
            };
        } else {
            memory.is_shared = false;
        }
        holds
    }

    /// Forgets everything once it is too much.
    pub(super) fn trim(&mut self) {
        let count: usize = self.ledgers.values().map(|it| it.streams.len()).sum();
        if count > REMEMBERED_STREAM_COUNT_MAX {
            self.ledgers.clear();
        }
    }
}

impl LedgerMemory {
    /// The position of the next event.
    pub(super) fn next(&self) -> Position {
        let last = self.last.as_ref();
        last.map_or(Position(0), |last| seat::position(last.seat).next())
    }

    /// Takes note of a stream that was looked up.
    pub(super) fn learn(&mut self, stream: StreamName, found: StoredStream) {
        self.streams.insert(stream, found);
    }

    /// The version of a stream that was looked up before; what was not found does not exist.
    pub(super) fn version(&self, stream: &StreamName) -> Version {
        let known = self.streams.get(stream);
        known.map_or(Version::NONE, |known| known.version)
    }

    /// Moves a stream on by one event at `seat`, which gives a new stream its number.
    pub(super) fn grow(&mut self, stream: &StreamName, seat: i64) -> StoredStream {
        if let Some(known) = self.streams.get_mut(stream) {
            known.version = known.version.next();
            return *known;
        }
        let first = StoredStream {
            stream_no: seat,
            version: Version::NONE.next(),
        };
        self.streams.insert(stream.clone(), first);
        first
    }
}
