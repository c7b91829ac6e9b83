//! What the document says of a request holds: whatever breaks it is refused.
//!
//! A fuzzer breaks it too, where it is lucky; here each word of each parameter and of each member
//! of what is sent is broken once.

mod breaches;
mod contents;
mod headers;

use axum::{body::Body, http::Request};
use serde_json::Value;

use crate::{
    export::{auditor, client, open_with},
    house::{C1, House},
    talk::{Reply, send, with_token},
};
use khen_api::{Allowance, openapi_document};

/// What is put into paths. Some names lead nowhere: no question has to pass that far.
const NAMED: [(&str, &str); 13] = [
    ("{campaign}", "HQ-CCHC-2024"),
    ("{code}", C1),
    ("{decision}", "none"),
    ("{form}", "co-so"),
    ("{hex}", "none"),
    ("{id}", "none"),
    ("{ledger}", "made-up"),
    ("{pos}", "1"),
    ("{segment}", "none"),
    ("{sha256}", "none"),
    ("{type}", "none"),
    ("{version}", "1"),
    ("{year}", "2024"),
];

/// Parameters that must be there, each with a value that is right.
const NEEDED: [(&str, &str); 6] = [
    ("stream", "nomination/HQ-CCHC-2024-0001"),
    ("from", "1"),
    ("to", "1"),
    ("of", "0"),
    ("owner", "authority"),
    ("period", "2024"),
];

/// The answers that say that a request is at fault.
const REFUSALS: [u16; 9] = [400, 401, 403, 404, 405, 409, 413, 415, 422];

/// An operation, asked with all that it needs but one parameter.
struct Question<'a> {
    method: &'a str,
    path: String,
    needed: Vec<(&'a str, &'a str)>,
}

impl Question<'_> {
    async fn ask(&self, house: &House, token: &str, (name, values): (&str, &[String])) -> Reply {
        let more = values.iter().map(|value| (name, value.as_str()));
        let pairs = self.needed.iter().copied().chain(more);
        let pairs: Vec<String> = pairs
            .map(|(name, value)| format!("{name}={}", encoded(value)))
            .collect();
        let uri = format!("{}?{}", self.path, pairs.join("&"));
        let request = Request::builder().method(self.method.to_uppercase().as_str());
        let request = with_token(request.uri(uri), token);
        send(&house.public, request.body(Body::empty()).unwrap()).await
    }
}

fn encoded(value: &str) -> String {
    let bytes: Vec<String> = value.bytes().map(|byte| format!("%{byte:02X}")).collect();
    bytes.concat()
}

fn parameters<'a>(operation: &'a Value, place: &str) -> Vec<&'a Value> {
    let all = operation["parameters"].as_array().into_iter().flatten();
    all.filter(|one| one["in"] == place).collect()
}

/// Whether the operation is one of those that take no parameters which they do not know: all but what
/// anybody reads without a token.
fn is_closed(operation: &Value) -> bool {
    let schemes = operation["security"].as_array();
    schemes.is_none_or(|schemes| !schemes.is_empty())
}

fn question<'a>(template: &str, method: &'a str, all: &[&Value], but: &str) -> Question<'a> {
    let is_needed = |name: &str| {
        let mut all = all.iter();
        name != but && all.any(|one| one["name"] == name && one["required"] == true)
    };
    let path = |path: String, (name, value): &(&str, &str)| path.replace(name, value);
    Question {
        method,
        path: NAMED.iter().fold(template.to_owned(), path),
        needed: NEEDED
            .into_iter()
            .filter(|(name, _)| is_needed(name))
            .collect(),
    }
}

/// Each parameter of the query with each of the values that it must not have; with none where it must
/// be there, and one that nobody knows.
fn breaches<'a>(document: &Value, operation: &'a Value) -> Vec<(&'a str, Vec<String>)> {
    let mut breaches = Vec::new();
    if is_closed(operation) {
        breaches.push(("khong_co", vec!["1".to_owned()]));
    }
    for one in parameters(operation, "query") {
        let name = one["name"].as_str().unwrap();
        let values = breaches::of_parameter(document, &one["schema"]).into_iter();
        breaches.extend(values.map(|values| (name, values)));
        breaches.extend((one["required"] == true).then_some((name, Vec::new())));
    }
    breaches
}

/// Nobody is sent away for asking too often.
fn patient() -> Allowance {
    Allowance {
        requests_per_minute: u32::MAX,
        exports_per_minute: u32::MAX,
        bundles_per_hour: u32::MAX,
        ..Allowance::default()
    }
}

#[tokio::test]
async fn whatever_breaks_a_parameter_of_the_document_is_refused() {
    let (house, document) = (open_with(patient()).await, openapi_document());
    let (auditor, client) = (auditor(&house).await, client(&house).await);
    let (mut broken_count, mut strict_count, mut faults) = (0, 0, Vec::new());
    for (template, methods) in document["paths"].as_object().unwrap() {
        let is_export = template.starts_with("/export/");
        let token = if is_export { &client } else { &auditor };
        for (method, operation) in methods.as_object().unwrap() {
            let all = parameters(operation, "query");
            // Whoever passes the door is told what is broken, whether or not the question leads anywhere.
            let whole = question(template, method, &all, "");
            let is_get = method == "get";
            let whole = whole.ask(&house, token, ("", &[])).await.status.as_u16();
            let is_strict = is_get && ![401, 403].contains(&whole);
            for (name, values) in breaches(&document, operation) {
                let question = question(template, method, &all, name);
                let reply = question.ask(&house, token, (name, &values)).await;
                broken_count += 1;
                let status = reply.status.as_u16();
                let said = String::from_utf8_lossy(&reply.bytes);
                let is_right = if is_strict {
                    strict_count += 1;
                    status == 400 && said.contains(name) || said.contains("cursor-ahead-of-log")
                } else {
                    REFUSALS.contains(&status)
                };
                if !is_right {
                    faults.push(format!(
                        "{method} {template} {name}={values:?}: {status} {said}"
                    ));
                }
            }
        }
    }
    assert!(
        faults.is_empty(),
        "of {broken_count}:\n{}",
        faults.join("\n")
    );
    assert!(strict_count > 300, "only {strict_count} of {broken_count}");
}
