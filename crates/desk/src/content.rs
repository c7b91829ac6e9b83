//! Walks over a command's content, as JSON.

use serde::Deserialize;
use serde_json::Value;
use unicode_normalization::{UnicodeNormalization, is_nfc};

use khen_domain::{Document, PersonId};
use khen_eventlog::limits::CANONICAL_INTEGER_MAX;

/// Brings every string into normalisation form C, because keyboards and file systems give others,
/// and every whole number into the form of an integer, because some programs write 5 as 5.0.
pub(crate) fn normalise(value: &mut Value) {
    match value {
        Value::String(text) if !is_nfc(text) => *text = text.nfc().collect(),
        Value::Number(number) if number.is_f64() => {
            if let Some(whole) = number.as_f64().and_then(whole) {
                *value = whole.into();
            }
        }
        Value::Array(items) => items.iter_mut().for_each(normalise),
        Value::Object(members) => members.values_mut().for_each(normalise),
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {}
    }
}

/// The number as an integer, if it is one that a ledger may hold: some programs write 5 as 5.0.
#[must_use]
pub fn whole(number: f64) -> Option<i64> {
    // The shortest text of a float is read back exactly; a fraction or an exponent is no integer.
    let whole: i64 = format!("{number}").parse().ok()?;
    (whole.unsigned_abs() <= CANONICAL_INTEGER_MAX).then_some(whole)
}

/// Every document that the content names.
pub(crate) fn documents(value: &Value, found: &mut Vec<Document>) {
    match value {
        Value::Object(members) if members.contains_key("sha256") && members.len() > 1 => {
            if let Ok(document) = Document::deserialize(value) {
                found.push(document);
            }
            members.values().for_each(|member| documents(member, found));
        }
        Value::Object(members) => members.values().for_each(|member| documents(member, found)),
        Value::Array(items) => items.iter().for_each(|item| documents(item, found)),
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {}
    }
}

/// Pointers of all lists.
pub(crate) fn lists(value: &Value) -> Vec<String> {
    fn collect(value: &Value, place: &str, found: &mut Vec<String>) {
        match value {
            Value::Array(items) => {
                found.push(place.to_owned());
                for (index, item) in items.iter().enumerate() {
                    collect(item, &format!("{place}/{index}"), found);
                }
            }
            Value::Object(members) => {
                for (name, member) in members {
                    let name = name.replace('~', "~0").replace('/', "~1");
                    collect(member, &format!("{place}/{name}"), found);
                }
            }
            Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {}
        }
    }
    let mut found = Vec::new();
    collect(value, "", &mut found);
    found
}

/// Pointers of the members that a pattern with `*` means in this content.
pub(crate) fn places(content: &Value, pattern: &str) -> Vec<String> {
    match pattern.split_once("/*") {
        None => content
            .pointer(pattern)
            .map(|_| pattern.to_owned())
            .into_iter()
            .collect(),
        Some((list, rest)) => {
            let count = content
                .pointer(list)
                .and_then(Value::as_array)
                .map_or(0, Vec::len);
            (0..count)
                .flat_map(|index| places(content, &format!("{list}/{index}{rest}")))
                .collect()
        }
    }
}

/// The text at `pointer`; a pointer without a leading `/` names a member beside `place`.
pub(crate) fn text_at<'a>(content: &'a Value, pointer: &str, place: &str) -> Option<&'a str> {
    let pointer = if pointer.starts_with('/') {
        pointer.to_owned()
    } else {
        let parent = place.rsplit_once('/').map_or("", |(parent, _)| parent);
        format!("{parent}/{pointer}")
    };
    content.pointer(&pointer).and_then(Value::as_str)
}

/// The person at `pointer`.
pub(crate) fn person_at(content: &Value, pointer: &str) -> Option<PersonId> {
    content
        .pointer(pointer)
        .and_then(Value::as_str)
        .and_then(|text| PersonId::parse(text).ok())
}

/// Puts `value` at `pointer`, making the last member if it is missing.
pub(crate) fn put(content: &mut Value, pointer: &str, value: Value) {
    let Some((parent, name)) = pointer.rsplit_once('/') else {
        return;
    };
    if let Some(Value::Object(members)) = content.pointer_mut(parent) {
        members.insert(name.to_owned(), value);
    } else if let Some(place) = content.pointer_mut(pointer) {
        *place = value;
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn a_star_means_every_element() {
        let content = json!({"reject": [{"reason": "a"}, {}, {"reason": "b"}]});
        assert_eq!(
            places(&content, "/reject/*/reason"),
            ["/reject/0/reason", "/reject/2/reason"]
        );
        assert!(places(&content, "/pass/*/reason").is_empty());
    }

    #[test]
    fn a_bare_name_is_a_sibling() {
        let content = json!({"reject": [{"reason": "a", "nomination": "N-0001"}]});
        assert_eq!(
            text_at(&content, "nomination", "/reject/0/reason"),
            Some("N-0001")
        );
    }

    #[test]
    fn a_whole_number_is_an_integer_however_it_is_written() {
        let mut content: Value = serde_json::from_str("[5.0, -6155.0, 1e3, 0.5, 1e300]").unwrap();
        normalise(&mut content);
        assert_eq!(content, json!([5, -6155, 1000, 0.5, 1e300]));
    }

    #[test]
    fn decomposed_text_is_composed_at_the_door() {
        let mut content = json!({"name": "Nguye\u{302}\u{303}n"});
        normalise(&mut content);
        assert_eq!(content, json!({"name": "Nguyễn"}));
    }
}
