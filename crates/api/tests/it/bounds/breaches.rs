//! Values that a schema refuses, one for each of its words that refuses any.

use serde_json::{Value, json};

/// What a schema of the document says, with its reference followed; of a choice between it and nothing, it.
pub(super) fn resolved<'a>(document: &'a Value, schema: &'a Value) -> &'a Value {
    if let Some(place) = schema["$ref"].as_str() {
        let place = place.trim_start_matches('#');
        return resolved(document, document.pointer(place).unwrap());
    }
    match schema["anyOf"].as_array().map(Vec::as_slice) {
        Some([first, second]) if second["type"] == "null" => resolved(document, first),
        Some(_) => panic!("a choice that the walk does not know: {schema}"),
        None => schema,
    }
}

fn is_of(schema: &Value, kind: &str) -> bool {
    let kinds = &schema["type"];
    kinds == kind
        || kinds
            .as_array()
            .is_some_and(|all| all.contains(&json!(kind)))
}

/// Numbers as they are told, each just outside of the bounds, and what is no number of this kind.
fn numbers(schema: &Value) -> Vec<Value> {
    let most = schema["maximum"].as_i64().map(|most| json!(most + 1));
    let least = schema["minimum"].as_i64().map(|least| json!(least - 1));
    most.into_iter()
        .chain(least)
        .chain([json!("một")])
        .collect()
}

fn texts(schema: &Value) -> Vec<Value> {
    let length = |word: &str| usize::try_from(schema[word].as_u64()?).ok();
    let mut broken = Vec::new();
    broken.extend(length("maxLength").map(|most| "a".repeat(most + 1)));
    broken.extend(length("minLength").map(|least| "a".repeat(least - 1)));
    let words = ["pattern", "enum", "oneOf", "const", "format"];
    if words.iter().any(|word| schema.get(word).is_some()) {
        broken.push("không có".to_owned());
    }
    match schema["format"].as_str() {
        Some("date") => broken.push("2024-02-30".to_owned()),
        Some("date-time") => broken.push("2024-11-20T25:00:00Z".to_owned()),
        _ => {}
    }
    // Of the patterns that let an empty text through, all begin so.
    let refuses_nothing = schema["pattern"]
        .as_str()
        .is_some_and(|form| !form.ends_with("*$"));
    broken.extend(refuses_nothing.then(String::new));
    broken.into_iter().map(Value::String).collect()
}

/// Values of a member in JSON that its schema refuses.
pub(super) fn of_member(document: &Value, schema: &Value) -> Vec<Value> {
    let is_optional = schema["anyOf"].is_array() || is_of(schema, "null");
    let schema = resolved(document, schema);
    let mut broken = if is_of(schema, "integer") || is_of(schema, "number") {
        numbers(schema)
    } else if is_of(schema, "boolean") {
        vec![json!("một"), json!(1)]
    } else if is_of(schema, "string") || schema["oneOf"].is_array() {
        let mut broken = texts(schema);
        broken.push(json!(1));
        broken
    } else {
        vec![json!("một"), json!(1)]
    };
    broken.extend((!is_optional).then_some(Value::Null));
    broken
}

/// Values of a parameter that its schema refuses, each as the texts that it is given as.
pub(super) fn of_parameter(document: &Value, schema: &Value) -> Vec<Vec<String>> {
    let schema = resolved(document, schema);
    if schema["type"] == "array" {
        let most = schema["maxItems"].as_u64();
        let many = most.map(|most| (0..=most).map(|one| one.to_string()).collect());
        let each = of_parameter(document, &schema["items"]).into_iter();
        return each.chain(many).collect();
    }
    let broken = if is_of(schema, "integer") {
        numbers(schema)
    } else if is_of(schema, "boolean") {
        vec![json!("một"), json!(1)]
    } else {
        texts(schema)
    };
    let told = |value: Value| {
        value
            .as_str()
            .map_or_else(|| value.to_string(), str::to_owned)
    };
    broken.into_iter().map(|value| vec![told(value)]).collect()
}
