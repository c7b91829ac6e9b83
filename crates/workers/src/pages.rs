//! Reads a ledger batch by batch, one batch ahead of whoever handles them.

use std::sync::Arc;

use tokio::task::JoinHandle;

use crate::limits::BATCH_EVENT_COUNT_MAX;
use khen_eventlog::{
    EventFeed, LedgerId, Position, ReadError, RecordedEvent, limits::PAGE_EVENT_COUNT_MAX,
};

type Read = Result<Vec<RecordedEvent>, ReadError>;

/// Batches of events, the next of which is read while the last is handled.
pub(crate) struct Pages {
    feed: Arc<dyn EventFeed>,
    ahead: Option<Ahead>,
}

/// A batch that is being read before it is asked for.
struct Ahead {
    ledger: LedgerId,
    from: Position,
    reading: JoinHandle<Read>,
}

impl Drop for Ahead {
    fn drop(&mut self) {
        self.reading.abort();
    }
}

impl Pages {
    pub(crate) fn new(feed: Arc<dyn EventFeed>) -> Self {
        Self { feed, ahead: None }
    }

    pub(crate) fn feed(&self) -> &dyn EventFeed {
        &*self.feed
    }

    /// The events of `ledger` from `cursor` on, at most [`BATCH_EVENT_COUNT_MAX`].
    pub(crate) async fn read(&mut self, ledger: &LedgerId, cursor: Position) -> Read {
        let events = match self.read_ahead(ledger, cursor).await {
            Some(events) => events,
            None => read(&*self.feed, ledger, cursor).await?,
        };
        if events.len() == BATCH_EVENT_COUNT_MAX && self.ahead.is_none() {
            self.begin(ledger, Position(cursor.0 + events.len() as u64));
        }
        Ok(events)
    }

    /// What was read ahead, if it is what is asked for. When it failed it is read again, and when it
    /// met the end there may be more by now.
    async fn read_ahead(
        &mut self,
        ledger: &LedgerId,
        cursor: Position,
    ) -> Option<Vec<RecordedEvent>> {
        let is_wanted = |ahead: &mut Ahead| ahead.ledger == *ledger;
        let mut ahead = self.ahead.take_if(is_wanted)?;
        if ahead.from != cursor {
            return None;
        }
        let read = (&mut ahead.reading).await.ok()?.ok()?;
        (!read.is_empty()).then_some(read)
    }

    /// Begins to read what will be asked for next.
    pub(crate) fn begin(&mut self, ledger: &LedgerId, from: Position) {
        let (feed, of) = (Arc::clone(&self.feed), ledger.clone());
        self.ahead = Some(Ahead {
            ledger: ledger.clone(),
            from,
            reading: tokio::spawn(async move { read(&*feed, &of, from).await }),
        });
    }
}

/// Page after page, each seen at a moment of its own.
async fn read(feed: &dyn EventFeed, ledger: &LedgerId, cursor: Position) -> Read {
    let mut events = Vec::new();
    loop {
        let from = Position(cursor.0 + events.len() as u64);
        let page = feed.read_from(ledger, from, PAGE_EVENT_COUNT_MAX).await?;
        let is_last = page.len() < PAGE_EVENT_COUNT_MAX;
        events.extend(page);
        if is_last || events.len() >= BATCH_EVENT_COUNT_MAX {
            return Ok(events);
        }
    }
}
