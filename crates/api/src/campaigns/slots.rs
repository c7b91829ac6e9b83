//! `GET /api/v1/campaigns/{campaign}/slots`.

use axum::{Json, extract::State, http::StatusCode, routing::get};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::get::PATH;
use crate::{
    door::Reader,
    extract::{Path, Query},
    operation::{Answer, Operation, Tag, members_of},
    parts::{Api, Shared},
    problem::Problem,
    rows,
};
use khen_read_model::{Slots, slots, unit};
use khen_texts::{Audience, Problem as Slug};

pub(crate) fn operation() -> Operation {
    Operation {
        tag: Tag::Campaigns,
        path_parameters: PATH,
        query: Some(members_of::<Asking>()),
        answers: vec![Answer::json::<SlotsAnswer>(
            StatusCode::OK,
            "One page, kind by kind.",
        )],
        problems: &[Slug::Malformed, Slug::RowsBehind],
        ..Operation::question(
            "list_slots",
            "/api/v1/campaigns/{campaign}/slots",
            "The slots of units and groups; a role of a unit sees those of its unit and its group.",
            get(list),
        )
    }
}

/// Which page.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct Asking {
    /// Where the page before it said that this one begins.
    after: Option<String>,
    /// Holders of the page; 50 unless said.
    #[schemars(range(min = 1, max = 200))]
    limit: Option<usize>,
    /// Events that the rows must know: `min_position` of a command's answer.
    min_position: Option<u64>,
}

/// A page of slots.
#[derive(Debug, Serialize, JsonSchema)]
struct SlotsAnswer {
    /// The holders.
    items: Vec<SlotsOf>,
    /// What to send as `after` for the next page; null on the last one.
    next: Option<String>,
}

/// The slots of a unit or group.
#[derive(Debug, Serialize, JsonSchema)]
struct SlotsOf {
    /// `collective` or `individual`.
    kind: String,
    /// The unit, for individuals.
    unit: Option<String>,
    /// The group (khối), for collectives.
    group: Option<String>,
    /// How many were given.
    granted: u64,
    /// How many are taken; of a group, told in the office only.
    #[serde(skip_serializing_if = "Option::is_none")]
    taken: Option<u64>,
    /// How many are free.
    #[serde(skip_serializing_if = "Option::is_none")]
    free: Option<u64>,
}

async fn list(
    State(api): State<Shared>,
    reader: Reader,
    Path(campaign): Path<String>,
    Query(asking): Query<Asking>,
) -> Result<Json<SlotsAnswer>, Problem> {
    let size = rows::size(asking.limit)?;
    let after = rows::place(asking.after.as_deref())?;
    let is_office = reader.audience().is_office();
    if !is_office && reader.audience() != Audience::Unit {
        return Err(Problem::of(Slug::Forbidden));
    }
    rows::arrived(&api, &reader.ledger, asking.min_position).await?;
    let holders = holders(&api, &reader).await?;
    let named = holders.as_ref();
    let named: Option<Vec<&str>> = named.map(|all| all.iter().map(String::as_str).collect());
    let ledger = reader.ledger.as_str();
    let store = &*api.parts.rows;
    let named = named.as_deref();
    let page = slots(store, ledger, &campaign, named, after.as_deref(), size).await?;
    let items = page.items.into_iter();
    Ok(Json(SlotsAnswer {
        items: items.map(|one| SlotsOf::of(one, is_office)).collect(),
        next: page.next.as_deref().map(rows::cursor),
    }))
}

/// Whose slots the reader sees: all, or those of the own unit and its group.
async fn holders(api: &Api, reader: &Reader) -> Result<Option<Vec<String>>, Problem> {
    if reader.audience().is_office() {
        return Ok(None);
    }
    let Some(own) = &reader.unit else {
        return Ok(Some(Vec::new()));
    };
    let row = unit(&*api.parts.rows, reader.ledger.as_str(), own.as_str()).await?;
    let group = row.map(|row| row.group_id);
    Ok(Some(
        [Some(own.to_string()), group]
            .into_iter()
            .flatten()
            .collect(),
    ))
}

impl SlotsOf {
    fn of(slots: Slots, is_office: bool) -> Self {
        let Slots { row, taken } = slots;
        let is_group = row.holder_kind == "group";
        let is_told = is_office || !is_group;
        let holder = Some(row.holder);
        let (unit, group) = if is_group {
            (None, holder)
        } else {
            (holder, None)
        };
        Self {
            kind: row.kind,
            unit,
            group,
            granted: row.granted,
            taken: is_told.then_some(taken),
            free: is_told.then_some(row.granted.saturating_sub(taken)),
        }
    }
}
