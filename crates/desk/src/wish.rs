//! What is asked of the desk, and what it answers.

use jiff::Timestamp;
use thiserror::Error;

use khen_domain::{CommandKind, LateReason, Moment, PersonId, Refusal};
use khen_eventlog::{
    CommandId, Condition, EventType, HaltRecord, LedgerId, Position, ReadOnlyRecord, StreamName,
    Version,
};

/// The acting assignment of the program itself: loading of definitions, timers.
pub const SYSTEM: &str = "system";

/// A command as it came through the door.
#[derive(Debug, Clone)]
pub struct Wish {
    /// The ledger.
    pub ledger: LedgerId,
    /// The acting assignment, or [`SYSTEM`].
    pub assignment: String,
    /// Which command.
    pub kind: CommandKind,
    /// Its content; personal values in clear.
    pub content: serde_json::Value,
    /// The idempotency key: the same key is the same wish.
    pub key: String,
    /// The request it came with.
    pub correlation: String,
    /// When it happened, if that was earlier than now.
    pub occurred_at: Option<Timestamp>,
    /// Why it is recorded late.
    pub backdating_reason: Option<LateReason>,
    /// Whose act is recorded, if it is not the actor's own.
    pub on_behalf_of: Option<String>,
    /// A stream that must still be at this version.
    pub expected: Option<Condition>,
}

/// One recorded event.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DoneEvent {
    /// Its stream.
    pub stream: StreamName,
    /// Its version there.
    pub version: Version,
    /// Its place in the ledger.
    pub position: Position,
    /// Its type.
    pub event_type: EventType,
}

/// The command is carried out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Done {
    /// The command's id.
    pub command: CommandId,
    /// What was recorded; empty when the wish was fulfilled already.
    pub events: Vec<DoneEvent>,
    /// Versions of the streams that the command writes, as they stand after it.
    pub versions: Vec<(StreamName, Version)>,
    /// Whether this is the first result of a repeated command.
    pub is_repeat: bool,
}

impl Done {
    /// The size that the ledger had at least when this was answered: what a reader waits for.
    #[must_use]
    pub fn min_position(&self) -> Option<Position> {
        self.events.last().map(|event| event.position.next())
    }
}

/// Why a command was not carried out.
#[derive(Debug, Error)]
pub enum DeskError {
    /// The idempotency key is empty or too long.
    #[error("an idempotency key has 1 to {max} characters")]
    Key {
        /// The limit.
        max: usize,
    },
    /// The content is not the command's.
    #[error("the content does not fit the command: {detail}")]
    Malformed {
        /// What is wrong, by member.
        detail: String,
    },
    /// There is no such assignment.
    #[error("there is no assignment {assignment}")]
    NoAssignment {
        /// The assignment.
        assignment: String,
    },
    /// A person is named whom the directory does not know.
    #[error("there is no person {person}")]
    NoPerson {
        /// The person.
        person: PersonId,
    },
    /// The personal data of somebody named here is erased.
    #[error("personal data named by this command is erased")]
    Erased,
    /// A document is named that was not uploaded, or with another size or media type.
    #[error("there is no document {sha256} of this size and type")]
    NoDocument {
        /// Hash of the clear bytes.
        sha256: String,
    },
    /// A rule stands against it.
    #[error("the command is refused")]
    Refused(#[source] Box<Refusal>),
    /// The stream that the caller named has moved.
    #[error("the stream {stream} is at version {actual}, not {expected}")]
    Stale {
        /// The stream.
        stream: StreamName,
        /// The version that the caller saw.
        expected: Version,
        /// The version found.
        actual: Version,
    },
    /// Somebody else was faster, again and again.
    #[error("the command lost {tries} races")]
    Conflict {
        /// Decisions tried.
        tries: u32,
    },
    /// The key was used before, with another body.
    #[error("the idempotency key was used with another body")]
    KeyReused,
    /// There is no such ledger.
    #[error("there is no ledger {ledger}")]
    NoLedger {
        /// The ledger.
        ledger: LedgerId,
    },
    /// The ledger is not what was signed for: nothing more is recorded in it.
    #[error("the ledger is halted: {}", .0.reason)]
    Halted(Box<HaltRecord>),
    /// Nothing is recorded for a while: an operator said so, or the store takes no writes.
    #[error("nothing is recorded at the moment")]
    ReadOnly(Option<Box<ReadOnlyRecord>>),
    /// Ledger or office could not be reached, or disagree with themselves.
    #[error("the command could not be carried out")]
    Unavailable(#[source] Box<dyn std::error::Error + Send + Sync>),
}

impl From<Refusal> for DeskError {
    fn from(refusal: Refusal) -> Self {
        Self::Refused(Box::new(refusal))
    }
}

/// The instant as the domain names it.
pub(crate) fn moment(time: Timestamp) -> Moment {
    Moment::new(time)
}
