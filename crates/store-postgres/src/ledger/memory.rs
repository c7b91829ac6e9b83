//! What a committer remembers from one batch to the next, so that it need not look again.
//!
//! It is also the overlay of a batch: what an append has changed stands here for the next one. Other
//! processes write too: what they wrote since our last transaction is read from the last event on that is
//! remembered, and moves the streams that are remembered. Where that event is not there any more, or too
//! much came after it, all of the ledger is forgotten. After a transaction that failed everything is.

use std::collections::HashMap;

use super::{batch::Wanted, read::StoredStream};
use crate::limits::{REMEMBERED_STREAM_COUNT_MAX, TAIL_EVENT_COUNT_MAX};
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

/// An event at the end of a ledger, and where it moved its stream.
#[derive(Debug, Clone, Copy)]
pub(super) struct TailEvent {
    pub(super) event: LastEvent,
    pub(super) stream: StoredStream,
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
    /// The numbers of streams, which never change.
    numbers: HashMap<StreamName, i64>,
    /// The versions of the same streams, by their numbers.
    versions: HashMap<i64, Version>,
}

impl Memory {
    pub(super) fn ledger(&mut self, ledger: LedgerNo) -> &mut LedgerMemory {
        self.ledgers.entry(ledger).or_default()
    }

    /// Where what is remembered of a ledger ends; `None` where nothing is.
    pub(super) fn last(&self, ledger: LedgerNo) -> Option<LastEvent> {
        self.ledgers.get(&ledger)?.last
    }

    /// Whether another process had written to a ledger when its lock was taken last.
    pub(super) fn is_shared(&self, ledger: LedgerNo) -> bool {
        let memory = self.ledgers.get(&ledger);
        memory.is_some_and(|memory| memory.is_shared)
    }

    /// Whether this stream is remembered.
    pub(super) fn knows(&self, ledger: LedgerNo, stream: &StreamName) -> bool {
        let memory = self.ledgers.get(&ledger);
        memory.is_some_and(|memory| memory.numbers.contains_key(stream))
    }

    /// Whether an append can be checked by what is remembered: the end of its ledger, in which nobody
    /// else wrote of late, and each of its streams, of which those that it begins are checked by the key
    /// of their name.
    pub(super) fn suffices(&self, wanted: Wanted<'_>) -> bool {
        let Some(memory) = self.ledgers.get(&wanted.ledger) else {
            return false;
        };
        let begins = |stream: &StreamName| {
            let mut events = wanted.append.events().iter();
            events.any(|event| event.stream == *stream)
        };
        let is_checked =
            |stream: &StreamName| memory.numbers.contains_key(stream) || begins(stream);
        let is_ours = memory.last.is_some() && !memory.is_shared;
        is_ours && wanted.streams().all(|(_, stream)| is_checked(stream))
    }

    /// Takes note of what was recorded in a ledger since, now that its lock is held; `tail` begins with
    /// the last event that is remembered. Says whether what is remembered is right now: if not, it is
    /// forgotten.
    pub(super) fn catch_up(&mut self, ledger: LedgerNo, tail: &[TailEvent]) -> bool {
        let memory = self.ledger(ledger);
        let (first, others) = match tail.split_first() {
            Some((first, others)) => (Some(first.event), others),
            None => (None, tail),
        };
        let is_whole = first == memory.last && tail.len() <= TAIL_EVENT_COUNT_MAX;
        if is_whole {
            memory.is_shared = !others.is_empty();
            for one in others {
                memory.last = Some(one.event);
                if let Some(version) = memory.versions.get_mut(&one.stream.stream_no) {
                    *version = one.stream.version;
                }
            }
        } else {
            self.forget(ledger);
        }
        is_whole
    }

    /// Forgets a ledger in which somebody else has written.
    pub(super) fn forget(&mut self, ledger: LedgerNo) {
        let nothing = LedgerMemory {
            is_shared: true,
            ..LedgerMemory::default()
        };
        self.ledgers.insert(ledger, nothing);
    }

    /// Forgets everything once it is too much; not while locks are held, as nobody would look again.
    pub(super) fn trim(&mut self) {
        let count: usize = self.ledgers.values().map(|it| it.numbers.len()).sum();
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
    pub(super) fn learn(&mut self, stream: &StreamName, found: StoredStream) {
        self.numbers.insert(stream.clone(), found.stream_no);
        self.versions.insert(found.stream_no, found.version);
    }

    /// The version of a stream that was looked up before; what was not found does not exist.
    pub(super) fn version(&self, stream: &StreamName) -> Version {
        let number = self.numbers.get(stream);
        let version = number.and_then(|number| self.versions.get(number));
        version.copied().unwrap_or(Version::NONE)
    }

    /// Moves a stream on by one event at `seat`, which gives a new stream its number.
    pub(super) fn grow(&mut self, stream: &StreamName, seat: i64) -> StoredStream {
        let known = self.numbers.get(stream).copied();
        let grown = StoredStream {
            stream_no: known.unwrap_or(seat),
            version: self.version(stream).next(),
        };
        match known {
            Some(number) => {
                self.versions.insert(number, grown.version);
            }
            None => self.learn(stream, grown),
        }
        grown
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const LEDGER: LedgerNo = LedgerNo(1);

    fn event(seat: i64, stream_no: i64, version: u64) -> TailEvent {
        TailEvent {
            event: LastEvent {
                seat,
                recorded_us: 10 * seat,
            },
            stream: StoredStream {
                stream_no,
                version: Version(version),
            },
        }
    }

    /// A memory that ends at seat 7, with stream 3 at version 2.
    fn remembered() -> (Memory, StreamName) {
        let (mut memory, stream) = (Memory::default(), StreamName::parse("a/b").unwrap());
        memory.ledger(LEDGER).last = Some(event(7, 3, 2).event);
        memory.ledger(LEDGER).learn(&stream, event(7, 3, 2).stream);
        (memory, stream)
    }

    #[test]
    fn what_others_wrote_moves_the_streams_that_are_remembered() {
        let (mut memory, stream) = remembered();
        let tail = [event(7, 3, 2), event(8, 8, 1), event(9, 3, 3)];
        assert!(memory.catch_up(LEDGER, &tail));
        assert_eq!(memory.last(LEDGER), Some(tail[2].event));
        assert_eq!(memory.ledger(LEDGER).version(&stream), Version(3));
        assert!(memory.ledger(LEDGER).is_shared);
        assert!(memory.catch_up(LEDGER, &tail[2..]));
        assert!(!memory.ledger(LEDGER).is_shared, "nobody else wrote since");
    }

    #[test]
    fn a_ledger_without_the_event_that_is_remembered_is_forgotten() {
        let mut other = event(7, 3, 2);
        other.event.recorded_us += 1;
        for tail in [&[][..], &[event(8, 3, 3)], &[other]] {
            let (mut memory, stream) = remembered();
            assert!(!memory.catch_up(LEDGER, tail), "{tail:?}");
            assert_eq!(memory.last(LEDGER), None);
            assert!(!memory.knows(LEDGER, &stream));
        }
    }

    #[test]
    fn a_tail_that_is_too_long_is_not_followed() {
        let tail: Vec<TailEvent> = (7..)
            .map(|seat| event(seat, 3, 2))
            .take(TAIL_EVENT_COUNT_MAX + 1)
            .collect();
        let (mut memory, _) = remembered();
        assert!(!memory.catch_up(LEDGER, &tail));
        let (mut memory, _) = remembered();
        assert!(memory.catch_up(LEDGER, &tail[..TAIL_EVENT_COUNT_MAX]));
    }
}
