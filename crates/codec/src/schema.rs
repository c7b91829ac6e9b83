//! JSON Schemas of event payloads.

use std::sync::LazyLock;

use schemars::generate::SchemaSettings;
use serde_json::{Map, Value, json};

use crate::registry;
use khen_domain::Event;
use khen_eventlog::EventType;

/// The schema of all events at once, as the domain declares them.
static DOMAIN: LazyLock<Value> = LazyLock::new(|| {
    let generator = SchemaSettings::draft2020_12().into_generator();
    generator.into_root_schema_for::<Event>().to_value()
});

/// Names of all events, `<stream>.<event>`.
pub(crate) fn names() -> Vec<String> {
    let streams = variants(&DOMAIN).into_iter();
    streams
        .flat_map(|(stream, _, events)| {
            let events = variants(resolve(events)).into_iter();
            events.map(move |(event, ..)| format!("{stream}.{event}"))
        })
        .collect()
}

/// The JSON Schema (2020-12) of the payload of a type that this release writes; `None` for any
/// other type. Schemas of older versions stand under `schemas/events/`.
#[must_use]
pub fn event_schema(event_type: &EventType) -> Option<Value> {
    if !registry::event_types().any(|written| written == event_type) {
        return None;
    }
    let (stream, event) = event_type.name_and_version().0.split_once('.')?;
    let (.., events) = variant(&DOMAIN, stream)?;
    let (_, description, payload) = variant(resolve(events), event)?;
    let mut schema = payload.as_object()?.clone();
    schema
        .entry("properties")
        .or_insert_with(|| Value::Object(Map::new()));
    schema.insert(
        "$schema".into(),
        json!("https://json-schema.org/draft/2020-12/schema"),
    );
    schema.insert("title".into(), json!(event_type.as_str()));
    schema.insert("description".into(), json!(description));
    let definitions = needed(payload);
    if !definitions.is_empty() {
        schema.insert("$defs".into(), Value::Object(definitions));
    }
    Some(Value::Object(schema))
}

/// Name, description and schema of a variant.
type Variant = (&'static str, &'static str, &'static Value);

fn variant(of: &'static Value, name: &str) -> Option<Variant> {
    variants(of).into_iter().find(|variant| variant.0 == name)
}

/// The variants of an externally tagged enum.
fn variants(of: &'static Value) -> Vec<Variant> {
    let variants = of["oneOf"].as_array().into_iter().flatten();
    variants
        .filter_map(|variant| {
            let description = variant["description"].as_str().unwrap_or_default();
            let (name, payload) = variant["properties"].as_object()?.iter().next()?;
            Some((name.as_str(), description, payload))
        })
        .collect()
}

fn resolve(schema: &'static Value) -> &'static Value {
    schema["$ref"]
        .as_str()
        .and_then(|reference| DOMAIN.pointer(reference.trim_start_matches('#')))
        .unwrap_or(schema)
}

/// The definitions that `schema` refers to, directly or through others.
fn needed(schema: &Value) -> Map<String, Value> {
    let mut found = Map::new();
    let mut open = Vec::new();
    references(schema, &mut open);
    while let Some(name) = open.pop() {
        if !found.contains_key(&name) {
            let definition = DOMAIN["$defs"][&name].clone();
            references(&definition, &mut open);
            found.insert(name, definition);
        }
    }
    found
}

fn references(schema: &Value, found: &mut Vec<String>) {
    match schema {
        Value::Object(members) => {
            if let Some(Value::String(reference)) = members.get("$ref") {
                found.extend(reference.strip_prefix("#/$defs/").map(str::to_owned));
            }
            members
                .values()
                .for_each(|member| references(member, found));
        }
        Value::Array(items) => items.iter().for_each(|item| references(item, found)),
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {}
    }
}
