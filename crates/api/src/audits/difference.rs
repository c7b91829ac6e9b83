//! `GET /api/v1/history/difference`.

use axum::{Json, extract::State, http::StatusCode, routing::get};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::{must_audit, state::StateAnswer, stream};
use crate::{
    door::Reader,
    extract::{Bound, Query},
    operation::{Answer, Operation, Tag, members_of},
    parts::Shared,
    problem::Problem,
};
use khen_history::At;
use khen_texts::Problem as Slug;

pub(crate) fn operation() -> Operation {
    Operation {
        tag: Tag::Audit,
        query: Some(members_of::<Asking>()),
        answers: vec![Answer::json::<DifferenceAnswer>(
            StatusCode::OK,
            "Both states, and every field that differs.",
        )],
        problems: &[Slug::Malformed, Slug::NotFound],
        ..Operation::question(
            "get_difference",
            "/api/v1/history/difference",
            "What differs between two versions of a stream, field by field.",
            get(show),
        )
    }
}

/// Which stream, and which two versions.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct Asking {
    /// The stream, for example `nomination/HQ-CCHC-2024-0007`.
    stream: String,
    /// The earlier version.
    from: Bound,
    /// The later version.
    to: Bound,
}

/// What differs.
#[derive(Debug, Serialize, JsonSchema)]
struct DifferenceAnswer {
    /// The earlier state.
    from: StateAnswer,
    /// The later state.
    to: StateAnswer,
    /// Every field that differs, in the order of its path.
    fields: Vec<FieldAnswer>,
}

/// A field that differs.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "FieldDifference")]
struct FieldAnswer {
    /// Where, as a JSON pointer into the state.
    path: String,
    /// Whether the field was there.
    was_there: bool,
    /// What it held.
    before: Value,
    /// Whether the field is there.
    is_there: bool,
    /// What it holds.
    after: Value,
}

async fn show(
    State(api): State<Shared>,
    reader: Reader,
    Query(asking): Query<Asking>,
) -> Result<Json<DifferenceAnswer>, Problem> {
    must_audit(&reader)?;
    let stream = stream(&asking.stream)?;
    let between = (
        At::Version(asking.from.into()),
        At::Version(asking.to.into()),
    );
    let found = api
        .parts
        .history
        .difference(&reader.ledger, &stream, between)
        .await?;
    let (from, to, differences) = found.ok_or_else(|| Problem::of(Slug::NotFound))?;
    let fields = differences.into_iter().map(|one| FieldAnswer {
        path: one.path,
        was_there: one.before.is_some(),
        before: one.before.unwrap_or_default(),
        is_there: one.after.is_some(),
        after: one.after.unwrap_or_default(),
    });
    Ok(Json(DifferenceAnswer {
        from: StateAnswer::of(from),
        to: StateAnswer::of(to),
        fields: fields.collect(),
    }))
}
