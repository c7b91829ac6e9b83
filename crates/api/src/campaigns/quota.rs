//! `GET /api/v1/campaigns/{campaign}/quota`.

use axum::{Json, extract::State, http::StatusCode, routing::get};
use schemars::JsonSchema;
use serde::Serialize;

use super::get::{Asking, PATH, known};
use crate::{
    door::Reader,
    extract::{Path, Query},
    operation::{Answer, Operation, Tag, members_of},
    parts::Shared,
    problem::Problem,
};
use khen_read_model::{Places, places};
use khen_texts::{Audience, Problem as Slug};

pub(crate) fn operation() -> Operation {
    Operation {
        tag: Tag::Campaigns,
        path_parameters: PATH,
        query: Some(members_of::<Asking>()),
        answers: vec![Answer::json::<QuotaAnswer>(
            StatusCode::OK,
            "The quota, kind by kind; none before it is set.",
        )],
        problems: &[Slug::Malformed, Slug::NotFound, Slug::RowsBehind],
        ..Operation::question(
            "get_campaign_quota",
            "/api/v1/campaigns/{campaign}/quota",
            "Places, slots given out and reserve; the places used are told in the office only.",
            get(show),
        )
    }
}

/// The quota of a campaign.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "Quota")]
struct QuotaAnswer {
    /// One for each kind of nominee.
    kinds: Vec<PlacesAnswer>,
}

/// The quota of a kind.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "Places")]
struct PlacesAnswer {
    /// `collective` or `individual`.
    kind: String,
    /// How many may be awarded (số lượng khen thưởng).
    limit: u64,
    /// Slots given to units and groups.
    allocated: u64,
    /// What is not given out (chưa phân bổ).
    reserve: u64,
    /// Places that an approval of the Chairman holds.
    #[serde(skip_serializing_if = "Option::is_none")]
    approved: Option<u64>,
    /// Places that a signature has used up.
    #[serde(skip_serializing_if = "Option::is_none")]
    consumed: Option<u64>,
    /// Places that are neither approved nor consumed.
    #[serde(skip_serializing_if = "Option::is_none")]
    free: Option<u64>,
}

async fn show(
    State(api): State<Shared>,
    reader: Reader,
    Path(name): Path<String>,
    Query(asking): Query<Asking>,
) -> Result<Json<QuotaAnswer>, Problem> {
    let audience = reader.audience();
    if matches!(audience, Audience::Nominee | Audience::Public) {
        return Err(Problem::of(Slug::Forbidden));
    }
    known(&api, &reader, &name, &asking).await?;
    let found = places(&*api.parts.rows, reader.ledger.as_str(), &name).await?;
    let kinds = found.into_iter();
    Ok(Json(QuotaAnswer {
        kinds: kinds
            .map(|places| PlacesAnswer::of(places, audience.is_office()))
            .collect(),
    }))
}

impl PlacesAnswer {
    fn of(places: Places, is_office: bool) -> Self {
        let limit = places.row.places;
        let used = places.approved + places.consumed;
        let told = |count: u64| is_office.then_some(count);
        Self {
            kind: places.row.kind,
            limit,
            allocated: places.allocated,
            reserve: limit.saturating_sub(places.allocated),
            approved: told(places.approved),
            consumed: told(places.consumed),
            free: told(limit.saturating_sub(used)),
        }
    }
}
