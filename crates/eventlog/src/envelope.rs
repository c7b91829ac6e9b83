//! The CloudEvents 1.0 envelope of a recorded event.

use base64::{Engine, engine::general_purpose::STANDARD};
use serde_json::{Map, Value, json};

use crate::{EventType, RecordedEvent, event_class, leaf::leaf_members};

/// Where the schema of an event type is served, for a ledger with this source.
#[must_use]
pub fn data_schema(source: &str, event_type: &EventType) -> String {
    let (name, version) = event_type.name_and_version();
    format!("{source}/schemas/{name}/v{version}")
}

/// The whole event as a CloudEvents JSON object, payload included.
///
/// # Errors
/// `serde_json::Error` when the stored data is not JSON, which a sound store never holds.
pub fn cloud_event(source: &str, event: &RecordedEvent) -> Result<Value, serde_json::Error> {
    let mut members = Map::new();
    for (name, value) in leaf_members(source, event) {
        members.insert(name.to_owned(), Value::String(value));
    }
    members.insert("datasalt".into(), json!(STANDARD.encode(event.salt)));
    members.insert("datacontenttype".into(), json!("application/json"));
    let class = event_class(&event.event_type);
    members.insert("authtype".into(), json!(class.auth_type));
    members.insert(
        "dataclassification".into(),
        json!(class.data_classification),
    );
    members.insert("data".into(), serde_json::from_slice(&event.data)?);
    Ok(Value::Object(members))
}
