//! `GET /openapi.json`.

use std::sync::LazyLock;

use axum::{
    http::{StatusCode, header},
    response::IntoResponse,
    routing::get,
};

use super::document;
use crate::{
    names::OPENAPI,
    operation::{Answer, Operation, Tag},
};

pub(crate) fn operation() -> Operation {
    Operation {
        tag: Tag::Operation,
        needs_token: false,
        answers: vec![Answer {
            status: StatusCode::OK,
            description: "This document.",
            media_types: &["application/json"],
            schema: None,
        }],
        ..Operation::question("get_openapi", OPENAPI, "This document.", get(show))
    }
}

static TEXT: LazyLock<String> = LazyLock::new(|| document().to_string());

async fn show() -> impl IntoResponse {
    let headers = [
        (header::CONTENT_TYPE, "application/json"),
        (header::CACHE_CONTROL, "public, max-age=300"),
    ];
    (headers, TEXT.as_str())
}
