//! `GET /metrics`, for the internal listener only.

use axum::{
    extract::State,
    http::{StatusCode, header},
    response::IntoResponse,
    routing::get,
};

use crate::{
    operation::{Answer, Operation, Tag},
    parts::Shared,
};

const TEXT: &str = "text/plain; version=0.0.4; charset=utf-8";

pub(crate) fn operation() -> Operation {
    Operation {
        tag: Tag::Operation,
        needs_token: false,
        answers: vec![Answer {
            status: StatusCode::OK,
            description: "The measures.",
            media_types: &[TEXT],
            schema: None,
        }],
        ..Operation::question(
            "get_metrics",
            "/metrics",
            "The measures of this process.",
            get(show),
        )
    }
}

async fn show(State(api): State<Shared>) -> impl IntoResponse {
    ([(header::CONTENT_TYPE, TEXT)], (api.parts.metrics)())
}
