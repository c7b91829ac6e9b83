//! What a committer remembers from one batch to the next, so that it need not look again.
//!
//! It is also the overlay of a batch: what an append has changed stands here for the next one. Other
//! processes write too; the last event of a ledger tells whether one did since our last transaction,
//! and then the versions of the ledger's streams are looked up again. Their numbers stay what they were.
//! After a transaction that failed all is forgotten.

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
    /// How many times another process was found to have written.
    turn: u64,
    streams: HashMap<StreamName, Seen>,
}

/// A stream as it was in a turn.
#[derive(Debug, Clone, Copy)]
struct Seen {
    stream: StoredStream,
    turn: u64,
}

/// How much of a stream is remembered.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Known {
    /// Nothing: it may exist or not.
    Nothing,
    /// Its number, which never changes; the version may have moved.
    Number(i64),
    /// All of it.
    Version,
}

impl Memory {
    pub(super) fn ledger(&mut self, ledger: LedgerNo) -> &mut LedgerMemory {
        self.ledgers.entry(ledger).or_default()
    }

    /// How much of this stream is remembered.
    pub(super) fn known(&self, ledger: LedgerNo, stream: &StreamName) -> Known {
        let memory = self.ledgers.get(&ledger);
        memory.map_or(Known::Nothing, |memory| memory.known(stream))
    }

    /// Whether an append can be checked by what is remembered: the end of its ledger, and each of its
    /// streams, of which those that it begins are checked by the key of their name.
    pub(super) fn suffices(&self, wanted: Wanted<'_>) -> bool {
        let Some(memory) = self.ledgers.get(&wanted.ledger) else {
            return false;
        };
        let begins = |stream: &StreamName| {
            let mut events = wanted.append.events().iter();
            events.any(|event| event.stream == *stream)
        };
        let is_checked = |stream: &StreamName| match memory.known(stream) {
            Known::Nothing => begins(stream),
            Known::Number(_) => false,
            Known::Version => true,
        };
        memory.last.is_some() && wanted.streams().all(|(_, stream)| is_checked(stream))
    }

    /// Takes note of where a ledger stands, now that its lock is held: if somebody else has written,
    /// the versions of its streams are remembered no more.
    pub(super) fn refresh(&mut self, ledger: LedgerNo, last: Option<LastEvent>) {
        let memory = self.ledger(ledger);
        // At first nothing is remembered, which says nothing about others.
        memory.is_shared = memory.last.is_some() && memory.last != last;
        if memory.last != last {
            memory.turn += 1;
            memory.last = last;
        }
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

    fn known(&self, stream: &StreamName) -> Known {
        match self.streams.get(stream) {
            None => Known::Nothing,
            Some(seen) if self.is_shared || seen.turn != self.turn => {
                Known::Number(seen.stream.stream_no)
            }
            Some(_) => Known::Version,
        }
    }

    /// Takes note of a stream that was looked up.
    pub(super) fn learn(&mut self, stream: &StreamName, found: StoredStream) {
        let seen = Seen {
            stream: found,
            turn: self.turn,
        };
        self.streams.insert(stream.clone(), seen);
    }

    /// The version of a stream that was looked up before; what was not found does not exist.
    pub(super) fn version(&self, stream: &StreamName) -> Version {
        let seen = self.streams.get(stream);
        seen.map_or(Version::NONE, |seen| seen.stream.version)
    }

    /// Moves a stream on by one event at `seat`, which gives a new stream its number.
    pub(super) fn grow(&mut self, stream: &StreamName, seat: i64) -> StoredStream {
        if let Some(seen) = self.streams.get_mut(stream) {
            seen.stream.version = seen.stream.version.next();
            return seen.stream;
        }
        let first = StoredStream {
            stream_no: seat,
            version: Version::NONE.next(),
        };
        self.learn(stream, first);
        first
    }
}
