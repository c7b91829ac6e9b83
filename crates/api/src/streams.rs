//! Single streams of the ledger, understood.

use crate::problem::{Problem, unavailable};
use khen_codec::{Decoded, stream_name};
use khen_domain::{State, StreamKey};
use khen_eventlog::{EventStore, LedgerId, Version, limits::PAGE_EVENT_COUNT_MAX};

/// Every event of a stream, in order.
pub(crate) async fn events(
    store: &dyn EventStore,
    ledger: &LedgerId,
    stream: &StreamKey,
) -> Result<Vec<Decoded>, Problem> {
    let name = stream_name(stream);
    let mut events = Vec::new();
    let mut after = Version::NONE;
    loop {
        let page = store
            .read_stream(ledger, &name, after, PAGE_EVENT_COUNT_MAX)
            .await?;
        for event in &page {
            events.push(khen_codec::read(event).map_err(|error| unavailable(&error))?);
            after = event.version;
        }
        if page.len() < PAGE_EVENT_COUNT_MAX {
            return Ok(events);
        }
    }
}

/// What these events of a stream come to.
pub(crate) fn folded(stream: &StreamKey, events: &[Decoded]) -> State {
    let start = State::initial(stream.kind());
    events
        .iter()
        .fold(start, |state, one| state.evolve(&one.event, &one.origin))
}
