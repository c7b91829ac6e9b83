//! Streams, read page by page.

use crate::{History, HistoryError};
use khen_codec::{Decoded, stream_name};
use khen_domain::{State, StreamKey};
use khen_eventlog::{LedgerId, RecordedEvent, Version, limits::PAGE_EVENT_COUNT_MAX};

/// An event as it is recorded, and as it is understood.
pub(crate) struct Told {
    pub(crate) record: RecordedEvent,
    pub(crate) decoded: Decoded,
}

impl History {
    /// The events of a stream up to `until`, in order; each page is a short read of its own.
    pub(crate) async fn events(
        &self,
        ledger: &LedgerId,
        stream: &StreamKey,
        until: Option<Version>,
    ) -> Result<Vec<Told>, HistoryError> {
        let name = stream_name(stream);
        let mut told = Vec::new();
        let mut after = Version::NONE;
        loop {
            let wanted = until.map_or(usize::MAX, |until| distance(after, until));
            let limit = wanted.min(PAGE_EVENT_COUNT_MAX);
            let page = self.store.read_stream(ledger, &name, after, limit).await?;
            let is_last = page.len() < limit || limit == wanted;
            for record in page {
                after = record.version;
                let decoded = khen_codec::read(&record).map_err(HistoryError::not_understood)?;
                told.push(Told { record, decoded });
            }
            if is_last {
                return Ok(told);
            }
        }
    }

    /// The state of a stream at `until`, or now, and the version it is of.
    pub(crate) async fn folded(
        &self,
        ledger: &LedgerId,
        stream: &StreamKey,
        until: Option<Version>,
    ) -> Result<(Version, State), HistoryError> {
        let start = (Version::NONE, State::initial(stream.kind()));
        let events = self.events(ledger, stream, until).await?;
        let folded = events
            .iter()
            .fold(start, |(_, state), Told { record, decoded }| {
                let state = state.evolve(&decoded.event, &decoded.origin);
                (record.version, state)
            });
        Ok(folded)
    }
}

fn distance(after: Version, until: Version) -> usize {
    usize::try_from(until.0.saturating_sub(after.0)).unwrap_or(usize::MAX)
}
