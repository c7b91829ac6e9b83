//! `GET /api/v1/assignments`.

use axum::{Json, extract::State, http::StatusCode, routing::get};
use jiff::civil::Date;
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
use khen_domain::{Role, access::DataClass};
use khen_read_model::{AssignmentFilter, AssignmentRow, Named, assignments};
use khen_texts::Problem as Slug;

pub(crate) fn operation() -> Operation {
    Operation {
        tag: Tag::People,
        query: Some(members_of::<Asking>()),
        answers: vec![Answer::json::<AssignmentsAnswer>(
            StatusCode::OK,
            "One page, in the order of the holders' given names.",
        )],
        problems: &[Slug::Malformed, Slug::RowsBehind],
        ..Operation::question(
            "list_assignments",
            "/api/v1/assignments",
            "Who holds which role, by the ids that commands name: a role of a unit sees those of \
             its own unit.",
            get(list),
        )
    }
}

/// Which assignments, and which page of them.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct Asking {
    /// With this role.
    role: Option<Role>,
    /// At this unit.
    unit: Option<String>,
    /// Held by this person.
    person: Option<String>,
    /// Whose holder's name holds this text, with or without diacritics; the better hits come first.
    #[schemars(length(max = 100))]
    q: Option<String>,
    /// Where the page before it said that this one begins.
    #[schemars(extend("format" = CURSOR_FORMAT))]
    after: Option<String>,
    /// Assignments of the page; 50 unless said.
    #[schemars(range(min = 1, max = 200))]
    limit: Option<usize>,
    /// Events that the rows must know: `min_position` of a command's answer.
    min_position: Option<u64>,
}

/// A page of assignments.
#[derive(Debug, Serialize, JsonSchema)]
struct AssignmentsAnswer {
    /// The assignments, ended ones included.
    items: Vec<AssignmentAnswer>,
    /// What to send as `after` for the next page; null on the last one.
    next: Option<String>,
}

/// A role that a person holds for a time.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "Assignment")]
struct AssignmentAnswer {
    /// The id that commands name, for example as `reviewer` or `on_behalf_of`.
    assignment: String,
    /// The person.
    person: String,
    /// The person's name; null for somebody who is erased.
    name: Option<String>,
    /// The role.
    role: String,
    /// The unit, for roles of a unit.
    unit: Option<String>,
    /// Chức vụ, as it is printed under a signature.
    title: String,
    /// First day.
    from: Date,
    /// Last day, if known.
    until: Option<Date>,
}

async fn list(
    State(api): State<Shared>,
    reader: Reader,
    Query(asking): Query<Asking>,
) -> Result<Json<AssignmentsAnswer>, Problem> {
    let size = rows::size(asking.limit)?;
    let after = rows::place(asking.after.as_deref())?;
    let min_position = asking.min_position;
    let Some(filter) = filter(&reader, asking)? else {
        return Ok(Json(AssignmentsAnswer {
            items: Vec::new(),
            next: None,
        }));
    };
    rows::arrived(&api, &reader.ledger, min_position).await?;
    let ledger = reader.ledger.as_str();
    let page = assignments(&*api.parts.rows, ledger, &filter, after.as_deref(), size).await?;
    counter!(PII_READS, "role" => reader.role.as_str()).increment(1);
    Ok(Json(AssignmentsAnswer {
        items: page.items.into_iter().map(AssignmentAnswer::of).collect(),
        next: page.next.as_deref().map(rows::cursor),
    }))
}

/// What is asked, cut down to what the reader may see; `None` when that is nothing.
fn filter(reader: &Reader, asking: Asking) -> Result<Option<AssignmentFilter>, Problem> {
    let search = rows::search(asking.q.as_deref())?;
    let unit = match reader.sight_of(DataClass::Directory)? {
        Sight::Every => asking.unit,
        Sight::OfUnit(own)
            if asking
                .unit
                .as_deref()
                .is_some_and(|unit| unit != own.as_str()) =>
        {
            return Ok(None);
        }
        Sight::OfUnit(own) => Some(own.into()),
        // A case has no directory of its own.
        Sight::Own => return Err(Problem::of(Slug::Forbidden)),
    };
    Ok(Some(AssignmentFilter {
        role: asking.role.map(|role| role.as_str().to_owned()),
        unit,
        person: asking.person,
        search,
        ..AssignmentFilter::default()
    }))
}

impl AssignmentAnswer {
    fn of(one: Named<AssignmentRow>) -> Self {
        let Named { row, name } = one;
        Self {
            name,
            assignment: row.assignment,
            person: row.person,
            role: row.role,
            unit: row.unit,
            title: row.title,
            from: row.valid_from,
            until: row.valid_until,
        }
    }
}
