//! `GET /api/v1/decisions`.

use std::ops::RangeInclusive;

use axum::{Json, extract::State, http::StatusCode, routing::get};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::answer::DecisionAnswer;
use crate::{
    door::Reader,
    extract::Query,
    operation::{Answer, Operation, Tag, members_of},
    parts::Shared,
    problem::Problem,
    rows::{self, CURSOR_FORMAT},
};
use khen_domain::access::DataClass;
use khen_read_model::{DecisionAfter, DecisionFilter, decisions};
use khen_texts::Problem as Slug;

pub(crate) fn operation() -> Operation {
    Operation {
        tag: Tag::Decisions,
        query: Some(members_of::<Asking>()),
        answers: vec![Answer::json::<DecisionsAnswer>(
            StatusCode::OK,
            "One page, by date; those without a date last.",
        )],
        problems: &[Slug::Malformed, Slug::RowsBehind],
        ..Operation::question(
            "list_decisions",
            "/api/v1/decisions",
            "The register of decisions; outside the office, issued ones only.",
            get(list),
        )
    }
}

/// Years that a decision may be dated in.
const YEARS: RangeInclusive<i16> = 1..=9_999;

/// Which decisions, and which page of them.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct Asking {
    /// Of this campaign.
    campaign: Option<String>,
    /// At this stage.
    stage: Option<Stage>,
    /// Dated in this year.
    #[schemars(range(min = 1, max = 9999))]
    year: Option<i16>,
    /// Whose number, symbol or awardees bear this text, with or without diacritics.
    #[schemars(length(max = 100))]
    q: Option<String>,
    /// Where the page before it said that this one begins.
    #[schemars(extend("format" = CURSOR_FORMAT))]
    after: Option<String>,
    /// Decisions of the page; 50 unless said.
    #[schemars(range(min = 1, max = 200))]
    limit: Option<usize>,
    /// Events that the rows must know: `min_position` of a command's answer.
    min_position: Option<u64>,
}

/// How far a decision is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
#[schemars(rename = "DecisionStage")]
enum Stage {
    /// Waiting for initials or the signature.
    Drafted,
    /// Waiting for its number.
    Signed,
    /// Waiting for the seal.
    Numbered,
    /// Waiting for its issue.
    Sealed,
    /// Issued.
    Issued,
    /// Sent out.
    Dispatched,
}

/// A page of decisions.
#[derive(Debug, Serialize, JsonSchema)]
struct DecisionsAnswer {
    /// The decisions.
    items: Vec<DecisionAnswer>,
    /// What to send as `after` for the next page; null on the last one.
    next: Option<String>,
}

async fn list(
    State(api): State<Shared>,
    reader: Reader,
    Query(asking): Query<Asking>,
) -> Result<Json<DecisionsAnswer>, Problem> {
    let size = rows::size(asking.limit)?;
    let after = rows::place(asking.after.as_deref())?;
    let after = after
        .map(|place| DecisionAfter::parse(&place))
        .transpose()?;
    let min_position = asking.min_position;
    let filter = filter(&reader, asking)?;
    rows::arrived(&api, &reader.ledger, min_position).await?;
    let ledger = reader.ledger.as_str();
    let page = decisions(&*api.parts.rows, ledger, &filter, after.as_ref(), size).await?;
    Ok(Json(DecisionsAnswer {
        items: page.items.into_iter().map(DecisionAnswer::of).collect(),
        next: page.next.as_deref().map(rows::cursor),
    }))
}

/// What everybody is told of.
const TOLD: [Stage; 2] = [Stage::Issued, Stage::Dispatched];

/// What is asked; before it is issued, a decision is told only where it is worked on.
fn filter(reader: &Reader, asking: Asking) -> Result<DecisionFilter, Problem> {
    let asked: Vec<Stage> = asking.stage.into_iter().collect();
    let stages = if reader.reads(DataClass::OpenDecisions) {
        asked
    } else if asked.is_empty() {
        TOLD.to_vec()
    } else if asked.iter().all(|stage| TOLD.contains(stage)) {
        asked
    } else {
        return Err(Problem::of(Slug::Forbidden));
    };
    if asking.year.is_some_and(|year| !YEARS.contains(&year)) {
        return Err(Problem::malformed("year", "expected 1 to 9999"));
    }
    Ok(DecisionFilter {
        campaign: asking.campaign,
        stages: stages.iter().map(rows::word).collect(),
        year: asking.year,
        search: rows::search(asking.q.as_deref())?,
    })
}
