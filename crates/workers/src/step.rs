//! The one step of following: read after the cursor, apply.

use thiserror::Error;

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
        must_not_be_ahead(feed, ledger, cursor).await?;
        return Ok(Stepped { cursor, last: None });
    }
    let cursor = sink.apply(ledger, &events).await?;
    events.retain(|event| event.position < cursor);
    let last = events.pop();
    Ok(Stepped { cursor, last })
}

/// A cursor beyond the end means that the ledger is older than what follows it: it was restored
/// from a backup, say. Going on would pass over every event up to the cursor.
async fn must_not_be_ahead(
    feed: &dyn EventFeed,
    ledger: &LedgerId,
    cursor: Position,
) -> Result<(), SinkError> {
    let known = feed.ledger(ledger).await;
    let known = known.map_err(|error| unread(error, cursor))?;
    match known {
        Some(known) if known.size < cursor => Err(SinkError::Stuck {
            position: cursor,
            source: Box::new(Ahead { size: known.size }),
        }),
        Some(_) | None => Ok(()),
    }
}

/// More was followed than there is.
#[derive(Debug, Error)]
#[error("the ledger holds {size} events, fewer than were followed: rebuild (`khen rebuild`)")]
struct Ahead {
    size: Position,
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
