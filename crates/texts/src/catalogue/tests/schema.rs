//! What the domain can say, read from its JSON Schemas: one sample and more of everything.

use std::collections::BTreeSet;

use schemars::schema_for;
use serde_json::{Map, Value, json};

use khen_domain::{Event, Refusal};

/// Enumerations whose words have chapters of their own.
const OWN_CHAPTER: &[&str] = &["Role", "Gate"];

/// Enumerations inside sealed values, which are read as one word.
const NEVER_SHOWN: &[&str] = &["FieldClass", "SealOwner"];

/// A refusal or an event, as it may come.
pub(super) struct Said {
    pub(super) name: String,
    pub(super) members: Map<String, Value>,
}

/// The schema of refusals or events.
pub(super) struct Schema {
    root: Value,
    is_refusal: bool,
}

pub(super) fn refusals() -> Schema {
    let root = schema_for!(Refusal).to_value();
    Schema {
        root,
        is_refusal: true,
    }
}

pub(super) fn events() -> Schema {
    let root = schema_for!(Event).to_value();
    Schema {
        root,
        is_refusal: false,
    }
}

impl Schema {
    /// Everything that can be said, in several forms.
    pub(super) fn said(&self) -> impl Iterator<Item = Said> {
        let every = self.samples(&self.root).into_iter();
        every.map(|sample| {
            if self.is_refusal {
                refusal(sample)
            } else {
                event(sample)
            }
        })
    }

    /// Words of every enumeration that has no chapter of its own.
    pub(super) fn words(&self) -> impl Iterator<Item = String> {
        let definitions = self.root["$defs"].as_object().into_iter().flatten();
        let is_common = |name: &str| !OWN_CHAPTER.contains(&name) && !NEVER_SHOWN.contains(&name);
        definitions
            .filter(move |(name, _)| is_common(name))
            .filter_map(|(_, definition)| words(definition))
            .flatten()
    }

    /// Members whose values are words.
    pub(super) fn word_members(&self) -> BTreeSet<String> {
        let mut found = BTreeSet::new();
        self.look_for_word_members(&self.root, &mut found);
        found
    }

    fn look_for_word_members(&self, schema: &Value, found: &mut BTreeSet<String>) {
        if let Some(properties) = schema["properties"].as_object() {
            let holding = properties
                .iter()
                .filter(|(_, value)| self.holds_words(value));
            found.extend(holding.map(|(name, _)| name.clone()));
        }
        let inner: Vec<&Value> = match schema {
            Value::Object(members) => members.values().collect(),
            Value::Array(items) => items.iter().collect(),
            Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => Vec::new(),
        };
        for inner in inner {
            self.look_for_word_members(inner, found);
        }
    }

    fn holds_words(&self, schema: &Value) -> bool {
        let path = schema["$ref"].as_str().unwrap_or_default();
        if NEVER_SHOWN.iter().any(|name| path.ends_with(name)) {
            return false;
        }
        let schema = self.resolve(schema);
        let inner = alternatives(schema).unwrap_or_default();
        words(schema).is_some()
            || schema["items"].is_object() && self.holds_words(&schema["items"])
            || inner.len() == 2 && inner.iter().any(is_null) && self.holds_words(&inner[0])
    }

    fn resolve<'a>(&'a self, schema: &'a Value) -> &'a Value {
        match schema["$ref"]
            .as_str()
            .and_then(|path| path.strip_prefix('#'))
        {
            Some(pointer) => self
                .root
                .pointer(pointer)
                .expect("a reference leads somewhere"),
            None => schema,
        }
    }

    /// Values of this schema: every alternative, with and without what is optional.
    fn samples(&self, schema: &Value) -> Vec<Value> {
        let schema = self.resolve(schema);
        if let Some(only) = schema.get("const") {
            return vec![only.clone()];
        }
        if let Some(alternatives) = alternatives(schema) {
            return alternatives
                .iter()
                .flat_map(|one| self.samples(one))
                .collect();
        }
        let kind = schema["type"]
            .as_array()
            .map_or(&schema["type"], |kinds| &kinds[0]);
        match (kind.as_str(), schema["format"].as_str()) {
            (Some("object"), _) => self.objects(schema),
            (Some("array"), _) => self
                .samples(&schema["items"])
                .into_iter()
                .map(|item| json!([item]))
                .collect(),
            (Some("boolean"), _) => vec![json!(true), json!(false)],
            (Some("integer"), _) => vec![json!(2), json!(0), json!(1)],
            (Some("null"), _) => vec![Value::Null],
            (_, Some("date")) => vec![json!("2024-11-29")],
            (_, Some("date-time")) => vec![json!("2024-11-29T10:00:00.000000Z")],
            (_, Some("stream")) => vec![json!("feedback/HQ-CCHC-2024/minh-duc/1")],
            (_, Some("command")) => vec![json!("answer_feedback")],
            (_, _) => vec![json!(text_of_form(schema["pattern"].as_str()))],
        }
    }

    /// The first sample of every member; each other sample of each; only what is required.
    fn objects(&self, schema: &Value) -> Vec<Value> {
        let properties = schema["properties"]
            .as_object()
            .cloned()
            .unwrap_or_default();
        let choices: Vec<(String, Vec<Value>)> = properties
            .iter()
            .map(|(name, one)| (name.clone(), self.samples(one)))
            .collect();
        let first: Map<String, Value> = choices
            .iter()
            .map(|(name, values)| (name.clone(), values[0].clone()))
            .collect();
        let mut objects = vec![first.clone()];
        for (name, values) in &choices {
            for value in &values[1..] {
                let mut other = first.clone();
                other.insert(name.clone(), value.clone());
                objects.push(other);
            }
        }
        let required = schema["required"].as_array().cloned().unwrap_or_default();
        let is_required = |name: &str| required.iter().any(|one| one.as_str() == Some(name));
        objects.push(
            first
                .into_iter()
                .filter(|(name, _)| is_required(name))
                .collect(),
        );
        objects.into_iter().map(Value::Object).collect()
    }
}

/// A text that looks as the identifiers of this pattern do.
fn text_of_form(pattern: Option<&str>) -> &'static str {
    match pattern {
        Some(form) if form.contains("[0-9]{4,}") => "HQ-CCHC-2024-0007",
        Some(form) if form.contains('/') => "HQ-CCHC-2024/minh-duc/1",
        Some(_) | None => "abc-1",
    }
}

fn alternatives(schema: &Value) -> Option<&[Value]> {
    let one_of = schema["oneOf"].as_array().or(schema["anyOf"].as_array())?;
    Some(one_of)
}

fn is_null(schema: &Value) -> bool {
    schema["type"] == "null"
}

/// The words of an enumeration without content.
fn words(schema: &Value) -> Option<Vec<String>> {
    let listed = match schema["enum"].as_array() {
        Some(listed) => listed.iter().map(Value::as_str).collect::<Option<Vec<_>>>(),
        None => alternatives(schema)?
            .iter()
            .map(|one| one["const"].as_str())
            .collect(),
    };
    Some(listed?.into_iter().map(ToOwned::to_owned).collect())
}

fn refusal(sample: Value) -> Said {
    let Value::Object(members) = sample else {
        panic!("a refusal is an object: {sample}")
    };
    let name = members["code"]
        .as_str()
        .expect("a refusal has a code")
        .to_owned();
    Said { name, members }
}

fn event(sample: Value) -> Said {
    let single = |value: Value| {
        let Value::Object(shell) = value else {
            panic!("an event is an object: {value}")
        };
        shell.into_iter().next().expect("an event has one name")
    };
    let (stream, named) = single(sample);
    let (event, content) = single(named);
    let Value::Object(members) = content else {
        panic!("an event has members: {content}")
    };
    Said {
        name: format!("{stream}-{event}"),
        members,
    }
}
