//! `GET /api/v1/campaigns/{campaign}`.

use axum::{Json, extract::State, http::StatusCode, routing::get};
use schemars::JsonSchema;
use serde::Deserialize;

use super::answer::CampaignAnswer;
use crate::{
    door::Reader,
    extract::{Path, Query},
    operation::{Answer, Operation, Parameter, Tag, members_of},
    parts::{Api, Shared},
    problem::Problem,
    rows,
};
use khen_read_model::{CampaignRow, campaign};
use khen_texts::Problem as Slug;

pub(crate) const PATH: &[Parameter] = &[Parameter {
    name: "campaign",
    is_required: true,
    description: "The campaign, for example `HQ-CCHC-2024`.",
    pattern: None,
}];

pub(crate) fn operation() -> Operation {
    Operation {
        tag: Tag::Campaigns,
        path_parameters: PATH,
        query: Some(members_of::<Asking>()),
        answers: vec![Answer::json::<CampaignAnswer>(
            StatusCode::OK,
            "The campaign.",
        )],
        problems: &[Slug::Malformed, Slug::NotFound, Slug::RowsBehind],
        ..Operation::question(
            "get_campaign",
            "/api/v1/campaigns/{campaign}",
            "A campaign.",
            get(show),
        )
    }
}

/// How far the rows must be.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct Asking {
    /// Events that the rows must know: `min_position` of a command's answer.
    min_position: Option<u64>,
}

async fn show(
    State(api): State<Shared>,
    reader: Reader,
    Path(name): Path<String>,
    Query(asking): Query<Asking>,
) -> Result<Json<CampaignAnswer>, Problem> {
    let row = known(&api, &reader, &name, &asking).await?;
    Ok(Json(CampaignAnswer::of(row)))
}

/// The campaign of a path, once the rows are as far as asked.
///
/// # Errors
/// The problem `not-found` when there is none; `rows-behind`.
pub(super) async fn known(
    api: &Api,
    reader: &Reader,
    name: &str,
    asking: &Asking,
) -> Result<CampaignRow, Problem> {
    rows::arrived(api, &reader.ledger, asking.min_position).await?;
    let found = campaign(&*api.parts.rows, reader.ledger.as_str(), name).await?;
    found.ok_or_else(|| Problem::of(Slug::NotFound))
}
