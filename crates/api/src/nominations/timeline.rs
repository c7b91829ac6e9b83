//! `GET /api/v1/nominations/{code}/timeline`.

use axum::{Json, extract::State, http::StatusCode, routing::get};
use metrics::counter;
use schemars::JsonSchema;
use serde::Serialize;

use super::get::{Asking, PATH};
use crate::{
    cases,
    door::Reader,
    extract::{Path, Query},
    names::PII_READS,
    operation::{Answer, Operation, members_of},
    parts::Shared,
    problem::Problem,
    rows,
};
use khen_domain::{Document, NominationId, Role};
use khen_eventlog::wire_time;
use khen_history::{Reader as Listener, TimelineEntry};
use khen_texts::{Language, Problem as Slug};

pub(crate) fn operation() -> Operation {
    Operation {
        path_parameters: PATH,
        query: Some(members_of::<Asking>()),
        answers: vec![Answer::json::<TimelineAnswer>(
            StatusCode::OK,
            "What happened, in order.",
        )],
        problems: &[Slug::Malformed, Slug::NotFound, Slug::RowsBehind],
        ..Operation::question(
            "get_timeline",
            "/api/v1/nominations/{code}/timeline",
            "How a nomination came to be, from the ledger itself, as far as the reader is told.",
            get(tell),
        )
    }
}

/// How a nomination came to be.
#[derive(Debug, Serialize, JsonSchema)]
struct TimelineAnswer {
    /// Mã hồ sơ, with its check letter.
    code: String,
    /// What happened, in order.
    entries: Vec<EntryAnswer>,
}

/// One event, in words.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "TimelineEntry")]
struct EntryAnswer {
    /// Place in the ledger.
    position: u64,
    /// Version of the case after it.
    version: u64,
    /// When it happened.
    occurred_at: String,
    /// When it was recorded.
    recorded_at: String,
    /// Whether it was recorded so late that a reason was given.
    is_backdated: bool,
    /// Its type.
    #[serde(rename = "type")]
    kind: String,
    /// What happened, in Vietnamese.
    words_vi: String,
    /// What happened, in English.
    words_en: String,
    /// Who did it.
    by: DoerAnswer,
    /// Documents that it names.
    documents: Vec<Document>,
    /// The command that caused it.
    command_id: String,
}

/// Who did something; outside, only the role is told.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "Doer")]
struct DoerAnswer {
    /// The acting role.
    role: Role,
    /// The role in Vietnamese.
    role_vi: String,
    /// The role in English.
    role_en: String,
    /// Whether the act of somebody else is recorded.
    is_on_behalf: bool,
    /// The acting assignment.
    assignment: Option<String>,
    /// Its unit.
    unit: Option<String>,
    /// Whose act is recorded.
    on_behalf_of: Option<String>,
}

async fn tell(
    State(api): State<Shared>,
    reader: Reader,
    Path(code): Path<String>,
    Query(asking): Query<Asking>,
) -> Result<Json<TimelineAnswer>, Problem> {
    let id = NominationId::parse(&code).map_err(|_| Problem::of(Slug::NotFound))?;
    // The ledger is always up to date; whoever waits for rows as well is not refused.
    rows::arrived(&api, &reader.ledger, asking.min_position).await?;
    cases::seen(&api, &reader, &id).await?;
    counter!(PII_READS, "role" => reader.role.as_str()).increment(1);
    let audience = reader.audience();
    let told = |language| {
        let listener = Listener { audience, language };
        api.parts.history.timeline(&reader.ledger, &id, listener)
    };
    let (vi, en) = (told(Language::Vi).await?, told(Language::En).await?);
    let entries = vi
        .into_iter()
        .zip(en)
        .map(|(vi, en)| EntryAnswer::of(vi, en));
    Ok(Json(TimelineAnswer {
        code: id.code(),
        entries: entries.collect(),
    }))
}

impl EntryAnswer {
    fn of(vi: TimelineEntry, en: TimelineEntry) -> Self {
        Self {
            position: vi.position.0,
            version: vi.version.0,
            occurred_at: wire_time(vi.occurred_at),
            recorded_at: wire_time(vi.recorded_at),
            is_backdated: vi.is_backdated,
            kind: vi.event_type.as_str().to_owned(),
            words_vi: vi.words,
            words_en: en.words,
            by: DoerAnswer {
                role: vi.actor.role,
                role_vi: vi.actor.role_words,
                role_en: en.actor.role_words,
                is_on_behalf: vi.actor.is_on_behalf,
                assignment: vi.actor.assignment.map(String::from),
                unit: vi.actor.unit.map(String::from),
                on_behalf_of: vi.actor.on_behalf_of.map(String::from),
            },
            documents: vi.documents,
            command_id: vi.command.to_string(),
        }
    }
}
