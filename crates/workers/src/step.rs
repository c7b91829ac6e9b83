//! The one step of following: read after the cursor, apply.

use jiff::Timestamp;
use thiserror::Error;
use tracing::Instrument as _;

use crate::{Sink, SinkError, pages::Pages, traces::BatchSpans};
use khen_eventlog::{Epoch, EventFeed, Ledger, LedgerId, Position, ReadError};

/// Where a step begins.
pub(crate) struct Start<'a> {
    /// The ledger, as it was last seen.
    pub(crate) ledger: &'a Ledger,
    /// The cursor of the sink; `None` where it has not begun.
    pub(crate) cursor: Option<Position>,
    /// The first position that is not handled, if it does not go to the end.
    pub(crate) until: Option<Position>,
    /// The epoch under which the ledger is held.
    pub(crate) epoch: Epoch,
}

/// What a step came to.
pub(crate) struct Stepped {
    /// The cursor afterwards.
    pub(crate) cursor: Position,
    /// When the last event handled was recorded; `None` when there was nothing to do.
    pub(crate) last_recorded: Option<Timestamp>,
}

impl Stepped {
    /// There was nothing to do.
    pub(crate) fn nowhere(cursor: Position) -> Self {
        Self {
            cursor,
            last_recorded: None,
        }
    }
}

/// Hands the next events of a ledger to the sink.
pub(crate) async fn step(
    pages: &mut Pages,
    sink: &dyn Sink,
    start: &Start<'_>,
) -> Result<Stepped, SinkError> {
    let (ledger, epoch) = (&start.ledger.id, start.epoch);
    let from = match start.cursor {
        Some(cursor) => cursor,
        None => sink.begin(start.ledger, epoch).await?,
    };
    if start.cursor.is_none() && from == start.ledger.size {
        return Ok(Stepped::nowhere(from));
    }
    let events = pages.read(ledger, from).await;
    let mut events = events.map_err(|error| unread(error, from))?;
    if let Some(until) = start.until {
        events.retain(|event| event.position < until);
    }
    if events.is_empty() {
        must_not_be_ahead(pages.feed(), ledger, from).await?;
        return Ok(Stepped::nowhere(from));
    }
    let recorded: Vec<Timestamp> = events.iter().map(|event| event.recorded_at).collect();
    let spans = BatchSpans::begin(sink.name(), ledger, &events);
    let applying = sink.apply(ledger, events, epoch);
    let cursor = applying.instrument(spans.batch()).await?;
    let handled = cursor.0.saturating_sub(from.0);
    let last = usize::try_from(handled)
        .ok()
        .and_then(|count| count.checked_sub(1));
    Ok(Stepped {
        cursor,
        last_recorded: last.and_then(|last| recorded.get(last).copied()),
    })
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
#[error(
    "the ledger holds {size} events, fewer than were followed: it was restored from an older \
     copy; see the runbook, KhenSinkStopped"
)]
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
