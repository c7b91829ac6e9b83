//! What comes in with a command, and what goes out of a decision.

use serde::{Deserialize, Serialize};

use crate::{Actor, Event, Moment, StreamKey};

/// Who asks, and when. Everything a rule may not look up by itself.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Context {
    /// Who acts.
    pub actor: Actor,
    /// The present.
    pub now: Moment,
    /// When it happened: the present, or earlier for what is recorded afterwards.
    pub occurred_at: Moment,
    /// Why it is recorded late, where the lag asks for a reason.
    pub backdating_reason: Option<String>,
}

impl Context {
    /// The origin of the events that follow from this command.
    #[must_use]
    pub fn origin(&self) -> Origin {
        Origin {
            actor: self.actor.clone(),
            occurred_at: self.occurred_at,
        }
    }
}

/// Who caused an event, and when it happened.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Origin {
    /// Who acted.
    pub actor: Actor,
    /// Business time.
    pub occurred_at: Moment,
}

/// An event that follows from a command, with the stream it belongs to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Effect {
    /// The stream.
    pub stream: StreamKey,
    /// The event.
    pub event: Event,
}

impl Effect {
    /// `event` on `stream`.
    #[must_use]
    pub fn new(stream: StreamKey, event: impl Into<Event>) -> Self {
        Self {
            stream,
            event: event.into(),
        }
    }
}
