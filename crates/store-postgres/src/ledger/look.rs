//! Which streams a transaction has to look at, and what it learns of them.

use tokio_postgres::Row;

use super::{memory::Memory, read::found_stream};
use crate::fault::Fault;
use khen_eventlog::{StreamName, seat::LedgerNo};

/// A stream of a ledger.
pub(super) type StreamOf<'a> = (LedgerNo, &'a StreamName);

/// Streams of which nothing is remembered, in ascending order.
#[derive(Debug, Default)]
pub(super) struct Look<'a> {
    streams: Vec<StreamOf<'a>>,
    /// Their ledgers, in the same order.
    pub(super) ledgers: Vec<i64>,
    /// Their names, in the same order.
    pub(super) names: Vec<&'a str>,
}

impl<'a> Look<'a> {
    /// At those of these streams, given in ascending order, that are not remembered.
    pub(super) fn at(memory: &Memory, streams: impl Iterator<Item = StreamOf<'a>>) -> Self {
        let mut look = Self::default();
        for (ledger, stream) in streams {
            if !memory.knows(ledger, stream) {
                look.streams.push((ledger, stream));
                look.ledgers.push(ledger.0);
                look.names.push(stream.as_str());
            }
        }
        look
    }

    pub(super) fn is_empty(&self) -> bool {
        self.streams.is_empty()
    }

    /// Has the memory take note of what was found; a stream that was not found does not exist.
    pub(super) fn learn(&self, memory: &mut Memory, found: &[Row]) -> Result<(), Fault> {
        for row in found {
            let (place, found) = found_stream(row)?;
            if let Some((ledger, stream)) = self.streams.get(place) {
                memory.ledger(*ledger).learn(stream, found);
            }
        }
        Ok(())
    }
}
