//! What comes in with a command, and what goes out of a decision.

use schemars::JsonSchema;
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
    pub backdating_reason: Option<LateReason>,
}

macro_rules! late_reasons {
    ($($(#[$doc:meta])+ $name:ident = $word:literal),+ $(,)?) => {
        /// Why something is recorded late (INV-05). A closed list: free text could name people, and
        /// would stay in clear for ever.
        #[derive(
            Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize,
            JsonSchema,
        )]
        #[serde(rename_all = "snake_case")]
        pub enum LateReason { $($(#[$doc])+ $name),+ }

        impl LateReason {
            /// Every reason.
            pub const ALL: &'static [Self] = &[$(Self::$name),+];

            /// The word on the wire.
            #[must_use]
            pub fn as_str(self) -> &'static str {
                match self { $(Self::$name => $word),+ }
            }

            /// The reason with this word.
            #[must_use]
            pub fn parse(word: &str) -> Option<Self> {
                Self::ALL.iter().copied().find(|reason| reason.as_str() == word)
            }
        }
    };
}

late_reasons! {
    /// A meeting was held and its record came later.
    MeetingRecorded = "meeting_recorded",
    /// A paper was signed and came in later.
    PaperSigned = "paper_signed",
    /// Power, network or Khen itself was down.
    Outage = "outage",
    /// Who records it was away.
    Absence = "absence",
    /// It corrects what was recorded before.
    Correction = "correction",
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_late_reason_is_one_word_everywhere() {
        for reason in LateReason::ALL {
            let written = serde_json::to_value(reason).expect("a reason is data");
            assert_eq!(written, reason.as_str());
            assert_eq!(LateReason::parse(reason.as_str()), Some(*reason));
        }
        assert_eq!(LateReason::parse("mất điện"), None);
    }
}
