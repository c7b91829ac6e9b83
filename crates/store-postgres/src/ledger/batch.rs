//! Checks appends one after the other against what the store holds and what the batch has accepted.
//! Nothing here waits: what has to be looked up was looked up before.

use std::collections::{BTreeSet, HashMap, HashSet};

use super::{
    columns::{EventColumns, StreamColumns},
    memory::{LastEvent, LedgerMemory, Memory},
    read::prefix,
};
use crate::fault::Fault;
use khen_ambient::Clock;
use khen_eventlog::{
    Append, AppendError, CommandId, EventId, Fingerprint, Receipt, RecordedAs, RecordedEvent,
    StreamName, Version, seat::LedgerNo,
};

/// An append, and the ledger that it is for.
#[derive(Debug, Clone, Copy)]
pub(super) struct Wanted<'a> {
    pub(super) ledger: LedgerNo,
    pub(super) append: &'a Append,
}

impl<'a> Wanted<'a> {
    /// Every stream whose version the append depends on.
    pub(super) fn streams(self) -> impl Iterator<Item = (LedgerNo, &'a StreamName)> {
        let streams = self.append.conditions().keys();
        streams.map(move |stream| (self.ledger, stream))
    }

    pub(super) fn command(self) -> (LedgerNo, CommandId) {
        (self.ledger, self.append.command())
    }

    /// The id of the first event, which no other append has, of the same command or not.
    pub(super) fn first_event(self) -> Option<EventId> {
        self.append.events().first().map(|event| event.id)
    }
}

/// The ledgers of these appends, in ascending order, each once.
pub(super) fn ledgers(wanted: &[Wanted<'_>]) -> Vec<i64> {
    let ledgers: BTreeSet<i64> = wanted.iter().map(|wanted| wanted.ledger.0).collect();
    ledgers.into_iter().collect()
}

/// What was answered to a command that is known.
#[derive(Debug, Clone)]
pub(super) struct FirstAnswer {
    /// The first event as it is stored; none if this batch is about to store it.
    stored: Option<EventId>,
    fingerprint: Option<Fingerprint>,
    receipt: Receipt,
}

impl FirstAnswer {
    /// The answer that led to these events.
    pub(super) fn of(events: Vec<RecordedEvent>) -> Self {
        let first = events.first();
        let stored = first.map(|first| first.id);
        let fingerprint = first.and_then(|first| Fingerprint::of_first_event(&first.data));
        let places = events.into_iter().map(|event| RecordedAs {
            stream: event.stream,
            version: event.version,
            position: event.position,
        });
        Self {
            stored,
            fingerprint,
            receipt: Receipt {
                events: places.collect(),
                is_repeat: false,
            },
        }
    }

    fn to(&self, append: &Append) -> Result<Receipt, AppendError> {
        if self.fingerprint != Some(append.fingerprint()) {
            let command = append.command();
            return Err(AppendError::KeyReused { command });
        }
        Ok(Receipt {
            events: self.receipt.events.clone(),
            is_repeat: true,
        })
    }
}

/// One transaction's worth of appends. `memory` is right as of this transaction, and holds every stream
/// that the appends depend on, if it exists.
pub(super) struct Batch<'a> {
    memory: Memory,
    clock: &'a dyn Clock,
    known: HashMap<(LedgerNo, CommandId), FirstAnswer>,
    unsure: &'a HashSet<EventId>,
    pub(super) streams: StreamColumns<'a>,
    pub(super) events: EventColumns<'a>,
}

impl<'a> Batch<'a> {
    pub(super) fn new(
        memory: Memory,
        clock: &'a dyn Clock,
        (known, unsure): (
            HashMap<(LedgerNo, CommandId), FirstAnswer>,
            &'a HashSet<EventId>,
        ),
    ) -> Self {
        Self {
            memory,
            clock,
            known,
            unsure,
            streams: StreamColumns::default(),
            events: EventColumns::default(),
        }
    }

    /// What is to be remembered once the batch is committed.
    pub(super) fn into_memory(self) -> Memory {
        self.memory
    }

    /// Accepts an append: a known command first, then the conditions, then the events.
    pub(super) fn append(&mut self, wanted: Wanted<'a>) -> Result<Receipt, AppendError> {
        let Wanted { ledger, append } = wanted;
        if let Some(first) = self.known.get(&wanted.command()) {
            let mut receipt = first.to(append)?;
            // A commit of ours that went through unheard has recorded this very append.
            let is_ours = first.stored == wanted.first_event();
            let is_unsure = first.stored.is_some_and(|id| self.unsure.contains(&id));
            receipt.is_repeat = !(is_ours && is_unsure);
            return Ok(receipt);
        }
        check(self.memory.ledger(ledger), append)?;
        let receipt = self.record(ledger, append)?;
        let first = FirstAnswer {
            stored: None,
            fingerprint: Some(append.fingerprint()),
            receipt: receipt.clone(),
        };
        self.known.insert(wanted.command(), first);
        Ok(receipt)
    }

    fn record(&mut self, ledger: LedgerNo, append: &'a Append) -> Result<Receipt, Fault> {
        let memory = self.memory.ledger(ledger);
        let count = append.events().len() as u64;
        let end = memory.next().0.saturating_add(count);
        if ledger.seat(khen_eventlog::Position(end)) >= ledger.seats().end {
            return Err(Fault::Full);
        }
        let mut prefix = Some(prefix(append.command()));
        let mut places = Vec::with_capacity(append.events().len());
        for event in append.events() {
            let position = memory.next();
            let last = LastEvent {
                seat: ledger.seat(position),
                recorded_us: recorded(self.clock, memory.last),
            };
            let stream = memory.grow(&event.stream, last.seat);
            if stream.version == Version::NONE.next() {
                self.streams.push(ledger, stream.stream_no, &event.stream);
            }
            self.events
                .push((append, event), last, stream, prefix.take());
            places.push(RecordedAs {
                stream: event.stream.clone(),
                version: stream.version,
                position,
            });
            memory.last = Some(last);
        }
        Ok(Receipt {
            events: places,
            is_repeat: false,
        })
    }
}

/// Strictly increasing, whatever the clock does.
fn recorded(clock: &dyn Clock, last: Option<LastEvent>) -> i64 {
    let now = clock.now().as_microsecond();
    last.map_or(now, |last| now.max(last.recorded_us.saturating_add(1)))
}

/// Every stream of a condition must be at its version.
fn check(ledger: &LedgerMemory, append: &Append) -> Result<(), AppendError> {
    for (stream, &expected) in append.conditions() {
        let actual = ledger.version(stream);
        if actual != expected {
            return Err(AppendError::Conflict {
                stream: stream.clone(),
                expected,
                actual,
            });
        }
    }
    Ok(())
}
