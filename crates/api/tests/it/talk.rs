//! Requests and their answers.

use axum::{
    Router,
    body::{Body, to_bytes},
    http::{HeaderMap, Request, StatusCode, request::Builder},
};
use serde_json::{Value, json};
use tower::ServiceExt as _;

use crate::house::House;

/// What came back.
#[derive(Debug)]
pub(crate) struct Reply {
    pub(crate) status: StatusCode,
    pub(crate) headers: HeaderMap,
    pub(crate) bytes: Vec<u8>,
}

impl Reply {
    pub(crate) fn json(&self) -> Value {
        serde_json::from_slice(&self.bytes).unwrap()
    }

    pub(crate) fn header(&self, name: &str) -> &str {
        self.headers
            .get(name)
            .map(|value| value.to_str().unwrap())
            .unwrap_or_default()
    }

    /// Insists on a whole problem with this status and code; answers it.
    #[track_caller]
    pub(crate) fn problem(&self, status: u16, code: &str) -> Value {
        let problem = self.json();
        assert_eq!(
            (self.status.as_u16(), &problem["code"]),
            (status, &json!(code)),
            "{problem}"
        );
        assert_eq!(problem["status"], status);
        assert_eq!(
            problem["type"],
            format!("/problems/{}", code.replace('_', "-"))
        );
        assert_eq!(self.header("content-type"), "application/problem+json");
        assert_eq!(self.header("content-language"), "vi");
        assert_eq!(problem["detail"], problem["detail_vi"]);
        assert_eq!(problem["trace_id"], self.header("x-request-id"));
        for member in ["title", "detail", "detail_vi", "detail_en"] {
            assert!(
                problem[member]
                    .as_str()
                    .is_some_and(|text| !text.is_empty()),
                "{member}"
            );
        }
        problem
    }

    /// Insists on this status; answers the JSON.
    #[track_caller]
    pub(crate) fn ok(&self, status: u16) -> Value {
        assert_eq!(
            self.status.as_u16(),
            status,
            "{}",
            String::from_utf8_lossy(&self.bytes)
        );
        self.json()
    }
}

pub(crate) async fn send(router: &Router, request: Request<Body>) -> Reply {
    let response = router.clone().oneshot(request).await.unwrap();
    let (parts, body) = response.into_parts();
    let bytes = to_bytes(body, usize::MAX).await.unwrap().to_vec();
    Reply {
        status: parts.status,
        headers: parts.headers,
        bytes,
    }
}

pub(crate) async fn ask(router: &Router, token: &str, path: &str) -> Reply {
    let request = with_token(Request::get(path), token)
        .body(Body::empty())
        .unwrap();
    send(router, request).await
}

/// Asks with further headers.
pub(crate) async fn ask_with(
    house: &House,
    token: &str,
    path: &str,
    headers: &[(&str, &str)],
) -> Reply {
    let request = with_token(Request::get(path), token);
    let request = headers
        .iter()
        .fold(request, |one, (name, value)| one.header(*name, *value));
    send(&house.public, request.body(Body::empty()).unwrap()).await
}

pub(crate) fn with_token(builder: Builder, token: &str) -> Builder {
    builder.header("Authorization", format!("Bearer {token}"))
}

/// A command with its usual headers.
pub(crate) fn command(token: &str, name: &str, key: &str) -> Builder {
    with_token(Request::post(format!("/api/v1/commands/{name}")), token)
        .header("Idempotency-Key", key)
        .header("Content-Type", "application/json")
}

pub(crate) async fn act(
    router: &Router,
    token: &str,
    (name, key): (&str, &str),
    content: Value,
) -> Reply {
    let body = Body::from(json!({ "content": content }).to_string());
    send(router, command(token, name, key).body(body).unwrap()).await
}
