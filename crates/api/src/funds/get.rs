//! `GET /api/v1/funds/{year}`.

use axum::{Json, extract::State, http::StatusCode, routing::get};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::{
    door::Reader,
    extract::{Path, Query},
    operation::{Answer, Operation, Parameter, Tag, members_of},
    parts::Shared,
    problem::Problem,
    rows,
};
use khen_eventlog::wire_time;
use khen_read_model::{FundEntryRow, fund_entries};
use khen_texts::{Audience, Language, Problem as Slug, Texts};

const PATH: &[Parameter] = &[Parameter {
    name: "year",
    is_required: true,
    description: "The budget year, for example `2024`.",
    pattern: None,
}];

pub(crate) fn operation() -> Operation {
    Operation {
        tag: Tag::Decisions,
        path_parameters: PATH,
        query: Some(members_of::<Asking>()),
        answers: vec![Answer::json::<FundAnswer>(
            StatusCode::OK,
            "The fund and its movements.",
        )],
        problems: &[Slug::Malformed, Slug::NotFound, Slug::RowsBehind],
        ..Operation::question(
            "get_fund",
            "/api/v1/funds/{year}",
            "The reward fund (quỹ Thi đua - Khen thưởng) of a budget year.",
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

/// The fund of a budget year, in đồng.
#[derive(Debug, Serialize, JsonSchema)]
struct FundAnswer {
    /// The budget year.
    year: i64,
    /// What was credited.
    credited: i64,
    /// What is committed to prizes, less what was released and what came back.
    committed: i64,
    /// What was paid, less what came back.
    paid: i64,
    /// What came back.
    returned: i64,
    /// What may still be committed.
    available: i64,
    /// The movements, in order.
    entries: Vec<EntryAnswer>,
}

/// A movement.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "FundEntry")]
struct EntryAnswer {
    /// What moved: the name of its event.
    kind: String,
    /// The same in Vietnamese.
    kind_vi: String,
    /// The same in English.
    kind_en: String,
    /// The decision that it is about.
    decision: Option<String>,
    /// The nomination that it is about.
    nomination: Option<String>,
    /// The amount, đồng; of a shortfall, what is missing.
    amount: i64,
    /// When it moved.
    at: String,
    /// Position of its event.
    position: u64,
}

async fn show(
    State(api): State<Shared>,
    reader: Reader,
    Path(year): Path<i16>,
    Query(asking): Query<Asking>,
) -> Result<Json<FundAnswer>, Problem> {
    let audience = reader.audience();
    if !audience.is_office() && audience != Audience::Counter {
        return Err(Problem::of(Slug::Forbidden));
    }
    rows::arrived(&api, &reader.ledger, asking.min_position).await?;
    let ledger = reader.ledger.as_str();
    let entries = fund_entries(&*api.parts.rows, ledger, i64::from(year)).await?;
    Ok(Json(FundAnswer::of(
        &api.parts.texts,
        i64::from(year),
        entries,
    )))
}

impl FundAnswer {
    fn of(texts: &Texts, year: i64, entries: Vec<FundEntryRow>) -> Self {
        let sum = |kind: &str| -> i64 {
            let of_kind = entries.iter().filter(|entry| entry.kind == kind);
            of_kind.map(|entry| entry.amount).sum()
        };
        let credited = sum("fund_credited");
        let returned = sum("money_returned");
        let committed = sum("funds_committed") - sum("commitment_released") - returned;
        Self {
            year,
            credited,
            committed,
            paid: sum("prizes_paid") - returned,
            returned,
            available: credited - committed,
            entries: entries
                .into_iter()
                .map(|row| EntryAnswer::of(texts, row))
                .collect(),
        }
    }
}

impl EntryAnswer {
    fn of(texts: &Texts, row: FundEntryRow) -> Self {
        Self {
            kind_vi: texts.word(Language::Vi, &row.kind),
            kind_en: texts.word(Language::En, &row.kind),
            kind: row.kind,
            decision: row.decision,
            nomination: row.nomination,
            amount: row.amount,
            at: wire_time(row.moved_at),
            position: row.position,
        }
    }
}
