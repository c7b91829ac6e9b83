//! A whole ledger, read page by page in its one total order.

use crate::{
    Entry, HistoryError,
    audits::{Audits, Finding},
};
use khen_eventlog::{EventFeed, LedgerId, Position, limits::PAGE_EVENT_COUNT_MAX};

/// Shows every event below `until`, or every event there is, and tells the position behind the last.
///
/// # Errors
/// [`HistoryError`]; an event that is not understood ends the reading.
pub async fn each_entry(
    feed: &dyn EventFeed,
    ledger: &LedgerId,
    until: Option<Position>,
    mut see: impl FnMut(Entry) + Send,
) -> Result<Position, HistoryError> {
    let mut next = Position(0);
    loop {
        let page = feed.read_from(ledger, next, PAGE_EVENT_COUNT_MAX).await?;
        if page.is_empty() {
            return Ok(next);
        }
        for record in page {
            if until.is_some_and(|until| record.position >= until) {
                return Ok(next);
            }
            next = Position(record.position.0 + 1);
            see(Entry::read(&record)?);
        }
    }
}

/// What the audits of these numbers find in the events below `until`, and the position behind the
/// last event read. No numbers mean every audit.
///
/// # Errors
/// [`HistoryError`].
pub async fn audit(
    feed: &dyn EventFeed,
    ledger: &LedgerId,
    only: &[u8],
    until: Option<Position>,
) -> Result<(Position, Vec<Finding>), HistoryError> {
    let mut audits = Audits::begin(only);
    let size = each_entry(feed, ledger, until, |entry| audits.see(&entry)).await?;
    Ok((size, audits.findings()))
}
