//! The document around the operations.

use std::collections::BTreeSet;

use schemars::{SchemaGenerator, generate::SchemaSettings};
use serde_json::{Map, Value, json};

use super::operations::{CLIENT_CREDENTIALS, Draughtsman};
use crate::operations;
use khen_accounts::{Scope, TOKEN_PATH};
use khen_domain::Refusal;
use khen_eventlog::limits::CANONICAL_INTEGER_MAX;

const SCHEMAS: &str = "/components/schemas";
const INTEGER_MAX: i64 = CANONICAL_INTEGER_MAX.cast_signed();

/// The OpenAPI 3.1 document of the public listener.
///
/// Personal values are plain strings here: they come in clear and are sealed before a rule sees
/// them.
#[must_use]
pub fn document() -> Value {
    let mut draughtsman = draughtsman();
    let paths = draughtsman.paths(&operations::public());
    let mut schemas = draughtsman.asked.take_definitions(true);
    for (name, schema) in draughtsman.answered.take_definitions(true) {
        schemas.entry(name).or_insert(schema);
    }
    schemas.insert("Sealed".to_owned(), sealed());
    if let Some(code) = schemas.get_mut("NominationId") {
        // No pattern can say which check letter is the right one.
        code["format"] = json!("khen-code");
    }
    let mut document = json!({
        "openapi": "3.1.0",
        "jsonSchemaDialect": "https://json-schema.org/draft/2020-12/schema",
        "info": info(),
        "servers": [{ "url": "/" }],
        "security": [{ "token": [] }],
        "paths": paths,
        "components": {
            "securitySchemes": {
                "token": {
                    "type": "http",
                    "scheme": "bearer",
                    "description": "A token bound to one assignment: khen_<id>_<secret>.",
                },
                CLIENT_CREDENTIALS: client_credentials(),
            },
            "responses": draughtsman.problems,
            "schemas": {},
        },
    });
    let referenced = reachable(&document, &schemas);
    schemas.retain(|name, _| referenced.contains(name));
    document["components"]["schemas"] = Value::Object(schemas);
    bound(&mut document);
    document
}

/// How clients of the export get their tokens.
fn client_credentials() -> Value {
    let scopes = Scope::ALL.iter().map(|scope| {
        let meaning = match scope {
            Scope::Read => "Read the export.",
            Scope::Blobs => "Fetch the documents that its events name.",
            Scope::Ack => "Say how far the export was stored.",
        };
        (scope.as_str().to_owned(), json!(meaning))
    });
    json!({
        "type": "oauth2",
        "description": "A short token for a program of another institution, which proves with a key of its \
                        own who it is (`private_key_jwt`, RFC 7523). It opens every ledger of the client.",
        "flows": {
            "clientCredentials": {
                "tokenUrl": TOKEN_PATH,
                "scopes": scopes.collect::<Map<_, _>>(),
            },
        },
    })
}

fn draughtsman() -> Draughtsman {
    Draughtsman {
        asked: generator(SchemaSettings::for_deserialize),
        answered: generator(SchemaSettings::for_serialize),
        problems: Map::new(),
    }
}

fn info() -> Value {
    let mut codes = Refusal::codes();
    codes.sort_unstable();
    json!({
        "title": "Khen",
        "version": env!("CARGO_PKG_VERSION"),
        "summary": "The award-lifecycle service of a People's Committee.",
        "description": "Conventions: crates/api/README.md. Where an answer is named `refused`, \
                        the problem's `code` is one of `x-refusal-codes`.",
        "license": { "name": "EUPL-1.2", "identifier": "EUPL-1.2" },
        "x-refusal-codes": codes,
    })
}

fn generator(contract: fn(SchemaSettings) -> SchemaSettings) -> SchemaGenerator {
    let mut settings = contract(SchemaSettings::draft2020_12());
    settings.definitions_path = SCHEMAS.into();
    settings.meta_schema = None;
    settings.into_generator()
}

fn sealed() -> Value {
    json!({
        "type": "string",
        "description": "A personal value, in clear; it is sealed before a rule sees it.",
    })
}

/// Says of every integer how far it goes: what the ledger keeps exactly, and what its type holds.
fn bound(value: &mut Value) {
    let format = value.get("format").and_then(Value::as_str);
    let bounds = match format {
        Some("uint32") => Some((0, i64::from(u32::MAX))),
        Some("int32") => Some((i64::from(i32::MIN), i64::from(i32::MAX))),
        Some("uint64" | "uint") => Some((0, INTEGER_MAX)),
        Some("int64" | "int") => Some((-INTEGER_MAX, INTEGER_MAX)),
        Some(_) | None => None,
    };
    match value {
        Value::Object(members) => {
            if let Some((minimum, maximum)) = bounds {
                members.entry("minimum").or_insert(json!(minimum));
                members.entry("maximum").or_insert(json!(maximum));
            }
            members.values_mut().for_each(bound);
        }
        Value::Array(items) => items.iter_mut().for_each(bound),
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {}
    }
}

/// Names of the schemas that the document leads to. What only sealed values would need is left out.
fn reachable(document: &Value, schemas: &Map<String, Value>) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    let mut waiting = Vec::new();
    references(document, &mut waiting);
    while let Some(name) = waiting.pop() {
        if let Some(schema) = schemas.get(&name)
            && found.insert(name)
        {
            references(schema, &mut waiting);
        }
    }
    found
}

/// Names of the schemas that a value refers to.
fn references(value: &Value, found: &mut Vec<String>) {
    match value {
        Value::Object(members) => {
            let reference = members.get("$ref").and_then(Value::as_str);
            let name = reference.and_then(|text| text.rsplit('/').next());
            found.extend(name.map(str::to_owned));
            members
                .values()
                .for_each(|member| references(member, found));
        }
        Value::Array(items) => items.iter().for_each(|item| references(item, found)),
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {}
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn two_types_never_share_a_name() {
        let mut draughtsman = draughtsman();
        draughtsman.paths(&operations::public());
        let asked = draughtsman.asked.take_definitions(true);
        for (name, answered) in draughtsman.answered.take_definitions(true) {
            if let Some(asked) = asked.get(&name) {
                assert_eq!(asked["description"], answered["description"], "{name}");
            }
        }
    }
}
