//! A Rust field cannot change history unseen.

use std::{collections::BTreeSet, sync::LazyLock};

use serde_json::Value;

use crate::files::{
    UPDATE, expected_names, file_name, folder, is_updating, names_in, save, text_of,
};
use khen_codec::{event_schema, event_types};

const FOLDER: &str = "schemas/events";

/// The schema without words for people: these may be improved, the shape may not.
fn shape(schema: &Value) -> Value {
    match schema {
        Value::Object(members) => {
            let is_word = |name: &str, member: &Value| name == "description" && member.is_string();
            let members = members
                .iter()
                .filter(|(name, member)| !is_word(name, member))
                .map(|(name, member)| (name.clone(), shape(member)));
            Value::Object(members.collect())
        }
        Value::Array(items) => items.iter().map(shape).collect(),
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => schema.clone(),
    }
}

/// What is wrong with the frozen file of a schema, if anything.
fn complaint(name: &str, schema: &Value) -> Option<String> {
    let path = folder(FOLDER).join(name);
    let text = format!("{}\n", serde_json::to_string_pretty(schema).unwrap());
    let frozen = text_of(&path);
    let is_same_shape = frozen.as_ref().is_none_or(|frozen| {
        serde_json::from_str::<Value>(frozen).is_ok_and(|frozen| shape(&frozen) == shape(schema))
    });
    if !is_same_shape {
        return Some(format!(
            "{name}: the event no longer has the shape that was frozen. Written events keep theirs \
             for ever: leave the file, add a new version of the event to the table in \
             `crates/codec/src/lifts.rs` and a lift from the old one"
        ));
    }
    if frozen.as_deref() == Some(text.as_str()) {
        return None;
    }
    if is_updating() {
        save(&path, &text);
        return None;
    }
    let what = if frozen.is_some() {
        "has other words"
    } else {
        "is missing"
    };
    Some(format!(
        "{name}: the file {what}; a run with {UPDATE}=1 writes it, to be reviewed and committed"
    ))
}

/// What is wrong with the frozen files; first writes what a run may write.
pub(crate) static COMPLAINTS: LazyLock<Vec<String>> = LazyLock::new(|| {
    let complaints = event_types().filter_map(|event_type| {
        let schema = event_schema(event_type)?;
        complaint(&file_name(event_type), &schema)
    });
    complaints.collect()
});

#[test]
fn schemas_are_frozen() {
    assert!(COMPLAINTS.is_empty(), "{}", COMPLAINTS.join("\n"));
    let found = names_in(&folder(FOLDER));
    let expected = expected_names();
    let missing: BTreeSet<_> = expected.difference(&found).collect();
    let strange: BTreeSet<_> = found.difference(&expected).collect();
    assert!(missing.is_empty(), "an old version is gone: {missing:?}");
    assert!(strange.is_empty(), "no event has this type: {strange:?}");
}

#[test]
fn a_schema_stands_alone_and_allows_nothing_else() {
    for event_type in event_types() {
        let schema = event_schema(event_type).unwrap();
        assert_eq!(schema["title"], event_type.as_str());
        assert!(schema["description"].is_string(), "{event_type}");
        assert_eq!(schema["additionalProperties"], false, "{event_type}");
        assert_sound(&schema, &schema);
    }
}

/// Every reference leads somewhere inside, every object is closed, every member is described, and
/// nothing is a float.
fn assert_sound(root: &Value, schema: &Value) {
    let types = schema["type"].as_array().into_iter().flatten();
    let mut types = types.chain([&schema["type"]]);
    assert!(types.all(|one| one != "number"), "{schema}");
    if let Some(reference) = schema["$ref"].as_str() {
        let target = root.pointer(&reference[1..]);
        assert!(target.is_some_and(Value::is_object), "{reference}");
    }
    if let Some(properties) = schema["properties"].as_object() {
        assert_eq!(schema["additionalProperties"], false, "{schema}");
        for (name, member) in properties {
            let target = member["$ref"]
                .as_str()
                .and_then(|to| root.pointer(&to[1..]));
            // A tag says what it is; a shared definition is described where it stands.
            let is_described = [Some(member), target]
                .into_iter()
                .flatten()
                .any(|place| place["description"].is_string() || place.get("const").is_some());
            assert!(is_described, "{name} in {schema}");
        }
    }
    match schema {
        Value::Object(members) => members
            .values()
            .for_each(|member| assert_sound(root, member)),
        Value::Array(items) => items.iter().for_each(|item| assert_sound(root, item)),
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {}
    }
}
