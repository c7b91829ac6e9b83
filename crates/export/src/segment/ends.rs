//! Where segments end.

use std::{collections::BTreeSet, ops::Range};

use crate::{limits::SEGMENT_EVENT_COUNT_MAX, page::read};
use khen_eventlog::{EventFeed, EventType, Ledger, Position, ReadError};

/// The kind of the streams that such events stand in.
const CLOSING_KIND: &str = "campaign";

/// Events that close a segment, in every version: with them a campaign is over.
const CLOSING: [&str; 2] = [
    "campaign.campaign_closed",
    "campaign.campaign_closed_by_reorganisation",
];

/// The ends of the segments of one ledger, as far as it was looked at: every multiple of
/// [`SEGMENT_EVENT_COUNT_MAX`], and the place behind each event that closes a campaign.
///
/// They follow from the events alone, so that everybody who looks finds the same.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct SegmentEnds {
    looked_at: u64,
    ends: Vec<u64>,
}

impl SegmentEnds {
    /// Looks at what is new. What was looked at stays known, even when it breaks off.
    ///
    /// # Errors
    /// [`ReadError`].
    pub async fn look(&mut self, feed: &dyn EventFeed, ledger: &Ledger) -> Result<(), ReadError> {
        let unseen = ledger.size.0.saturating_sub(self.looked_at);
        if unseen > SEGMENT_EVENT_COUNT_MAX {
            self.leap(feed, ledger).await
        } else {
            self.walk(feed, ledger).await
        }
    }

    /// Looks at the events of campaigns alone: they are few, however large the ledger.
    async fn leap(&mut self, feed: &dyn EventFeed, ledger: &Ledger) -> Result<(), ReadError> {
        let (from, size) = (self.looked_at, ledger.size.0);
        let places = feed
            .places(&ledger.id, CLOSING_KIND, Position(from))
            .await?;
        let closing = places.iter().filter(|place| is_closing(&place.event_type));
        let closed = closing.map(|place| place.position.next().0);
        let full = (from / SEGMENT_EVENT_COUNT_MAX + 1..).map(|nth| nth * SEGMENT_EVENT_COUNT_MAX);
        let full = full.take_while(|end| *end <= size);
        let new: BTreeSet<_> = closed.filter(|end| *end <= size).chain(full).collect();
        self.ends.extend(new);
        self.looked_at = size;
        Ok(())
    }

    /// Looks at every event.
    async fn walk(&mut self, feed: &dyn EventFeed, ledger: &Ledger) -> Result<(), ReadError> {
        while self.looked_at < ledger.size.0 {
            let from = Position(self.looked_at);
            for event in read(feed, ledger, from, ledger.size).await? {
                self.looked_at = event.position.next().0;
                if is_closing(&event.event_type)
                    || self.looked_at.is_multiple_of(SEGMENT_EVENT_COUNT_MAX)
                {
                    self.ends.push(self.looked_at);
                }
            }
        }
        Ok(())
    }

    /// The segments that end at `size` or before, in order and without a gap: the first begins with the
    /// ledger.
    pub fn segments(&self, size: u64) -> impl Iterator<Item = Range<u64>> {
        let ends = self.ends.iter().copied();
        let starts = [0].into_iter().chain(ends.clone());
        starts
            .zip(ends)
            .map(|(start, end)| start..end)
            .take_while(move |range| range.end <= size)
    }
}

fn is_closing(event_type: &EventType) -> bool {
    let (name, _) = event_type.name_and_version();
    CLOSING.contains(&name)
}
