//! One event, as auditors are told of it: everything but its payload.

use schemars::JsonSchema;
use serde::Serialize;

use khen_domain::Role;
use khen_eventlog::wire_time;
use khen_history::Entry;

/// One event of the ledger, without its payload.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "LedgerEvent")]
pub(super) struct EventAnswer {
    /// Place in the ledger.
    position: u64,
    /// The stream.
    stream: String,
    /// Place in the stream.
    version: u64,
    /// Its id.
    id: String,
    /// Its type.
    #[serde(rename = "type")]
    kind: String,
    /// When it happened.
    occurred_at: String,
    /// When it was recorded.
    recorded_at: String,
    /// Why it was recorded late.
    late_reason: Option<String>,
    /// The acting role.
    role: Role,
    /// The acting assignment.
    assignment: String,
    /// Whose act is recorded.
    on_behalf_of: Option<String>,
    /// The command that caused it.
    command_id: String,
}

impl EventAnswer {
    pub(super) fn of(entry: &Entry) -> Self {
        let actor = entry.actor();
        Self {
            position: entry.position.0,
            stream: entry.stream.to_string(),
            version: entry.version.0,
            id: entry.id.to_string(),
            kind: entry.event_type.as_str().to_owned(),
            occurred_at: entry.occurred_at().to_string(),
            recorded_at: wire_time(entry.recorded_at),
            late_reason: entry.decoded.backdating_reason.clone(),
            role: actor.role,
            assignment: actor.assignment.to_string(),
            on_behalf_of: actor.on_behalf_of.as_ref().map(ToString::to_string),
            command_id: entry.command.to_string(),
        }
    }

    pub(super) fn all(entries: &[Entry]) -> Vec<Self> {
        entries.iter().map(Self::of).collect()
    }
}

/// A stream at a version that a decision had read.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "ReadVersion")]
pub(super) struct ReadAnswer {
    /// The stream.
    stream: String,
    /// The version; 0 where there was none.
    version: u64,
}

impl ReadAnswer {
    pub(super) fn all(read: &[khen_codec::ReadVersion]) -> Vec<Self> {
        let all = read.iter();
        all.map(|one| Self {
            stream: one.stream.clone(),
            version: one.version,
        })
        .collect()
    }
}
