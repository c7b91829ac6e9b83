//! Reads a whole ledger, past whatever cannot be read.

use std::sync::Arc;

use crate::pages::Pages;
use khen_eventlog::{EventFeed, Ledger, Position, ReadError, RecordedEvent};

/// Events side by side, or the place where there is none.
#[derive(Debug)]
pub(super) struct Page {
    pub(super) first: Position,
    pub(super) events: Result<Vec<RecordedEvent>, String>,
}

impl Page {
    /// The position after the last.
    pub(super) fn end(&self) -> Position {
        let count = self.events.as_ref().map_or(1, Vec::len);
        Position(self.first.0 + count as u64)
    }
}

/// The pages of a ledger, up to where it reached when it was looked at first.
pub(super) struct Reading {
    pages: Pages,
    ledger: Ledger,
    next: Position,
    /// Up to here every event is read alone, for one of them cannot be read.
    alone_until: Position,
}

impl Reading {
    pub(super) fn new(feed: Arc<dyn EventFeed>, ledger: Ledger) -> Self {
        Self {
            pages: Pages::new(feed),
            ledger,
            next: Position(0),
            alone_until: Position(0),
        }
    }

    pub(super) async fn next(&mut self) -> Result<Option<Page>, ReadError> {
        if self.next >= self.ledger.size {
            return Ok(None);
        }
        let page = if self.next < self.alone_until {
            self.alone().await?
        } else {
            match self.together().await? {
                Some(page) => page,
                None => self.alone().await?,
            }
        };
        self.next = page.end();
        Ok(Some(page))
    }

    /// A page, unless something in it cannot be read: then nothing, and its events come alone.
    async fn together(&mut self) -> Result<Option<Page>, ReadError> {
        match self.pages.read(&self.ledger.id, self.next).await {
            Ok(mut events) => {
                events.retain(|event| event.position < self.ledger.size);
                if events.is_empty() {
                    let reason = "there is no event".to_owned();
                    return Ok(Some(self.page(Err(reason))));
                }
                Ok(Some(self.page(Ok(events))))
            }
            Err(ReadError::Corrupt { .. }) => {
                let ahead = crate::limits::BATCH_EVENT_COUNT_MAX as u64;
                self.alone_until = Position(self.next.0.saturating_add(ahead));
                Ok(None)
            }
            Err(failure) => Err(failure),
        }
    }

    async fn alone(&mut self) -> Result<Page, ReadError> {
        let feed = self.pages.feed();
        match feed.read_from(&self.ledger.id, self.next, 1).await {
            Ok(events) if events.is_empty() => {
                let reason = "there is no event".to_owned();
                Ok(self.page(Err(reason)))
            }
            Ok(events) => Ok(self.page(Ok(events))),
            Err(ReadError::Corrupt { place }) => Ok(self.page(Err(place))),
            Err(failure) => Err(failure),
        }
    }

    fn page(&self, events: Result<Vec<RecordedEvent>, String>) -> Page {
        Page {
            first: self.next,
            events,
        }
    }
}
