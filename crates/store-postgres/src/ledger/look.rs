//! Which streams a transaction has to look at, and what it learns of them.

use tokio_postgres::Row;

use super::{
    memory::{Known, Memory},
    read::{StoredStream, found_head, found_stream},
};
use crate::fault::Fault;
use khen_eventlog::{StreamName, seat::LedgerNo};

/// A stream of a ledger.
pub(super) type StreamOf<'a> = (LedgerNo, &'a StreamName);

/// Streams to look at, in ascending order: those of which nothing is remembered by their names, the others by their numbers.
#[derive(Debug, Default)]
pub(super) struct Look<'a> {
    named: Vec<StreamOf<'a>>,
    numbered: Vec<StreamOf<'a>>,
    /// Ledgers and names of the former, in the same order.
    pub(super) names: (Vec<i64>, Vec<&'a str>),
    /// Numbers of the latter, in the same order.
    pub(super) numbers: Vec<i64>,
}

/// What the tables say to a [`Look`].
#[derive(Debug, Default)]
pub(super) struct Streams {
    pub(super) named: Vec<Row>,
    pub(super) numbered: Vec<Row>,
}

impl<'a> Look<'a> {
    /// At those of these streams, given in ascending order, whose version is not remembered.
    pub(super) fn at(memory: &Memory, streams: impl Iterator<Item = StreamOf<'a>>) -> Self {
        let mut look = Self::default();
        for (ledger, stream) in streams {
            match memory.known(ledger, stream) {
                Known::Version => {}
                Known::Number(number) => {
                    look.numbered.push((ledger, stream));
                    look.numbers.push(number);
                }
                Known::Nothing => {
                    look.named.push((ledger, stream));
                    look.names.0.push(ledger.0);
                    look.names.1.push(stream.as_str());
                }
            }
        }
        look
    }

    /// Whether this stream is among them.
    pub(super) fn holds(&self, stream: &StreamOf<'a>) -> bool {
        self.named.binary_search(stream).is_ok() || self.numbered.binary_search(stream).is_ok()
    }

    pub(super) fn is_empty(&self) -> bool {
        self.named.is_empty() && self.numbered.is_empty()
    }

    /// Has the memory take note of what was found; a stream that was not found does not exist.
    pub(super) fn learn(&self, memory: &mut Memory, found: &Streams) -> Result<(), Fault> {
        for row in &found.named {
            let (place, found) = found_stream(row)?;
            if let Some((ledger, stream)) = self.named.get(place) {
                memory.ledger(*ledger).learn(stream, found);
            }
        }
        for row in &found.numbered {
            let (place, version) = found_head(row)?;
            let asked = self.numbered.get(place).zip(self.numbers.get(place));
            if let Some(((ledger, stream), &stream_no)) = asked {
                let found = StoredStream { stream_no, version };
                memory.ledger(*ledger).learn(stream, found);
            }
        }
        Ok(())
    }
}
