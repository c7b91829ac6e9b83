//! The published shapes, and that the shipped definitions have them.
//!
//! `KHEN_UPDATE_SCHEMAS=1 cargo nextest run -p khen definitions` writes the schemas anew.

use std::path::PathBuf;

use schemars::{JsonSchema, schema_for};
use serde_json::Value;

use crate::{
    definitions::{Authority, Campaign, People},
    profile::PROFILES,
};

fn path(kind: &str) -> PathBuf {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/../../schemas/definitions");
    PathBuf::from(folder).join(format!("{kind}.schema.json"))
}

/// Compares the published schema with the type's, or writes it where that is asked for.
fn check<T: JsonSchema>(kind: &str) {
    let mut text = serde_json::to_string_pretty(&schema_for!(T)).unwrap();
    text.push('\n');
    if std::env::var_os("KHEN_UPDATE_SCHEMAS").is_some() {
        std::fs::write(path(kind), &text).unwrap();
    }
    let published = std::fs::read_to_string(path(kind)).unwrap_or_default();
    assert!(
        published == text,
        "{} is stale: run with KHEN_UPDATE_SCHEMAS=1",
        path(kind).display()
    );
}

#[test]
fn the_published_schemas_are_those_of_the_types() {
    check::<Authority>("authority");
    check::<People>("people");
    check::<Campaign>("campaign");
}

#[test]
fn the_shipped_definitions_have_the_published_shape() {
    for source in PROFILES.iter().flat_map(|profile| profile.definitions) {
        let definition: Value = toml::from_str(source.text).unwrap();
        let kind = definition["kind"].as_str().unwrap();
        let schema: Value =
            serde_json::from_str(&std::fs::read_to_string(path(kind)).unwrap()).unwrap();
        let validator = jsonschema::validator_for(&schema).unwrap();
        let faults: Vec<String> = validator
            .iter_errors(&definition)
            .map(|error| format!("{}: {error}", error.instance_path()))
            .collect();
        assert!(faults.is_empty(), "{}: {faults:#?}", source.file);
    }
}

#[test]
fn a_definition_of_another_kind_does_not_have_the_shape() {
    let schema = serde_json::to_value(schema_for!(People)).unwrap();
    let validator = jsonschema::validator_for(&schema).unwrap();
    let people = |kind| serde_json::json!({ "kind": kind, "documents": {}, "people": [] });
    assert!(validator.is_valid(&people("people")));
    assert!(!validator.is_valid(&people("campaign")));
}
