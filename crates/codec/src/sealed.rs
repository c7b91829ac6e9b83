//! Sealed values inside an event.

use serde::Deserialize as _;
use serde_json::Value;

use khen_domain::{Event, Sealed};

/// Every sealed value of an event.
///
/// # Errors
/// When the event does not serialise, which no event read from a ledger does.
pub fn sealed_values(event: &Event) -> Result<Vec<Sealed>, serde_json::Error> {
    let mut found = Vec::new();
    collect(&serde_json::to_value(event)?, &mut found);
    Ok(found)
}

fn collect(value: &Value, found: &mut Vec<Sealed>) {
    match value {
        // Asking for the box first spares every other object a failed reading.
        Value::Object(members) => match members.get("box").map(|_| Sealed::deserialize(value)) {
            Some(Ok(sealed)) => found.push(sealed),
            Some(Err(_)) | None => members.values().for_each(|member| collect(member, found)),
        },
        Value::Array(items) => items.iter().for_each(|item| collect(item, found)),
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {}
    }
}
