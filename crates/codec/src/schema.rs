//! JSON Schemas of event payloads.

use schemars::{Schema, SchemaGenerator, generate::SchemaSettings};
use serde_json::{Map, Value, json};

use khen_domain::{Event, StreamKind};
use khen_eventlog::EventType;

fn domain_schema() -> Value {
    let mut generator: SchemaGenerator = SchemaSettings::draft2020_12().into_generator();
    let schema: Schema = generator.root_schema_for::<Event>();
    schema.to_value()
}

/// Names of all events, by stream.
pub(crate) fn names() -> Vec<(StreamKind, Vec<String>)> {
    let schema = domain_schema();
    variants(&schema)
        .into_iter()
        .filter_map(|(stream, inner)| {
            let kind = StreamKind::parse(&stream)?;
            let inner = resolve(&schema, inner);
            Some((
                kind,
                variants(inner).into_iter().map(|(name, _)| name).collect(),
            ))
        })
        .collect()
}

/// The JSON Schema (2020-12) of the payload of this type, or `None` if this release does not write
/// it.
#[must_use]
pub fn event_schema(event_type: &EventType) -> Option<Value> {
    let schema = domain_schema();
    let (qualified, _) = event_type.name_and_version();
    let (stream, name) = qualified.split_once('.')?;
    let (_, inner) = variants(&schema)
        .into_iter()
        .find(|(word, _)| word == stream)?;
    let inner = resolve(&schema, inner);
    let variant = inner["oneOf"]
        .as_array()?
        .iter()
        .find(|one| one["properties"].get(name).is_some())?;
    let mut payload = variant["properties"][name].as_object()?.clone();
    if !payload.contains_key("properties") {
        payload.insert("properties".into(), json!({}));
    }
    payload.insert(
        "$schema".into(),
        json!("https://json-schema.org/draft/2020-12/schema"),
    );
    payload.insert("title".into(), json!(event_type.as_str()));
    if let Some(description) = variant.get("description") {
        payload.insert("description".into(), description.clone());
    }
    let definitions = needed(&schema, &Value::Object(payload.clone()));
    if !definitions.is_empty() {
        payload.insert("$defs".into(), Value::Object(definitions));
    }
    Some(Value::Object(payload))
}

/// Name and schema of each variant of an externally tagged enum.
fn variants(schema: &Value) -> Vec<(String, &Value)> {
    schema["oneOf"]
        .as_array()
        .into_iter()
        .flatten()
        .filter_map(|variant| variant["properties"].as_object())
        .flat_map(|properties| properties.iter().map(|(name, inner)| (name.clone(), inner)))
        .collect()
}

fn resolve<'a>(root: &'a Value, schema: &'a Value) -> &'a Value {
    schema["$ref"]
        .as_str()
        .and_then(|reference| root.pointer(reference.trim_start_matches('#')))
        .unwrap_or(schema)
}

/// The definitions that `schema` refers to, directly or through others.
fn needed(root: &Value, schema: &Value) -> Map<String, Value> {
    let mut found = Map::new();
    let mut open = Vec::new();
    references(schema, &mut open);
    while let Some(name) = open.pop() {
        if !found.contains_key(&name) {
            let definition = root["$defs"][&name].clone();
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
