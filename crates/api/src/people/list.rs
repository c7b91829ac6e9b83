//! `GET /api/v1/people`.

use axum::{Json, extract::State, http::StatusCode, routing::get};
use metrics::counter;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::{
    door::{Reader, Sight},
    extract::Query,
    names::PII_READS,
    operation::{Answer, Operation, Tag, members_of},
    parts::Shared,
    problem::Problem,
    rows::{self, CURSOR_FORMAT},
};
use khen_domain::access::DataClass;
use khen_read_model::{Named, PersonFilter, PersonRow, people};
use khen_texts::Problem as Slug;

pub(crate) fn operation() -> Operation {
    Operation {
        tag: Tag::People,
        query: Some(members_of::<Asking>()),
        answers: vec![Answer::json::<PeopleAnswer>(
            StatusCode::OK,
            "One page, in the order of the given names.",
        )],
        problems: &[Slug::Malformed, Slug::RowsBehind],
        ..Operation::question(
            "list_people",
            "/api/v1/people",
            "The persons of the directory, whose ids commands name: a role of a unit sees those of \
             its own unit.",
            get(list),
        )
    }
}

/// Which persons, and which page of them.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct Asking {
    /// Who work for this unit.
    unit: Option<String>,
    /// Whose name holds this text, with or without diacritics; the better hits come first.
    #[schemars(length(max = 100))]
    q: Option<String>,
    /// Where the page before it said that this one begins.
    #[schemars(extend("format" = CURSOR_FORMAT))]
    after: Option<String>,
    /// Persons of the page; 50 unless said.
    #[schemars(range(min = 1, max = 200))]
    limit: Option<usize>,
    /// Events that the rows must know: `min_position` of a command's answer.
    min_position: Option<u64>,
}

/// A page of persons.
#[derive(Debug, Serialize, JsonSchema)]
struct PeopleAnswer {
    /// The persons.
    items: Vec<PersonAnswer>,
    /// What to send as `after` for the next page; null on the last one.
    next: Option<String>,
}

/// A person of the directory.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "Person")]
struct PersonAnswer {
    /// The id that commands name, for example as `candidate.person`.
    person: String,
    /// The name; null for somebody who is erased.
    name: Option<String>,
    /// The unit that the person works for.
    unit: String,
    /// Category of staff.
    category: String,
}

async fn list(
    State(api): State<Shared>,
    reader: Reader,
    Query(asking): Query<Asking>,
) -> Result<Json<PeopleAnswer>, Problem> {
    let size = rows::size(asking.limit)?;
    let after = rows::place(asking.after.as_deref())?;
    let Some(filter) = filter(&reader, &asking)? else {
        return Ok(Json(PeopleAnswer {
            items: Vec::new(),
            next: None,
        }));
    };
    rows::arrived(&api, &reader.ledger, asking.min_position).await?;
    let ledger = reader.ledger.as_str();
    let page = people(&*api.parts.rows, ledger, &filter, after.as_deref(), size).await?;
    counter!(PII_READS, "role" => reader.role.as_str()).increment(1);
    Ok(Json(PeopleAnswer {
        items: page.items.into_iter().map(PersonAnswer::of).collect(),
        next: page.next.as_deref().map(rows::cursor),
    }))
}

/// What is asked, cut down to what the reader may see; `None` when that is nothing.
fn filter(reader: &Reader, asking: &Asking) -> Result<Option<PersonFilter>, Problem> {
    let search = rows::search(asking.q.as_deref())?;
    let asked = asking.unit.as_deref();
    let unit = match reader.sight_of(DataClass::Directory)? {
        Sight::Every => asking.unit.clone(),
        Sight::OfUnit(own) if asked.is_some_and(|unit| unit != own.as_str()) => return Ok(None),
        Sight::OfUnit(own) => Some(own.into()),
        // A case has no directory of its own.
        Sight::Own => return Err(Problem::of(Slug::Forbidden)),
    };
    Ok(Some(PersonFilter { unit, search }))
}

impl PersonAnswer {
    fn of(one: Named<PersonRow>) -> Self {
        Self {
            person: one.row.person,
            name: one.name,
            unit: one.row.unit,
            category: one.row.category,
        }
    }
}
