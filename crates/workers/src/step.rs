//! The one step of following: read after the cursor, apply.

use crate::{Sink, SinkError, limits::BATCH_EVENT_COUNT_MAX};
use khen_eventlog::{EventFeed, LedgerId, Position, ReadError, RecordedEvent};

/// What a step came to.
pub(crate) struct Stepped {
    /// The cursor afterwards.
    pub(crate) cursor: Position,
    /// The last event handled; `None` when there was nothing to do.
    pub(crate) last: Option<RecordedEvent>,
}

/// Hands the next events of `ledger` to the sink.
pub(crate) async fn step(
    feed: &dyn EventFeed,
    sink: &dyn Sink,
    ledger: &LedgerId,
) -> Result<Stepped, SinkError> {
    let cursor = sink.cursor(ledger).await?;
    let events = feed.read_from(ledger, cursor, BATCH_EVENT_COUNT_MAX).await;
    let mut events = events.map_err(|error| unread(error, cursor))?;
    if events.is_empty() {
        return Ok(Stepped { cursor, last: None });
    }
    let cursor = sink.apply(ledger, &events).await?;
    events.retain(|event| event.position < cursor);
    let last = events.pop();
    Ok(Stepped { cursor, last })
}

fn unread(error: ReadError, position: Position) -> SinkError {
    match error {
        ReadError::Corrupt { .. } => SinkError::Stuck {
            position,
            source: Box::new(error),
        },
        ReadError::NoLedger { .. } | ReadError::Unavailable(_) => {
            SinkError::Unavailable(Box::new(error))
        }
    }
}
