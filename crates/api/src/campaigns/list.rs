//! `GET /api/v1/campaigns`.

use axum::{Json, extract::State, http::StatusCode, routing::get};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::answer::CampaignAnswer;
use crate::{
    door::Reader,
    extract::Query,
    operation::{Answer, Operation, Tag, members_of},
    parts::Shared,
    problem::Problem,
    rows::{self, CURSOR_FORMAT},
};
use khen_read_model::campaigns;
use khen_texts::Problem as Slug;

pub(crate) fn operation() -> Operation {
    Operation {
        tag: Tag::Campaigns,
        query: Some(members_of::<Asking>()),
        answers: vec![Answer::json::<CampaignsAnswer>(
            StatusCode::OK,
            "One page, in the order of the ids.",
        )],
        problems: &[Slug::Malformed, Slug::RowsBehind],
        ..Operation::question(
            "list_campaigns",
            "/api/v1/campaigns",
            "The campaigns of the ledger.",
            get(list),
        )
    }
}

/// Which page.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct Asking {
    /// Where the page before it said that this one begins.
    #[schemars(extend("format" = CURSOR_FORMAT))]
    after: Option<String>,
    /// Campaigns of the page; 50 unless said.
    #[schemars(range(min = 1, max = 200))]
    limit: Option<usize>,
    /// Events that the rows must know: `min_position` of a command's answer.
    min_position: Option<u64>,
}

/// A page of campaigns.
#[derive(Debug, Serialize, JsonSchema)]
struct CampaignsAnswer {
    /// The campaigns.
    items: Vec<CampaignAnswer>,
    /// What to send as `after` for the next page; null on the last one.
    next: Option<String>,
}

async fn list(
    State(api): State<Shared>,
    reader: Reader,
    Query(asking): Query<Asking>,
) -> Result<Json<CampaignsAnswer>, Problem> {
    let size = rows::size(asking.limit)?;
    let after = rows::place(asking.after.as_deref())?;
    rows::arrived(&api, &reader.ledger, asking.min_position).await?;
    let ledger = reader.ledger.as_str();
    let page = campaigns(&*api.parts.rows, ledger, after.as_deref(), size).await?;
    Ok(Json(CampaignsAnswer {
        items: page.items.into_iter().map(CampaignAnswer::of).collect(),
        next: page.next.as_deref().map(rows::cursor),
    }))
}
