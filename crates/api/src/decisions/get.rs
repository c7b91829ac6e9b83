//! `GET /api/v1/decisions/{decision}`.

use axum::{Json, extract::State, http::StatusCode, routing::get};
use schemars::JsonSchema;
use serde::Deserialize;

use super::answer::DecisionAnswer;
use crate::{
    door::Reader,
    extract::{Path, Query},
    operation::{Answer, Operation, Parameter, Tag, members_of},
    parts::Shared,
    problem::Problem,
    rows,
};
use khen_domain::access::DataClass;
use khen_read_model::decision;
use khen_texts::Problem as Slug;

pub(crate) fn operation() -> Operation {
    Operation {
        tag: Tag::Decisions,
        path_parameters: &[Parameter {
            name: "decision",
            is_required: true,
            description: "Campaign and number in it, for example `HQ-CCHC-2024-1`.",
            pattern: None,
        }],
        query: Some(members_of::<Asking>()),
        answers: vec![Answer::json::<DecisionAnswer>(
            StatusCode::OK,
            "The decision.",
        )],
        problems: &[Slug::Malformed, Slug::NotFound, Slug::RowsBehind],
        ..Operation::question(
            "get_decision",
            "/api/v1/decisions/{decision}",
            "A decision; before it is issued, only for those who work on it.",
            get(show),
        )
    }
}

/// How far the rows must be.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct Asking {
    /// Events that the rows must know: `min_position` of a command's answer.
    min_position: Option<u64>,
}

async fn show(
    State(api): State<Shared>,
    reader: Reader,
    Path(name): Path<String>,
    Query(asking): Query<Asking>,
) -> Result<Json<DecisionAnswer>, Problem> {
    rows::arrived(&api, &reader.ledger, asking.min_position).await?;
    let stream = format!("decision/{name}");
    let found = decision(&*api.parts.rows, reader.ledger.as_str(), &stream).await?;
    let told =
        found.filter(|row| row.issued_at.is_some() || reader.reads(DataClass::OpenDecisions));
    let row = told.ok_or_else(|| Problem::of(Slug::NotFound))?;
    Ok(Json(DecisionAnswer::of(row)))
}
