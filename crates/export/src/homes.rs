//! Which streams belong to a unit, as far as a reader could find out from what the reader is shown.
//!
//! Some streams bear their unit in their name; of the others the first event of the stream says it
//! ([`Belonging`]). It is read from the ledger, never from rows, which lag; it never changes, so what was
//! read once is kept in memory. A first event whose payload is withheld from the reader says nothing: to
//! filter by unit tells a reader nothing that does not stand in what the reader is sent.

use std::{
    collections::{HashMap, HashSet},
    sync::{Mutex, MutexGuard, PoisonError},
};

use crate::{Profile, limits::HOMES_KEPT_MAX};
use khen_codec::{read_event, stream_key, stream_name};
use khen_domain::{Belonging, UnitId};
use khen_eventlog::{EventFeed, LedgerId, Payload, ReadError, RecordedEvent, StreamName, Version};

/// Whose the streams are that were met.
#[derive(Debug)]
pub struct Homes {
    kept: Mutex<Kept>,
    /// Streams that are kept at most.
    room: usize,
}

#[derive(Debug, Default)]
struct Kept {
    of: HashMap<(LedgerId, &'static str), HashMap<StreamName, Home>>,
    count: usize,
}

/// Where a stream belongs, as its first event says.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Home {
    Unit(UnitId),
    With(StreamName),
    Nobody,
}

/// A unit whose streams are wanted, and who asks.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Asked<'a> {
    pub(crate) ledger: &'a LedgerId,
    pub(crate) profile: Profile,
    pub(crate) unit: &'a UnitId,
}

impl Default for Homes {
    fn default() -> Self {
        Self::with_room(HOMES_KEPT_MAX)
    }
}

impl Homes {
    /// Room for so many streams, at least one; [`HOMES_KEPT_MAX`] unless it is told otherwise.
    #[must_use]
    pub fn with_room(room: usize) -> Self {
        Self {
            kept: Mutex::default(),
            room,
        }
    }

    /// Those streams of these events that belong to the unit. What is not known yet is asked of the ledger,
    /// at once for all streams; a stream that belongs where another does takes one more question.
    pub(crate) async fn of_unit(
        &self,
        feed: &dyn EventFeed,
        asked: Asked<'_>,
        events: &[&RecordedEvent],
    ) -> Result<HashSet<StreamName>, ReadError> {
        let streams: HashSet<&StreamName> = events.iter().map(|event| &event.stream).collect();
        let mut known = HashMap::new();
        // Who began among these events need not be asked for.
        let begun = events.iter().copied();
        let begun = begun.filter(|event| event.version == Version(1));
        self.learn(asked, begun, &mut known)?;
        loop {
            let missing = self.missing(asked, &streams, &mut known);
            if missing.is_empty() {
                break;
            }
            let firsts = feed.first_events(asked.ledger, &missing).await?;
            self.learn(asked, firsts.iter(), &mut known)?;
            for stream in missing {
                // What is not there yet is nobody's, and is not kept: it may come to be.
                known.entry(stream).or_insert(Home::Nobody);
            }
        }
        let is_ours = |stream: &&StreamName| {
            let home = follow(stream, &known);
            matches!(home, Ok(Home::Unit(unit)) if unit == *asked.unit)
        };
        Ok(streams.into_iter().filter(is_ours).cloned().collect())
    }

    /// Takes in what first events say, for now and for later.
    fn learn<'a>(
        &self,
        asked: Asked<'_>,
        firsts: impl Iterator<Item = &'a RecordedEvent>,
        known: &mut HashMap<StreamName, Home>,
    ) -> Result<(), ReadError> {
        for first in firsts.filter(|first| named(&first.stream).is_none()) {
            let home = told(first, asked.profile)?;
            self.keep(asked, &first.stream, &home);
            known.insert(first.stream.clone(), home);
        }
        Ok(())
    }

    /// The streams whose first events must be read to go on.
    fn missing(
        &self,
        asked: Asked<'_>,
        streams: &HashSet<&StreamName>,
        known: &mut HashMap<StreamName, Home>,
    ) -> Vec<StreamName> {
        let kept = self.lock();
        let kept = kept.of.get(&key(asked));
        let mut missing = HashSet::new();
        for stream in streams {
            while let Err(end) = follow(stream, known) {
                let Some(home) = kept.and_then(|kept| kept.get(&end)) else {
                    missing.insert(end);
                    break;
                };
                known.insert(end, home.clone());
            }
        }
        missing.into_iter().collect()
    }

    fn keep(&self, asked: Asked<'_>, stream: &StreamName, home: &Home) {
        let (mut kept, key) = (self.lock(), key(asked));
        let of = kept.of.get(&key);
        if of.is_some_and(|of| of.contains_key(stream)) {
            return;
        }
        if kept.count >= self.room {
            // Forgetting is kinder than growing: what is asked for again is read again.
            *kept = Kept::default();
        }
        let of = kept.of.entry(key).or_default();
        of.insert(stream.clone(), home.clone());
        kept.count += 1;
    }

    fn lock(&self) -> MutexGuard<'_, Kept> {
        self.kept.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

fn key(asked: Asked<'_>) -> (LedgerId, &'static str) {
    (asked.ledger.clone(), asked.profile.as_str())
}

/// Goes from a stream to the one that it belongs with, until one has a home; else the stream whose first
/// event is not known.
fn follow(stream: &StreamName, known: &HashMap<StreamName, Home>) -> Result<Home, StreamName> {
    let mut at = stream.clone();
    loop {
        let home = named(&at).or_else(|| known.get(&at).cloned());
        match home {
            Some(Home::With(next)) => at = next,
            Some(home) => return Ok(home),
            None => return Err(at),
        }
    }
}

/// What the name of a stream says of it; `None` where its first event does.
fn named(stream: &StreamName) -> Option<Home> {
    // A stream of another release has no unit that we could name.
    stream_key(stream).map_or(Some(Home::Nobody), |key| key.belonging().map(Home::of))
}

/// What the first event of a stream says of it, to who may see that.
fn told(first: &RecordedEvent, profile: Profile) -> Result<Home, ReadError> {
    if profile.payload(&first.event_type) != Payload::Whole {
        return Ok(Home::Nobody);
    }
    let event = read_event(first).map_err(|error| ReadError::Unavailable(Box::new(error)))?;
    Ok(Home::of(event.belonging()))
}

impl Home {
    fn of(belonging: Belonging) -> Self {
        match belonging {
            Belonging::Unit(unit) => Self::Unit(unit),
            Belonging::With(stream) => Self::With(stream_name(&stream)),
            Belonging::Nobody => Self::Nobody,
        }
    }
}
