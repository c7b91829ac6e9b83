//! What is asked of a ledger, and what it answers.

use std::collections::BTreeMap;

use thiserror::Error;

use crate::{CommandId, Fingerprint, LedgerId, NewEvent, Position, StreamName, Version, limits};

/// "This stream is still at this version." Of a stream that is written, or only read.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Condition {
    /// The stream.
    pub stream: StreamName,
    /// The version that was seen; [`Version::NONE`] when the stream did not exist.
    pub version: Version,
}

/// One command's worth of events: recorded whole, in order, or not at all.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Append {
    ledger: LedgerId,
    command: CommandId,
    fingerprint: Fingerprint,
    assignment: String,
    correlation: String,
    conditions: BTreeMap<StreamName, Version>,
    events: Vec<NewEvent>,
}

/// The parts are not an append.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum AppendShapeError {
    /// Nothing to record.
    #[error("an append holds at least one event")]
    NoEvents,
    /// More than the ledger takes at once.
    #[error("an append holds at most {max} {what}, got {count}")]
    TooMany {
        /// Events, streams or conditions.
        what: &'static str,
        /// The limit.
        max: usize,
        /// What was given.
        count: usize,
    },
    /// A written stream has no condition.
    #[error("the stream {stream} is written without a condition")]
    Unconditioned {
        /// The stream.
        stream: StreamName,
    },
    /// Two conditions name the same stream with different versions.
    #[error("two conditions name the stream {stream} with different versions")]
    Contradiction {
        /// The stream.
        stream: StreamName,
    },
    /// The first event does not hold the command's fingerprint.
    #[error("the first event does not hold the fingerprint of its command")]
    NoFingerprint,
    /// What stands in every leaf is not 1 to 256 visible ASCII characters.
    #[error("the {what} is 1 to {max} visible ASCII characters")]
    Attribute {
        /// The assignment or the request.
        what: &'static str,
        /// The limit.
        max: usize,
    },
    /// An event's data is larger than the limit.
    #[error("the data of an event is at most {max} bytes, got {bytes}")]
    DataTooLarge {
        /// The limit.
        max: usize,
        /// What was given.
        bytes: usize,
    },
}

/// The parts of an [`Append`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AppendParts {
    /// The ledger.
    pub ledger: LedgerId,
    /// The command's id.
    pub command: CommandId,
    /// The acting assignment.
    pub assignment: String,
    /// The request it came with.
    pub correlation: String,
    /// Versions of all streams written or only read.
    pub conditions: Vec<Condition>,
    /// The events, in the order of recording.
    pub events: Vec<NewEvent>,
}

impl Append {
    /// # Errors
    /// [`AppendShapeError`] when the parts break a rule of the ledger.
    pub fn try_new(parts: AppendParts) -> Result<Self, AppendShapeError> {
        let AppendParts {
            ledger,
            command,
            assignment,
            correlation,
            conditions,
            events,
        } = parts;
        let first = events.first().ok_or(AppendShapeError::NoEvents)?;
        let fingerprint =
            Fingerprint::of_first_event(&first.data).ok_or(AppendShapeError::NoFingerprint)?;
        fit_for_a_leaf("acting assignment", &assignment)?;
        fit_for_a_leaf("id of the request", &correlation)?;
        bounded("events", events.len(), limits::APPEND_EVENT_COUNT_MAX)?;
        bounded(
            "conditions",
            conditions.len(),
            limits::APPEND_CONDITION_COUNT_MAX,
        )?;
        let conditions = consistent(conditions)?;
        let mut written = std::collections::BTreeSet::new();
        for event in &events {
            if !conditions.contains_key(&event.stream) {
                return Err(AppendShapeError::Unconditioned {
                    stream: event.stream.clone(),
                });
            }
            let bytes = event.data.len();
            if bytes > limits::EVENT_DATA_BYTES_MAX {
                return Err(AppendShapeError::DataTooLarge {
                    max: limits::EVENT_DATA_BYTES_MAX,
                    bytes,
                });
            }
            written.insert(&event.stream);
        }
        bounded("streams", written.len(), limits::APPEND_STREAM_COUNT_MAX)?;
        Ok(Self {
            ledger,
            command,
            fingerprint,
            assignment,
            correlation,
            conditions,
            events,
        })
    }

    /// The ledger that is written.
    #[must_use]
    pub fn ledger(&self) -> &LedgerId {
        &self.ledger
    }

    /// The command's id.
    #[must_use]
    pub fn command(&self) -> CommandId {
        self.command
    }

    /// The fingerprint of the command's body.
    #[must_use]
    pub fn fingerprint(&self) -> Fingerprint {
        self.fingerprint
    }

    /// The acting assignment.
    #[must_use]
    pub fn assignment(&self) -> &str {
        &self.assignment
    }

    /// The request it came with.
    #[must_use]
    pub fn correlation(&self) -> &str {
        &self.correlation
    }

    /// The versions that must still hold, by stream.
    #[must_use]
    pub fn conditions(&self) -> &BTreeMap<StreamName, Version> {
        &self.conditions
    }

    /// The events, in the order of recording.
    #[must_use]
    pub fn events(&self) -> &[NewEvent] {
        &self.events
    }
}

/// An event whose leaf cannot be written could never be sealed, so it is not recorded either.
fn fit_for_a_leaf(what: &'static str, text: &str) -> Result<(), AppendShapeError> {
    let max = limits::ATTRIBUTE_BYTES_MAX;
    if (1..=max).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_graphic()) {
        Ok(())
    } else {
        Err(AppendShapeError::Attribute { what, max })
    }
}

fn bounded(what: &'static str, count: usize, max: usize) -> Result<(), AppendShapeError> {
    if count > max {
        Err(AppendShapeError::TooMany { what, max, count })
    } else {
        Ok(())
    }
}

fn consistent(
    conditions: Vec<Condition>,
) -> Result<BTreeMap<StreamName, Version>, AppendShapeError> {
    let mut versions = BTreeMap::new();
    for Condition { stream, version } in conditions {
        match versions.get(&stream) {
            Some(&other) if other != version => {
                return Err(AppendShapeError::Contradiction { stream });
            }
            _ => versions.insert(stream, version),
        };
    }
    Ok(versions)
}

/// Where one event of an append stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RecordedAs {
    /// Its stream.
    pub stream: StreamName,
    /// Its version there.
    pub version: Version,
    /// Its place in the ledger.
    pub position: Position,
}

/// The answer to an append: where its events stand.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Receipt {
    /// One entry per event, in the order of the append; positions are consecutive.
    pub events: Vec<RecordedAs>,
    /// Whether the command was known already, so that nothing new was recorded.
    pub is_repeat: bool,
}

/// Why nothing was recorded.
#[derive(Debug, Error)]
pub enum AppendError {
    /// A condition does not hold: somebody else was faster.
    #[error("the stream {stream} moved on: expected version {expected}, found {actual}")]
    Conflict {
        /// The first stream, in name order, that moved.
        stream: StreamName,
        /// The version of the condition.
        expected: Version,
        /// The version found.
        actual: Version,
    },
    /// The command id is known, with another body.
    #[error("the command {command} was recorded with another body")]
    KeyReused {
        /// The id.
        command: CommandId,
    },
    /// There is no such ledger.
    #[error("there is no ledger {ledger}")]
    NoLedger {
        /// The ledger.
        ledger: LedgerId,
    },
    /// The store takes no writes, as a standby does, or a file that is mounted so.
    #[error("the ledger is read-only")]
    ReadOnly(#[source] Box<dyn std::error::Error + Send + Sync>),
    /// The store could not be reached or could not write.
    #[error("the ledger is unavailable")]
    Unavailable(#[source] Box<dyn std::error::Error + Send + Sync>),
}

#[cfg(test)]
mod tests {
    use jiff::Timestamp;
    use uuid::Uuid;

    use super::*;
    use crate::{EventId, EventType, data_hash};

    fn parts(assignment: &str, correlation: &str) -> AppendParts {
        let ledger = LedgerId::parse("hon-quan").unwrap();
        let stream = StreamName::parse("campaign/HQ-CCHC-2024").unwrap();
        let data = format!("{{\"fingerprint\":\"{}\"}}", "0".repeat(64)).into_bytes();
        let event = NewEvent {
            id: EventId(Uuid::nil()),
            stream: stream.clone(),
            event_type: EventType::parse("vn.khen.campaign.campaign_launched.v1").unwrap(),
            occurred_at: Timestamp::UNIX_EPOCH,
            salt: [0; 32],
            data_hash: data_hash(&[0; 32], &data),
            data,
        };
        AppendParts {
            command: CommandId::derive(&ledger, assignment, "key"),
            ledger,
            assignment: assignment.to_owned(),
            correlation: correlation.to_owned(),
            conditions: vec![Condition {
                stream,
                version: Version::NONE,
            }],
            events: vec![event],
        }
    }

    #[test]
    fn what_no_leaf_can_hold_is_not_recorded() {
        assert!(Append::try_new(parts("a-1", "request-1")).is_ok());
        let long = "r".repeat(limits::ATTRIBUTE_BYTES_MAX + 1);
        for wrong in ["", "a b", "Ho\u{31b}", &long] {
            for parts in [parts(wrong, "request-1"), parts("a-1", wrong)] {
                let refused = Append::try_new(parts);
                assert!(
                    matches!(refused, Err(AppendShapeError::Attribute { .. })),
                    "{wrong}"
                );
            }
        }
    }
}
