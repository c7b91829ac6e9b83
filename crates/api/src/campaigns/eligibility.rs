//! `GET /api/v1/campaigns/{campaign}/eligibility`.

use axum::{Json, extract::State, http::StatusCode, routing::get};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::get::PATH;
use crate::{
    door::Reader,
    extract::{Path, Query},
    operation::{Answer, Operation, Tag, members_of},
    parts::Shared,
    problem::Problem,
    rows,
};
use khen_read_model::{EligibilityRow, Eligible, eligible};
use khen_texts::{Audience, Language, Problem as Slug, Texts};

pub(crate) fn operation() -> Operation {
    Operation {
        tag: Tag::Campaigns,
        path_parameters: PATH,
        query: Some(members_of::<Asking>()),
        answers: vec![Answer::json::<EligibilityAnswer>(
            StatusCode::OK,
            "One page, kind by kind.",
        )],
        problems: &[Slug::Malformed, Slug::RowsBehind],
        ..Operation::question(
            "list_eligibility",
            "/api/v1/campaigns/{campaign}/eligibility",
            "Which units may nominate, with the reason; a role of a unit sees its own row.",
            get(list),
        )
    }
}

/// Which units, and which page.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct Asking {
    /// This unit only.
    unit: Option<String>,
    /// Where the page before it said that this one begins.
    after: Option<String>,
    /// Rows of the page; 50 unless said.
    #[schemars(range(min = 1, max = 200))]
    limit: Option<usize>,
    /// Events that the rows must know: `min_position` of a command's answer.
    min_position: Option<u64>,
}

/// A page of determinations.
#[derive(Debug, Serialize, JsonSchema)]
struct EligibilityAnswer {
    /// The determinations.
    items: Vec<EligibilityOf>,
    /// What to send as `after` for the next page; null on the last one.
    next: Option<String>,
}

/// Whether a unit may nominate.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "UnitEligibility")]
struct EligibilityOf {
    /// `collective` or `individual`.
    kind: String,
    /// The unit.
    unit: String,
    /// Its present name.
    unit_name: Option<String>,
    /// Whether it may nominate.
    is_eligible: bool,
    /// Why.
    reason_code: String,
    /// Why, in Vietnamese.
    reason_vi: String,
    /// Why, in English.
    reason_en: String,
    /// What the unit's result said; null without one.
    facts: Option<FactsAnswer>,
}

/// The figures that a determination rests on.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "EligibilityFigures")]
struct FactsAnswer {
    /// Tasks of the yearly plan that were done.
    planned_done: Option<u64>,
    /// Tasks of the yearly plan.
    planned_total: Option<u64>,
    /// Tasks committed to the Chairman that were done.
    committed_done: Option<u64>,
    /// Tasks committed to the Chairman.
    committed_total: Option<u64>,
    /// The score, in basis points of its scale.
    score_bp: Option<u64>,
    /// The score of the year before.
    prior_score_bp: Option<u64>,
    /// `provisional` or `final`.
    status: String,
}

async fn list(
    State(api): State<Shared>,
    reader: Reader,
    Path(campaign): Path<String>,
    Query(asking): Query<Asking>,
) -> Result<Json<EligibilityAnswer>, Problem> {
    let size = rows::size(asking.limit)?;
    let after = rows::place(asking.after.as_deref())?;
    let unit = seen(&reader, asking.unit)?;
    rows::arrived(&api, &reader.ledger, asking.min_position).await?;
    let ledger = reader.ledger.as_str();
    let (store, unit) = (&*api.parts.rows, unit.as_deref());
    let page = eligible(store, ledger, &campaign, unit, after.as_deref(), size).await?;
    let items = page.items.into_iter();
    Ok(Json(EligibilityAnswer {
        items: items
            .map(|one| EligibilityOf::of(&api.parts.texts, one))
            .collect(),
        next: page.next.as_deref().map(rows::cursor),
    }))
}

/// The unit that is asked for; a role of a unit asks for its own.
fn seen(reader: &Reader, asked: Option<String>) -> Result<Option<String>, Problem> {
    let forbidden = || Problem::of(Slug::Forbidden);
    if reader.audience().is_office() {
        return Ok(asked);
    }
    let own = reader
        .unit
        .clone()
        .filter(|_| reader.audience() == Audience::Unit);
    let own = String::from(own.ok_or_else(forbidden)?);
    if asked.is_some_and(|unit| unit != own) {
        return Err(forbidden());
    }
    Ok(Some(own))
}

impl EligibilityOf {
    fn of(texts: &Texts, one: Eligible) -> Self {
        let Eligible { row, unit_name } = one;
        let words = |language| texts.word(language, &row.reason_code);
        Self {
            reason_vi: words(Language::Vi),
            reason_en: words(Language::En),
            facts: FactsAnswer::of(&row),
            kind: row.kind,
            unit: row.unit,
            unit_name,
            is_eligible: row.is_eligible,
            reason_code: row.reason_code,
        }
    }
}

impl FactsAnswer {
    fn of(row: &EligibilityRow) -> Option<Self> {
        Some(Self {
            status: row.fact_status.clone()?,
            planned_done: row.planned_done,
            planned_total: row.planned_total,
            committed_done: row.committed_done,
            committed_total: row.committed_total,
            score_bp: row.score_bp,
            prior_score_bp: row.prior_score_bp,
        })
    }
}
