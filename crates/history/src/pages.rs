//! Streams, read page by page.

use crate::{At, Entry, History, HistoryError};
use khen_codec::stream_name;
use khen_domain::{State, StreamKey};
use khen_eventlog::{LedgerId, Version, limits::PAGE_EVENT_COUNT_MAX};

impl History {
    /// The events of a stream that a moment holds, in order; each page is a short read of its own.
    pub(crate) async fn entries(
        &self,
        ledger: &LedgerId,
        stream: &StreamKey,
        at: At,
    ) -> Result<Vec<Entry>, HistoryError> {
        let name = stream_name(stream);
        let mut entries: Vec<Entry> = Vec::new();
        loop {
            let after = entries.last().map_or(Version::NONE, |entry| entry.version);
            let limit = PAGE_EVENT_COUNT_MAX;
            let page = self.store.read_stream(ledger, &name, after, limit).await?;
            let is_last = page.len() < limit;
            for record in page {
                let entry = Entry::read(&record)?;
                if !at.holds(&entry) {
                    return Ok(entries);
                }
                entries.push(entry);
            }
            if is_last {
                return Ok(entries);
            }
        }
    }

    /// The state of a stream at a moment, and the version it is of.
    pub(crate) async fn folded(
        &self,
        ledger: &LedgerId,
        stream: &StreamKey,
        at: At,
    ) -> Result<(Version, State), HistoryError> {
        let entries = self.entries(ledger, stream, at).await?;
        let version = entries.last().map_or(Version::NONE, |entry| entry.version);
        Ok((version, folded(stream, &entries)))
    }
}

/// The state of a stream after these events.
pub(crate) fn folded(stream: &StreamKey, entries: &[Entry]) -> State {
    let start = State::initial(stream.kind());
    entries.iter().fold(start, |state, entry| {
        state.evolve(entry.event(), &entry.decoded.origin)
    })
}
