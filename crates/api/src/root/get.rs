//! `GET /`.

use axum::{Json, http::StatusCode, routing::get};
use schemars::JsonSchema;
use serde::Serialize;

use crate::{
    names::OPENAPI,
    operation::{Answer, Operation, Tag},
};

pub(crate) fn operation() -> Operation {
    Operation {
        tag: Tag::Operation,
        needs_token: false,
        answers: vec![Answer::json::<RootAnswer>(
            StatusCode::OK,
            "What answers here.",
        )],
        ..Operation::question(
            "get_root",
            "/",
            "What answers here, and where to read on.",
            get(async || Json(ROOT)),
        )
    }
}

const ROOT: RootAnswer = RootAnswer {
    name: "Khen",
    version: env!("CARGO_PKG_VERSION"),
    links: Links {
        openapi: OPENAPI,
        livez: "/livez",
    },
};

/// What answers here.
#[derive(Debug, Serialize, JsonSchema)]
struct RootAnswer {
    /// Always `Khen`.
    name: &'static str,
    /// The version of the program.
    version: &'static str,
    /// Where to read on.
    links: Links,
}

/// Paths that need no token.
#[derive(Debug, Serialize, JsonSchema)]
struct Links {
    /// The document of the API.
    openapi: &'static str,
    /// Whether the process runs.
    livez: &'static str,
}
