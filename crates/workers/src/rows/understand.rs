//! From recorded events to facts.

use tokio::{sync::mpsc, task};

use crate::{SinkError, limits::UNDERSTOOD_EVENT_COUNT};
use khen_codec::{read_event, stream_key};
use khen_domain::Moment;
use khen_eventlog::RecordedEvent;
use khen_projections::Fact;

/// Parts that may wait to be folded.
const WAITING_PART_COUNT_MAX: usize = 4;

/// A part of the events, understood.
pub(super) struct Understood {
    /// The facts, in order.
    pub(super) facts: Vec<Fact>,
    /// Why they end before the events do.
    pub(super) failure: Option<SinkError>,
}

/// The facts of `events`, part by part, up to the first event that cannot be read. More than one
/// part is read on another thread, while the first ones are folded.
pub(super) fn understood(events: Vec<RecordedEvent>) -> mpsc::Receiver<Understood> {
    let (parts, receiver) = mpsc::channel(WAITING_PART_COUNT_MAX);
    let read = move || {
        for part in events.chunks(UNDERSTOOD_EVENT_COUNT) {
            let part = part_understood(part);
            let is_last = part.failure.is_some();
            if parts.blocking_send(part).is_err() || is_last {
                break;
            }
        }
    };
    task::spawn_blocking(read);
    receiver
}

fn part_understood(events: &[RecordedEvent]) -> Understood {
    let mut facts = Vec::with_capacity(events.len());
    for event in events {
        match fact(event) {
            Ok(fact) => facts.push(fact),
            Err(failure) => {
                let failure = Some(failure);
                return Understood { facts, failure };
            }
        }
    }
    let failure = None;
    Understood { facts, failure }
}

/// What was recorded, in the words of projections.
pub(crate) fn fact(event: &RecordedEvent) -> Result<Fact, SinkError> {
    let stuck = |source: Box<dyn std::error::Error + Send + Sync>| SinkError::Stuck {
        position: event.position,
        source,
    };
    let happened = read_event(event).map_err(|failure| stuck(Box::new(failure)))?;
    let stream = stream_key(&event.stream);
    let stream = stream.ok_or_else(|| stuck("the kind of the stream is unknown".into()))?;
    Ok(Fact {
        stream,
        version: event.version.0,
        position: event.position.0,
        occurred_at: Moment::new(event.occurred_at),
        event: happened,
    })
}
