//! The paths of the document.

use std::collections::BTreeMap;

use axum::http::StatusCode;
use schemars::SchemaGenerator;
use serde_json::{Map, Value, json};

use crate::{
    operation::{Header, Operation, Parameter},
    problem::{ProblemAnswer, status_of},
};
use khen_texts::Problem;

/// Draws the paths, and keeps what they refer to.
pub(super) struct Draughtsman {
    /// Makes schemas of what is asked: what has a default may be left out.
    pub(super) asked: SchemaGenerator,
    /// Makes schemas of what is answered: what has a default is there all the same.
    pub(super) answered: SchemaGenerator,
    /// Answers that are problems, by name: operations share them.
    pub(super) problems: Map<String, Value>,
}

/// What the document calls the tokens of clients.
pub(super) const CLIENT_CREDENTIALS: &str = "clientCredentials";
/// Problems that every operation with a token may meet.
const AT_THE_DOOR: &[Problem] = &[
    Problem::Unauthenticated,
    // Assignments end, and then their tokens are good for nothing.
    Problem::Forbidden,
    Problem::RateLimited,
];
/// Problems that every operation with a token may meet once it is let in.
const BEHIND_THE_DOOR: &[Problem] = &[Problem::Unavailable, Problem::Internal];

impl Draughtsman {
    pub(super) fn paths(&mut self, operations: &[Operation]) -> Map<String, Value> {
        let mut paths = Map::new();
        for operation in operations {
            let drawn = self.operation(operation);
            let item = paths
                .entry(operation.path.clone())
                .or_insert_with(|| json!({}));
            item[operation.verb.as_str()] = drawn;
        }
        paths
    }

    fn operation(&mut self, operation: &Operation) -> Value {
        let mut parameters: Vec<Value> = operation.path_parameters.iter().map(parameter).collect();
        parameters.extend(operation.headers.iter().map(header));
        parameters.extend(self.query(operation));
        let mut drawn = json!({
            "operationId": operation.id,
            "tags": [operation.tag.as_str()],
            "summary": operation.summary,
            "responses": self.responses(operation),
        });
        if !parameters.is_empty() {
            drawn["parameters"] = Value::Array(parameters);
        }
        if !operation.needs_token {
            drawn["security"] = json!([]);
        } else if let Some(scope) = operation.scope() {
            drawn["security"] = json!([{ "token": [] }, { CLIENT_CREDENTIALS: [scope.as_str()] }]);
        }
        if let Some(body) = &operation.body {
            let schema = body
                .schema
                .as_ref()
                .map(|make| make(&mut self.asked).into());
            drawn["requestBody"] = json!({
                "required": true,
                "content": content(body.media_types, schema.as_ref()),
            });
        }
        drawn
    }

    /// Each member of the query's schema is a parameter.
    fn query(&mut self, operation: &Operation) -> Vec<Value> {
        let Some(make) = &operation.query else {
            return Vec::new();
        };
        let schema: Value = make(&mut self.asked).into();
        let required: Vec<&str> = schema["required"]
            .as_array()
            .into_iter()
            .flatten()
            .filter_map(Value::as_str)
            .collect();
        let members = schema["properties"]
            .as_object()
            .cloned()
            .unwrap_or_default();
        let parameter = |(name, mut schema): (String, Value)| {
            let members = schema.as_object_mut();
            let description = members.and_then(|members| members.remove("description"));
            json!({
                "name": name,
                "in": "query",
                "required": required.contains(&name.as_str()),
                "description": description,
                "schema": schema,
            })
        };
        members.into_iter().map(parameter).collect()
    }

    fn responses(&mut self, operation: &Operation) -> Value {
        let mut responses = BTreeMap::new();
        for answer in &operation.answers {
            let schema = answer
                .schema
                .as_ref()
                .map(|make| make(&mut self.answered).into());
            let response = json!({
                "description": answer.description,
                "content": content(answer.media_types, schema.as_ref()),
            });
            responses.insert(answer.status.as_str().to_owned(), response);
        }
        for (status, codes) in problems(operation) {
            let name = codes.join(".");
            responses.insert(
                status.as_str().to_owned(),
                json!({ "$ref": format!("#/components/responses/{name}") }),
            );
            let schema = self.answered.subschema_for::<ProblemAnswer>();
            self.problems.entry(name).or_insert_with(|| {
                json!({
                    "description": format!("A problem: {}.", codes.join(", ")),
                    "content": { "application/problem+json": { "schema": schema } },
                })
            });
        }
        json!(responses)
    }
}

fn parameter(parameter: &Parameter) -> Value {
    json!({
        "name": parameter.name,
        "in": "path",
        "required": parameter.is_required,
        "description": parameter.description,
        "schema": text(parameter.pattern),
    })
}

fn header(header: &Header) -> Value {
    json!({
        "name": header.name,
        "in": "header",
        "required": header.is_required,
        "description": header.description,
        "schema": text(header.pattern),
    })
}

/// The schema of a text that looks like this.
fn text(pattern: Option<&str>) -> Value {
    let mut schema = json!({ "type": "string" });
    if let Some(pattern) = pattern {
        schema["pattern"] = pattern.into();
    }
    schema
}

/// What may go wrong, by status: slugs, and `refused` for the codes of refusals.
fn problems(operation: &Operation) -> BTreeMap<StatusCode, Vec<&'static str>> {
    let (door, behind) = if operation.needs_token {
        (AT_THE_DOOR, BEHIND_THE_DOOR)
    } else {
        (&[][..], &[][..])
    };
    // Whoever may be told to wait for rows may have asked for rows that nobody has recorded.
    let may_wait = operation.problems.contains(&Problem::RowsBehind);
    let ahead: &[Problem] = if may_wait {
        &[Problem::CursorAheadOfLog]
    } else {
        &[]
    };
    let own = operation.problems.iter().chain(ahead);
    let usual = door.iter().chain(own).chain(behind);
    let usual = usual.map(|slug| (status_of(*slug), *slug));
    let mut problems: BTreeMap<StatusCode, Vec<&'static str>> = BTreeMap::new();
    for (status, slug) in usual.chain(operation.odd_problems.iter().copied()) {
        problems.entry(status).or_default().push(slug.as_str());
    }
    if operation.is_refusable {
        for status in [StatusCode::FORBIDDEN, StatusCode::UNPROCESSABLE_ENTITY] {
            problems.entry(status).or_default().push("refused");
        }
    }
    problems
}

fn content(media_types: &[&str], schema: Option<&Value>) -> Value {
    let media = schema.map_or_else(|| json!({}), |schema| json!({ "schema": schema }));
    let entries = media_types
        .iter()
        .map(|kind| ((*kind).to_owned(), media.clone()));
    Value::Object(entries.collect())
}
