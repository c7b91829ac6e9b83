//! Pages of the feed.

use std::collections::HashSet;

use futures::future::join;
use thiserror::Error;

use crate::{
    DataWish, Format, Homes, Profile, Query,
    homes::Asked,
    limits::{PAGE_BYTES_MAX, READ_EVENT_COUNT, SCAN_EVENT_COUNT_MAX},
};
use khen_eventlog::{
    CanonicalError, EventFeed, Ledger, Payload, Position, ReadError, RecordedEvent, StreamName,
    write_cloud_event,
};

/// A page of events, as it is sent before any coding.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Page {
    /// The events in their format.
    pub bytes: Vec<u8>,
    /// How many they are.
    pub event_count: usize,
    /// Where the next page begins: past everything told and everything left out by a filter.
    pub next: Position,
    /// Whether the page never changes: it did not end because the log ended.
    pub is_final: bool,
}

/// Why there is no page.
#[derive(Debug, Error)]
pub enum PageError {
    /// The reader has more events than there are: the ledger was rolled back, or is another one.
    #[error("the reader has {from} events of a ledger of {log_size}")]
    AheadOfLog {
        /// What the reader has.
        from: Position,
        /// What there is.
        log_size: Position,
    },
    /// The ledger gave no answer.
    #[error("the events could not be read")]
    Read(#[from] ReadError),
    /// An event has no canonical form, so that its bytes would not be those that were hashed.
    #[error("an event has no canonical form")]
    Canonical(#[from] CanonicalError),
}

/// The page that `query` asks of `ledger`, for a reader with this profile. Events beyond `ledger.size`
/// are not told, so that page and size go together.
///
/// # Errors
/// [`PageError`].
pub async fn page(
    (feed, homes): (&dyn EventFeed, &Homes),
    ledger: &Ledger,
    profile: Profile,
    query: &Query,
    format: Format,
) -> Result<Page, PageError> {
    let (from, log_size) = (query.from, ledger.size);
    if from > log_size {
        return Err(PageError::AheadOfLog { from, log_size });
    }
    let last = query.until.map_or(log_size, |until| until.min(log_size));
    let scanned = Position(from.0.saturating_add(SCAN_EVENT_COUNT_MAX));
    let end = last.min(scanned);
    let mut building = Building::begin(&ledger.source, profile, query, format);
    let mut events = read_on(feed, ledger, from, end).await?;
    while !events.is_empty() {
        let after = Position(building.next.0 + events.len() as u64);
        // What comes next is read while these are written, unless these may fill the page.
        let is_surely_wanted = building.event_count + events.len() < query.limit;
        let until = if is_surely_wanted { end } else { after };
        let ahead = read_on(feed, ledger, after, until);
        let written = async {
            let ours = of_unit((feed, homes), ledger, (profile, query), &events).await?;
            Ok::<_, PageError>(building.take_all(&events, ours.as_ref(), last)?)
        };
        let (ahead, has_room) = join(ahead, written).await;
        events = match has_room? {
            true if is_surely_wanted => ahead?,
            true => read_on(feed, ledger, after, end).await?,
            false => break,
        };
    }
    // What stops short of the end of the log stops there for ever, and so does what ends where the
    // reader said; only the jump over a later time depends on how far the log has come.
    let is_bounded = query.until.is_some_and(|until| until <= log_size);
    let is_final = building.next < log_size || (is_bounded && building.next == last);
    Ok(building.end(is_final))
}

/// The streams of these events that belong to the unit that is wanted; `None` where none is.
async fn of_unit(
    (feed, homes): (&dyn EventFeed, &Homes),
    ledger: &Ledger,
    (profile, query): (Profile, &Query),
    events: &[RecordedEvent],
) -> Result<Option<HashSet<StreamName>>, ReadError> {
    let Some(unit) = &query.unit else {
        return Ok(None);
    };
    let asked = Asked {
        ledger: &ledger.id,
        profile,
        unit,
    };
    let wanted: Vec<_> = events.iter().filter(|event| query.wants(event)).collect();
    homes.of_unit(feed, asked, &wanted).await.map(Some)
}

/// One event as its own answer; `None` when there is no such position yet.
///
/// # Errors
/// [`PageError`].
pub async fn event(
    feed: &dyn EventFeed,
    ledger: &Ledger,
    profile: Profile,
    position: Position,
) -> Result<Option<Vec<u8>>, PageError> {
    if position >= ledger.size {
        return Ok(None);
    }
    let events = read(feed, ledger, position, position.next()).await?;
    let mut bytes = Vec::new();
    for event in &events {
        let payload = profile.payload(&event.event_type);
        write_cloud_event(&mut bytes, &ledger.source, event, payload)?;
    }
    Ok(Some(bytes))
}

/// Some events at `from` and after, before `end`: at least one, without a gap.
pub(crate) async fn read(
    feed: &dyn EventFeed,
    ledger: &Ledger,
    from: Position,
    end: Position,
) -> Result<Vec<RecordedEvent>, ReadError> {
    let wanted = usize::try_from(end.0 - from.0).unwrap_or(usize::MAX);
    let limit = wanted.min(READ_EVENT_COUNT);
    let events = feed.read_from(&ledger.id, from, limit).await?;
    let positions = (from.0..).map(Position);
    let is_dense = events
        .iter()
        .zip(positions)
        .all(|(event, position)| event.position == position);
    if is_dense && !events.is_empty() {
        Ok(events)
    } else {
        let place = format!("ledger {}, position {from} or after", ledger.id);
        Err(ReadError::Corrupt { place })
    }
}

/// The same; none where `from` is the end.
async fn read_on(
    feed: &dyn EventFeed,
    ledger: &Ledger,
    from: Position,
    end: Position,
) -> Result<Vec<RecordedEvent>, ReadError> {
    if from < end {
        read(feed, ledger, from, end).await
    } else {
        Ok(Vec::new())
    }
}

/// A page that is being written.
struct Building<'a> {
    source: &'a str,
    profile: Profile,
    query: &'a Query,
    format: Format,
    bytes: Vec<u8>,
    event_count: usize,
    next: Position,
}

impl<'a> Building<'a> {
    fn begin(source: &'a str, profile: Profile, query: &'a Query, format: Format) -> Self {
        Self {
            source,
            profile,
            query,
            format,
            bytes: format.opening().to_vec(),
            event_count: 0,
            next: query.from,
        }
    }

    /// Puts these events on the page, or passes them by, as those of other streams than `ours`; says whether
    /// the page goes on behind them. Where one of them is beyond what is asked for, nothing more is wanted
    /// up to `last`.
    fn take_all(
        &mut self,
        events: &[RecordedEvent],
        ours: Option<&HashSet<StreamName>>,
        last: Position,
    ) -> Result<bool, CanonicalError> {
        for event in events {
            if self.query.is_beyond(event) {
                self.next = last;
                return Ok(false);
            }
            let is_ours = ours.is_none_or(|ours| ours.contains(&event.stream));
            if !is_ours || !self.query.wants(event) {
                self.next = event.position.next();
            } else if !self.take(event)? {
                return Ok(false);
            }
        }
        Ok(true)
    }

    /// Puts the event on the page, if it has room for it; says whether there is room for more.
    fn take(&mut self, event: &RecordedEvent) -> Result<bool, CanonicalError> {
        let before = self.bytes.len();
        if self.event_count > 0 {
            self.bytes.extend_from_slice(self.format.between());
        }
        let payload = self.payload(event);
        write_cloud_event(&mut self.bytes, self.source, event, payload)?;
        self.bytes.extend_from_slice(self.format.behind());
        let bytes = self.bytes.len() + self.format.closing().len();
        if self.event_count > 0 && bytes > PAGE_BYTES_MAX {
            self.bytes.truncate(before);
            return Ok(false);
        }
        self.event_count += 1;
        self.next = event.position.next();
        Ok(self.event_count < self.query.limit)
    }

    fn payload(&self, event: &RecordedEvent) -> Payload {
        match (self.profile.payload(&event.event_type), self.query.data) {
            (Payload::Whole, DataWish::None) => Payload::NotAsked,
            (payload, DataWish::Full | DataWish::None) => payload,
        }
    }

    fn end(mut self, is_final: bool) -> Page {
        self.bytes.extend_from_slice(self.format.closing());
        Page {
            bytes: self.bytes,
            event_count: self.event_count,
            next: self.next,
            is_final,
        }
    }
}
