//! What is answered to a command.

use schemars::JsonSchema;
use serde::Serialize;

use khen_desk::Done;
use khen_domain::NominationId;
use khen_eventlog::{StreamName, Version};

/// A command that is carried out.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub(crate) struct CommandAnswer {
    /// The command's id; the events name it as `causationid`.
    command_id: String,
    /// Whether this is the first result of a command that was sent again.
    is_repeat: bool,
    /// What was recorded, in order; empty when the wish was fulfilled already. New streams, such as
    /// that of a drafted nomination, are named here.
    events: Vec<EventAnswer>,
    /// Versions of the streams that the command writes, as they stand after it.
    versions: Vec<VersionAnswer>,
    /// What to ask queries for, so that they know of this; missing when nothing was recorded.
    #[serde(skip_serializing_if = "Option::is_none")]
    min_position: Option<u64>,
}

/// One recorded event.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub(crate) struct EventAnswer {
    /// Its stream.
    stream: String,
    /// Mã hồ sơ with its check letter, where the stream is a nomination.
    #[serde(skip_serializing_if = "Option::is_none")]
    code: Option<String>,
    /// Its version there.
    version: u64,
    /// Its place in the ledger.
    position: u64,
    /// Its type.
    #[serde(rename = "type")]
    kind: String,
}

/// A stream and its version: what to send as `If-Match`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub(crate) struct VersionAnswer {
    /// The stream.
    stream: String,
    /// Mã hồ sơ with its check letter, where the stream is a nomination.
    #[serde(skip_serializing_if = "Option::is_none")]
    code: Option<String>,
    /// Its version.
    version: u64,
}

impl CommandAnswer {
    pub(crate) fn of(done: &Done) -> Self {
        let events = done.events.iter().map(|event| EventAnswer {
            stream: event.stream.as_str().to_owned(),
            code: code(&event.stream),
            version: event.version.0,
            position: event.position.0,
            kind: event.event_type.as_str().to_owned(),
        });
        Self {
            command_id: done.command.to_string(),
            is_repeat: done.is_repeat,
            events: events.collect(),
            versions: done.versions.iter().map(VersionAnswer::of).collect(),
            min_position: done.min_position().map(|position| position.0),
        }
    }
}

impl VersionAnswer {
    fn of((stream, version): &(StreamName, Version)) -> Self {
        Self {
            stream: stream.as_str().to_owned(),
            code: code(stream),
            version: version.0,
        }
    }
}

/// What people call the nomination of a stream.
fn code(stream: &StreamName) -> Option<String> {
    let id = stream.as_str().strip_prefix("nomination/")?;
    Some(NominationId::parse(id).ok()?.code())
}
