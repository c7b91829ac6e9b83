//! `GET /livez`.

use axum::{Json, http::StatusCode, routing::get};
use schemars::JsonSchema;
use serde::Serialize;

use crate::operation::{Answer, Operation, Tag};

pub(crate) fn operation() -> Operation {
    Operation {
        tag: Tag::Operation,
        needs_token: false,
        answers: vec![Answer::json::<LiveAnswer>(
            StatusCode::OK,
            "The process runs.",
        )],
        ..Operation::question(
            "get_liveness",
            "/livez",
            "Whether the process runs. It asks no store.",
            get(async || Json(LiveAnswer { status: "ok" })),
        )
    }
}

/// The process runs.
#[derive(Debug, Serialize, JsonSchema)]
struct LiveAnswer {
    /// Always `ok`.
    status: &'static str,
}
