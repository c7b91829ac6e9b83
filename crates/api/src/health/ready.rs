//! `GET /readyz`.

use axum::{Json, extract::State, http::StatusCode, routing::get};
use schemars::JsonSchema;
use serde::Serialize;

use super::{Check, Condition, checks};
use crate::{
    operation::{Answer, Operation, Tag},
    parts::Shared,
};

pub(crate) fn operation() -> Operation {
    Operation {
        tag: Tag::Operation,
        needs_token: false,
        answers: vec![
            Answer::json::<ReadyAnswer>(StatusCode::OK, "Fit to answer, perhaps degraded."),
            Answer::json::<ReadyAnswer>(StatusCode::SERVICE_UNAVAILABLE, "Not fit, and why."),
        ],
        ..Operation::question(
            "get_readiness",
            "/readyz",
            "Whether this process is fit to answer: store, rows, sinks, clock.",
            get(show),
        )
    }
}

/// Whether this process is fit to answer.
#[derive(Debug, Serialize, JsonSchema)]
struct ReadyAnswer {
    /// The worst of all checks.
    status: Condition,
    /// What was looked at.
    checks: Vec<Check>,
}

async fn show(State(api): State<Shared>) -> (StatusCode, Json<ReadyAnswer>) {
    let mut checks = checks::own(&api).await;
    for probe in &api.parts.probes {
        checks.extend(probe.look().await);
    }
    let worst = checks
        .iter()
        .map(|check| check.condition)
        .max()
        .unwrap_or(Condition::Ok);
    let status = match worst {
        Condition::Ok | Condition::Degraded => StatusCode::OK,
        Condition::Failed => StatusCode::SERVICE_UNAVAILABLE,
    };
    (
        status,
        Json(ReadyAnswer {
            status: worst,
            checks,
        }),
    )
}
