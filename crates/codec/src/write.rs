//! From a domain event to what is recorded.

use serde::Deserialize as _;
use serde_json::{Map, Value, json};
use thiserror::Error;

use crate::registry;
use khen_domain::{Document, Event, Origin};
use khen_eventlog::{
    CanonicalError, DataHash, EventType, Fingerprint, StreamName, Version, canonical, data_hash,
};

/// An event, ready to be recorded.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Written {
    /// Its type, with the current version of its schema.
    pub event_type: EventType,
    /// Canonical bytes of `data`.
    pub data: Vec<u8>,
    /// Their salted hash.
    pub data_hash: DataHash,
}

/// What the first event of an append says for all of them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FirstOfAppend {
    /// Streams and versions that the decision read.
    pub read: Vec<(StreamName, Version)>,
    /// Keyed hash of the command's body.
    pub fingerprint: Fingerprint,
}

/// An event has no written form.
#[derive(Debug, Error)]
pub enum WriteError {
    /// A value has no canonical form.
    #[error("an event has no canonical form")]
    Canonical(#[from] CanonicalError),
    /// The event does not serialise.
    #[error("an event does not serialise")]
    Json(#[from] serde_json::Error),
}

/// Writes `event`; `first` for the first event of an append only.
///
/// # Errors
/// [`WriteError`] when the event holds what the wire does not: text outside NFC, an integer
/// that readers may not keep exactly.
pub fn write(
    event: &Event,
    origin: &Origin,
    first: Option<&FirstOfAppend>,
    backdating_reason: Option<&str>,
    salt: &[u8; 32],
) -> Result<Written, WriteError> {
    let (event_type, payload) = registry::parts(event)?;
    let mut data = Map::new();
    let mut evidence = Vec::new();
    documents(&payload, &mut evidence);
    if !evidence.is_empty() {
        data.insert("evidence".into(), Value::Array(evidence));
    }
    data.insert("by".into(), serde_json::to_value(&origin.actor)?);
    data.insert("event".into(), payload);
    if let Some(reason) = backdating_reason {
        data.insert("backdating_reason".into(), json!(reason));
    }
    if let Some(FirstOfAppend { read, fingerprint }) = first {
        let mut read: Vec<_> = read.iter().collect();
        read.sort();
        let read = read
            .into_iter()
            .map(|(stream, version)| json!({ "stream": stream.as_str(), "version": version.0 }));
        data.insert("read".into(), read.collect());
        data.insert("fingerprint".into(), json!(fingerprint.to_string()));
    }
    let data = canonical(&Value::Object(data))?;
    Ok(Written {
        event_type: event_type.clone(),
        data_hash: data_hash(salt, &data),
        data,
    })
}

/// Every document inside a payload, in the order of the canonical form.
fn documents(value: &Value, found: &mut Vec<Value>) {
    match value {
        Value::Object(members) => {
            if members.contains_key("sha256") && Document::deserialize(value).is_ok() {
                found.push(value.clone());
            } else {
                members.values().for_each(|member| documents(member, found));
            }
        }
        Value::Array(items) => items.iter().for_each(|item| documents(item, found)),
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {}
    }
}
