//! Headers with a pattern, and the names in paths that have one.

use axum::{
    body::Body,
    http::{HeaderValue, Request},
};

use super::{NAMED, parameters, patient};
use crate::{
    export::{client, open_with},
    house::House,
    talk::{Reply, send, with_token},
};
use khen_api::openapi_document;

/// Longer than any pattern allows.
const LONG: &str = match str::from_utf8(&[b'a'; 201]) {
    Ok(text) => text,
    Err(_) => panic!("ASCII"),
};
const KEY: &str = "Idempotency-Key";
const BROKEN_KEYS: [&str; 3] = ["", "không có", LONG];
const BROKEN_TAGS: [&str; 14] = [
    "",
    "*",
    "không có",
    LONG,
    "nomination/x@3",
    "W/\"nomination/x@3\"",
    "\"nomination/x\"",
    "\"nomination/x@\"",
    "\"nomination/x@-1\"",
    "\"nomination/x@+1\"",
    "\"nomination/x@1000000000000000000\"",
    "\"Nomination/x@1\"",
    "\"nomination/@1\"",
    "\"nomination/không@1\"",
];
const NAMES: [&str; 4] = ["không có", "A", "a_b", LONG];

async fn ask(
    house: &House,
    token: &str,
    (method, path): (&str, &str),
    headers: &[(&str, String)],
) -> Reply {
    let request = Request::builder().method(method.to_uppercase().as_str());
    let request = with_token(request.uri(path), token).header("Content-Type", "application/json");
    let request = headers.iter().fold(request, |request, (name, value)| {
        request.header(*name, HeaderValue::from_bytes(value.as_bytes()).unwrap())
    });
    let body = Body::from(r#"{"content":{}}"#);
    send(&house.public, request.body(body).unwrap()).await
}

/// Headers of a command, with the name of the one that breaks what is said of it.
fn breaches() -> Vec<(&'static str, Vec<(&'static str, String)>)> {
    let key = (KEY, "key".to_owned());
    let mut breaches = vec![("no-key", Vec::new())];
    breaches.extend(BROKEN_KEYS.map(|value| match value {
        "" => ("no-key", vec![(KEY, String::new())]),
        value => (KEY, vec![(KEY, value.to_owned())]),
    }));
    let (kind, name) = ("a".repeat(41), "a".repeat(181));
    let long = [
        format!("\"{kind}/x@1\""),
        format!("\"nomination/{name}@1\""),
    ];
    let tags = BROKEN_TAGS.iter().map(|tag| (*tag).to_owned()).chain(long);
    breaches.extend(tags.map(|tag| ("If-Match", vec![key.clone(), ("If-Match", tag)])));
    breaches
}

#[tokio::test]
async fn whatever_breaks_a_header_of_a_command_is_refused() {
    let (house, document) = (open_with(patient()).await, openapi_document());
    let token = client(&house).await;
    let (mut count, mut faults) = (0, Vec::new());
    for (template, methods) in document["paths"].as_object().unwrap() {
        if !template.starts_with("/api/v1/commands/") {
            continue;
        }
        // The breaches were thought of for these headers alone.
        let told = parameters(&methods["post"], "header").into_iter();
        let told: Vec<&str> = told.map(|one| one["name"].as_str().unwrap()).collect();
        assert_eq!(told, [KEY, "If-Match"], "{template}");
        for (name, headers) in breaches() {
            let reply = ask(&house, &token, ("post", template), &headers).await;
            count += 1;
            let said = String::from_utf8_lossy(&reply.bytes);
            if reply.status != 400 || !said.contains(name) {
                faults.push(format!("{template} {headers:?}: {} {said}", reply.status));
            }
        }
    }
    assert!(faults.is_empty(), "of {count}:\n{}", faults.join("\n"));
    assert!(count > 2_000, "only {count}");
}

#[tokio::test]
async fn whatever_breaks_a_name_in_a_path_is_refused() {
    let (house, document) = (open_with(patient()).await, openapi_document());
    let token = client(&house).await;
    let (mut count, mut faults) = (0, Vec::new());
    for (template, methods) in document["paths"].as_object().unwrap() {
        for (method, operation) in methods.as_object().unwrap() {
            let all = parameters(operation, "path").into_iter();
            for one in all.filter(|one| one["schema"]["pattern"].is_string()) {
                let broken = format!("{{{}}}", one["name"].as_str().unwrap());
                for value in NAMES {
                    let path = template.replace(&broken, &super::encoded(value));
                    let path = NAMED
                        .iter()
                        .fold(path, |path, (name, right)| path.replace(name, right));
                    let reply = ask(&house, &token, (method, &path), &[]).await;
                    count += 1;
                    if ![400, 404].contains(&reply.status.as_u16()) {
                        faults.push(format!("{method} {path}: {}", reply.status));
                    }
                }
            }
        }
    }
    assert!(faults.is_empty(), "of {count}:\n{}", faults.join("\n"));
    assert!(count > 0, "no name has a pattern");
}
