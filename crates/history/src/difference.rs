//! What differs between two JSON values, field by field.

use std::collections::BTreeSet;

use serde_json::Value;

/// One field that differs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Difference {
    /// Where, as a JSON pointer (RFC 6901).
    pub path: String,
    /// What was there, if anything.
    pub before: Option<Value>,
    /// What is there, if anything.
    pub after: Option<Value>,
}

/// Every field that differs, in the order of its path. Objects and lists are looked into; a list that
/// grew differs in what was added.
pub(crate) fn differences(before: &Value, after: &Value) -> Vec<Difference> {
    let mut found = Vec::new();
    compare(String::new(), Some(before), Some(after), &mut found);
    found
}

fn compare(
    path: String,
    before: Option<&Value>,
    after: Option<&Value>,
    found: &mut Vec<Difference>,
) {
    match (before, after) {
        (before, after) if before == after => {}
        (Some(Value::Object(before)), Some(Value::Object(after))) => {
            let names: BTreeSet<_> = before.keys().chain(after.keys()).collect();
            for name in names {
                let path = format!("{path}/{}", escaped(name));
                compare(path, before.get(name), after.get(name), found);
            }
        }
        (Some(Value::Array(before)), Some(Value::Array(after))) => {
            for index in 0..before.len().max(after.len()) {
                let path = format!("{path}/{index}");
                compare(path, before.get(index), after.get(index), found);
            }
        }
        (before, after) => found.push(Difference {
            path,
            before: before.cloned(),
            after: after.cloned(),
        }),
    }
}

pub(crate) fn escaped(name: &str) -> String {
    name.replace('~', "~0").replace('/', "~1")
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn only_what_differs_is_told_with_its_path() {
        let before = json!({ "gate": "drafted", "a/b": 1, "list": [1, 2], "same": { "x": null } });
        let after =
            json!({ "gate": "proposed", "a/b": 2, "list": [1, 3, 4], "same": { "x": null } });
        let told = differences(&before, &after);
        let told: Vec<_> = told
            .iter()
            .map(|one| (one.path.as_str(), one.before.clone(), one.after.clone()))
            .collect();
        let expected = vec![
            ("/a~1b", Some(json!(1)), Some(json!(2))),
            ("/gate", Some(json!("drafted")), Some(json!("proposed"))),
            ("/list/1", Some(json!(2)), Some(json!(3))),
            ("/list/2", None, Some(json!(4))),
        ];
        assert_eq!(told, expected);
        assert_eq!(differences(&before, &before), Vec::new());
    }

    #[test]
    fn a_field_that_appears_is_not_one_that_was_null() {
        let told = differences(&json!({}), &json!({ "due": null }));
        assert_eq!(
            (&told[0].before, &told[0].after),
            (&None, &Some(Value::Null))
        );
    }
}
