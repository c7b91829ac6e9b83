//! From recorded events to facts.

use tokio::task;

use crate::{SinkError, limits::UNDERSTOOD_EVENT_COUNT};
use khen_codec::{read_event, stream_key};
use khen_domain::Moment;
use khen_eventlog::RecordedEvent;
use khen_projections::Fact;

/// Facts, and why they end before the events do.
type Understood = (Vec<Fact>, Option<SinkError>);

/// The facts up to the first event that cannot be read; an error if that is the very first. Many
/// events are read on all cores.
pub(super) async fn understood(mut events: Vec<RecordedEvent>) -> Result<Vec<Fact>, SinkError> {
    let mut parts = Vec::new();
    while events.len() > UNDERSTOOD_EVENT_COUNT {
        let rest = events.split_off(UNDERSTOOD_EVENT_COUNT);
        let part = std::mem::replace(&mut events, rest);
        parts.push(task::spawn_blocking(move || part_understood(&part)));
    }
    let last = part_understood(&events);
    let mut facts = Vec::new();
    for part in parts {
        let part = part.await;
        let (more, failure) = part.map_err(|stopped| SinkError::Unavailable(Box::new(stopped)))?;
        facts.extend(more);
        if let Some(failure) = failure {
            return prefix((facts, Some(failure)));
        }
    }
    facts.extend(last.0);
    prefix((facts, last.1))
}

fn prefix((facts, failure): Understood) -> Result<Vec<Fact>, SinkError> {
    match failure {
        Some(failure) if facts.is_empty() => Err(failure),
        Some(_) | None => Ok(facts),
    }
}

fn part_understood(events: &[RecordedEvent]) -> Understood {
    let mut facts = Vec::with_capacity(events.len());
    for event in events {
        match fact(event) {
            Ok(fact) => facts.push(fact),
            Err(failure) => return (facts, Some(failure)),
        }
    }
    (facts, None)
}

fn fact(event: &RecordedEvent) -> Result<Fact, SinkError> {
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
