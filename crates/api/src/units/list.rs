//! `GET /api/v1/units`.

use axum::{Json, extract::State, http::StatusCode, routing::get};
use jiff::civil::Date;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::{
    door::Reader,
    extract::Query,
    operation::{Answer, Operation, Tag, members_of},
    parts::Shared,
    problem::Problem,
    rows::{self, CURSOR_FORMAT},
};
use khen_domain::UnitKind;
use khen_read_model::{UnitFilter, UnitRow, units};
use khen_texts::Problem as Slug;

pub(crate) fn operation() -> Operation {
    Operation {
        tag: Tag::People,
        query: Some(members_of::<Asking>()),
        answers: vec![Answer::json::<UnitsAnswer>(
            StatusCode::OK,
            "One page, in the order of the names.",
        )],
        problems: &[Slug::Malformed, Slug::RowsBehind],
        ..Operation::question(
            "list_units",
            "/api/v1/units",
            "The units of the directory.",
            get(list),
        )
    }
}

/// Which units, and which page of them.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct Asking {
    /// Of this kind.
    kind: Option<UnitKind>,
    /// Of this group (khối).
    group: Option<String>,
    /// Whose name or id holds this text, with or without diacritics; the better hits come first.
    #[schemars(length(max = 100))]
    q: Option<String>,
    /// Where the page before it said that this one begins.
    #[schemars(extend("format" = CURSOR_FORMAT))]
    after: Option<String>,
    /// Units of the page; 50 unless said.
    #[schemars(range(min = 1, max = 200))]
    limit: Option<usize>,
    /// Events that the rows must know: `min_position` of a command's answer.
    min_position: Option<u64>,
}

/// A page of units.
#[derive(Debug, Serialize, JsonSchema)]
struct UnitsAnswer {
    /// The units.
    items: Vec<UnitAnswer>,
    /// What to send as `after` for the next page; null on the last one.
    next: Option<String>,
}

/// A unit of the directory.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "Unit")]
struct UnitAnswer {
    /// The id that commands name.
    unit: String,
    /// Full name.
    name: String,
    /// Kind of unit.
    kind: String,
    /// Its group (khối).
    group: String,
    /// Number of staff.
    staff: u64,
    /// First day.
    from: Date,
    /// Last day, if known.
    until: Option<Date>,
}

async fn list(
    State(api): State<Shared>,
    reader: Reader,
    Query(asking): Query<Asking>,
) -> Result<Json<UnitsAnswer>, Problem> {
    let size = rows::size(asking.limit)?;
    let after = rows::place(asking.after.as_deref())?;
    let filter = UnitFilter {
        kind: asking.kind.as_ref().map(rows::word),
        group: asking.group,
        search: rows::search(asking.q.as_deref())?,
    };
    rows::arrived(&api, &reader.ledger, asking.min_position).await?;
    let ledger = reader.ledger.as_str();
    let page = units(&*api.parts.rows, ledger, &filter, after.as_deref(), size).await?;
    Ok(Json(UnitsAnswer {
        items: page.items.into_iter().map(UnitAnswer::of).collect(),
        next: page.next.as_deref().map(rows::cursor),
    }))
}

impl UnitAnswer {
    fn of(row: UnitRow) -> Self {
        Self {
            unit: row.unit,
            name: row.name,
            kind: row.kind,
            group: row.group_id,
            staff: row.staff,
            from: row.valid_from,
            until: row.valid_until,
        }
    }
}
