//! The sink that carries events out of the house.

use std::{
    collections::BTreeMap,
    sync::{Arc, Mutex, MutexGuard, PoisonError},
};

use async_trait::async_trait;

use super::{
    look::{Halt, Looker, Trace, unavailable},
    subscribed::Subscribed,
};
use crate::{Sink, SinkError};
use khen_eventlog::{
    Epoch, EventFeed, FanOut, FanOutError, Ledger, LedgerId, OutgoingEvent, Position, RecordedEvent,
};
use khen_export::Profile;

/// What the fan-out is made of.
pub struct FanOutParts {
    /// The ledgers.
    pub feed: Arc<dyn EventFeed>,
    /// The way out.
    pub fan_out: Arc<dyn FanOut>,
    /// Which ledgers go out.
    pub ledgers: Subscribed,
    /// What is told of their events: every event goes out, its data only where the profile has it.
    pub profile: Profile,
}

/// Publishes every event of the ledgers that have a subscriber.
///
/// Its cursor is the stream itself, so that one which was wiped, or restored from an older copy, is filled
/// again by the same loop. Whenever the connection is new, and whenever a stream is not where it was left,
/// its last event is compared with the ledger's: another one stops the sink for that ledger.
///
/// It needs no epoch: an event enters a stream at its own place or not at all, so that a zombie publishes
/// what its successor would.
pub struct FanOutSink {
    parts: FanOutParts,
    traces: Mutex<BTreeMap<LedgerId, Trace>>,
}

impl FanOutSink {
    /// A sink that has not looked at any stream.
    #[must_use]
    pub fn new(parts: FanOutParts) -> Self {
        Self {
            parts,
            traces: Mutex::default(),
        }
    }

    fn traces(&self) -> MutexGuard<'_, BTreeMap<LedgerId, Trace>> {
        self.traces.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn trace(&self, ledger: &LedgerId) -> Option<Trace> {
        self.traces().get(ledger).cloned()
    }

    fn keep(&self, ledger: &LedgerId, trace: Trace) {
        self.traces().insert(ledger.clone(), trace);
    }

    /// Whether nothing can have happened to a stream since it was seen.
    fn holds(&self, trace: &Trace) -> bool {
        trace.connection == Some(self.parts.fan_out.connection())
    }

    /// Looks at a stream anew.
    async fn look(&self, ledger: &LedgerId) -> Result<Trace, SinkError> {
        let before = self.trace(ledger);
        let looker = Looker {
            feed: &*self.parts.feed,
            fan_out: &*self.parts.fan_out,
            profile: self.parts.profile,
        };
        let trace = looker.look(ledger, before.as_ref()).await?;
        self.keep(ledger, trace.clone());
        Ok(trace)
    }

    /// The cursor of a stream of this size, which is looked at unless it is where it was left.
    async fn seen(&self, ledger: &LedgerId, size: Position) -> Result<Position, SinkError> {
        let left = self.trace(ledger);
        let left = left.filter(|trace| self.holds(trace) && trace.size == size);
        match left {
            Some(trace) => Ok(trace.cursor()),
            None => Ok(self.look(ledger).await?.cursor()),
        }
    }

    /// What is known of a stream that stands at `from`.
    async fn standing(&self, ledger: &LedgerId, from: Position) -> Result<Trace, SinkError> {
        let left = self.trace(ledger).filter(|trace| self.holds(trace));
        let trace = match left {
            Some(trace) => trace,
            None => self.look(ledger).await?,
        };
        match &trace.halt {
            Some(Halt { position, why }) => Err(SinkError::Stuck {
                position: *position,
                source: Box::new(why.clone()),
            }),
            None if trace.size != from => Err(unavailable(FanOutError::Moved)),
            None => Ok(trace),
        }
    }

    /// Remembers what became of a batch.
    fn left(&self, ledger: &LedgerId, before: Trace, outcome: Option<Position>) {
        let is_same_line = self.holds(&before);
        let sure = outcome.filter(|_| is_same_line).unwrap_or(before.sure);
        let after = Trace {
            connection: before.connection.filter(|_| outcome.is_some()),
            size: outcome.unwrap_or(before.size),
            sure,
            ..before
        };
        self.keep(ledger, after);
    }
}

#[async_trait]
impl Sink for FanOutSink {
    fn name(&self) -> &'static str {
        "fan_out"
    }

    fn follows(&self, ledger: &LedgerId) -> bool {
        self.parts.ledgers.contains(ledger)
    }

    /// What cannot be looked at now is left out, and told of each ledger when its turn comes. Without a
    /// server, everything is where it was left.
    async fn cursors(&self) -> Result<BTreeMap<LedgerId, Position>, SinkError> {
        let Ok(sizes) = self.parts.fan_out.sizes().await else {
            let traces = self.traces();
            let cursors = traces
                .iter()
                .map(|(id, trace)| (id.clone(), trace.cursor()));
            return Ok(cursors.collect());
        };
        self.traces().retain(|ledger, _| sizes.contains_key(ledger));
        let mut cursors = BTreeMap::new();
        for (ledger, size) in sizes.into_iter().filter(|(id, _)| self.follows(id)) {
            if let Ok(cursor) = self.seen(&ledger, size).await {
                cursors.insert(ledger, cursor);
            }
        }
        Ok(cursors)
    }

    async fn begin(&self, ledger: &Ledger, _epoch: Epoch) -> Result<Position, SinkError> {
        Ok(self.look(&ledger.id).await?.cursor())
    }

    async fn apply(
        &self,
        ledger: &LedgerId,
        events: Vec<RecordedEvent>,
        _epoch: Epoch,
    ) -> Result<Position, SinkError> {
        let from = events.first().map_or(Position(0), |event| event.position);
        let next = events.last().map_or(from, |event| event.position.next());
        let trace = self.standing(ledger, from).await?;
        let profile = self.parts.profile;
        let source = trace.source.clone();
        let mut outgoing = events.into_iter().map(|event| {
            let payload = profile.payload(&event.event_type);
            OutgoingEvent::new(&source, event, payload)
        });
        let published = self.parts.fan_out.publish(ledger, &mut outgoing).await;
        self.left(ledger, trace, published.is_ok().then_some(next));
        match published {
            Ok(()) => Ok(next),
            Err(failure @ FanOutError::TooLong { position }) => Err(SinkError::Stuck {
                position,
                source: Box::new(failure),
            }),
            Err(
                failure @ (FanOutError::Moved
                | FanOutError::Unfit { .. }
                | FanOutError::Unavailable(_)),
            ) => Err(unavailable(failure)),
        }
    }
}
