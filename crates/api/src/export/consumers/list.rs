//! `GET /export/v1/{ledger}/consumers`.

use axum::{
    Json,
    extract::State,
    http::StatusCode,
    response::{IntoResponse, Response},
    routing::get,
};
use schemars::JsonSchema;
use serde::Serialize;

use super::{
    LEDGER,
    answer::{ConsumerAnswer, headers},
    is_seen_by,
};
use crate::{
    export::{client::Client, sending::valued},
    extract::{NoQuery, Path},
    operation::{Answer, Operation, Tag},
    parts::Shared,
    problem::Problem,
};
use khen_texts::Problem as Slug;

pub(crate) fn operation() -> Operation {
    Operation {
        tag: Tag::Export,
        path_parameters: &[LEDGER],
        answers: vec![Answer::json::<ConsumersAnswer>(
            StatusCode::OK,
            "The consumers, by name: the receipts that the authority has.",
        )],
        problems: &[Slug::Malformed, Slug::NotFound, Slug::IntegrityHalt],
        ..Operation::question(
            "export_consumers",
            "/export/v1/{ledger}/consumers",
            "How far the consumers of the token's client say that they are; an auditor is told of all.",
            get(list),
        )
    }
}

/// Consumers of a ledger.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "ExportConsumers")]
struct ConsumersAnswer {
    /// Each with its last acknowledgement.
    consumers: Vec<ConsumerAnswer>,
}

async fn list(
    State(api): State<Shared>,
    client: Client,
    Path(named): Path<String>,
    _: NoQuery,
) -> Result<Response, Problem> {
    let ledger = client.ledger(&api, &named).await?;
    let mut consumers = Vec::new();
    for ack in api.parts.acks.acks_of(&ledger.id).await? {
        if is_seen_by(&client, &ack) {
            consumers.push(ConsumerAnswer::of(&api, &ledger, &ack).await?);
        }
    }
    let answer = Json(ConsumersAnswer { consumers });
    Ok((valued(headers(&client)), answer).into_response())
}
