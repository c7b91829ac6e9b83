//! `GET /api/v1/nominations/{code}`.

use axum::{
    Json,
    extract::State,
    http::{HeaderValue, StatusCode, header},
    response::{IntoResponse, Response},
    routing::get,
};
use metrics::counter;
use schemars::JsonSchema;
use serde::Deserialize;

use super::answer::NominationAnswer;
use crate::{
    days::Days,
    door::{Case, Reader},
    extract::{Path, Query},
    names::PII_READS,
    operation::{Answer, Operation, Parameter, members_of},
    parts::Shared,
    problem::Problem,
    rows,
};
use khen_domain::{NominationId, StreamKey};
use khen_read_model::nomination;
use khen_texts::Problem as Slug;

pub(crate) fn operation() -> Operation {
    Operation {
        path_parameters: PATH,
        query: Some(members_of::<Asking>()),
        answers: vec![Answer::json::<NominationAnswer>(
            StatusCode::OK,
            "The nomination; `ETag` is what to send in `If-Match`.",
        )],
        problems: &[Slug::Malformed, Slug::NotFound, Slug::RowsBehind],
        ..Operation::question(
            "get_nomination",
            "/api/v1/nominations/{code}",
            "A nomination and where it stands, as the reader is told.",
            get(show),
        )
    }
}

pub(crate) const PATH: &[Parameter] = &[Parameter {
    name: "code",
    is_required: true,
    description: "The nomination, with or without its check letter.",
    pattern: None,
}];

/// How far the rows must be.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct Asking {
    /// Events that the rows must know: `min_position` of a command's answer.
    pub(super) min_position: Option<u64>,
}

async fn show(
    State(api): State<Shared>,
    reader: Reader,
    Path(code): Path<String>,
    Query(asking): Query<Asking>,
) -> Result<Response, Problem> {
    let none = || Problem::of(Slug::NotFound);
    reader.sight()?;
    let id = NominationId::parse(&code).map_err(|_| none())?;
    rows::arrived(&api, &reader.ledger, asking.min_position).await?;
    let found = nomination(&*api.parts.rows, reader.ledger.as_str(), &id.to_string()).await?;
    let found = found.ok_or_else(none)?;
    let (campaign, unit) = (found.row.campaign.as_str(), found.row.unit.as_str());
    let nominee_ref = found.row.nominee_ref.as_str();
    reader
        .must_see(
            &api,
            Case {
                campaign,
                unit,
                nominee_ref,
            },
        )
        .await?;
    counter!(PII_READS, "role" => reader.role.as_str()).increment(1);
    let tag = format!("\"{}@{}\"", StreamKey::nomination(&id), found.row.version);
    let tag = HeaderValue::from_str(&tag).expect("names of streams are visible ASCII");
    let days = Days::of(&api, &reader.ledger).await?;
    let answer = NominationAnswer::of(&api.parts.texts, &days, reader.role, found)?;
    Ok(([(header::ETAG, tag)], Json(answer)).into_response())
}
