//! Where segments end.

use std::ops::Range;

use crate::{limits::SEGMENT_EVENT_COUNT_MAX, page::read};
use khen_eventlog::{EventFeed, EventType, Ledger, Position, ReadError};

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
    /// Looks at the events that are new. What was looked at stays known, even when it breaks off.
    ///
    /// # Errors
    /// [`ReadError`].
    pub async fn look(&mut self, feed: &dyn EventFeed, ledger: &Ledger) -> Result<(), ReadError> {
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
