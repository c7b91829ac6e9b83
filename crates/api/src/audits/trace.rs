//! `GET /api/v1/history/trace`.

use axum::{Json, extract::State, http::StatusCode, routing::get};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{
    event::{EventAnswer, ReadAnswer},
    must_audit, stream,
};
use crate::{
    door::Reader,
    extract::Query,
    operation::{Answer, Operation, Tag, members_of},
    parts::Shared,
    problem::Problem,
};
use khen_eventlog::Position;
use khen_history::{Trace, Traced};
use khen_texts::Problem as Slug;

pub(crate) fn operation() -> Operation {
    Operation {
        tag: Tag::Audit,
        query: Some(members_of::<Asking>()),
        answers: vec![Answer::json::<TracesAnswer>(
            StatusCode::OK,
            "Append by append.",
        )],
        problems: &[Slug::Malformed, Slug::NotFound],
        ..Operation::question(
            "get_trace",
            "/api/v1/history/trace",
            "What caused an event or the events of a stream, and what followed by itself.",
            get(show),
        )
    }
}

/// What is traced.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct Asking {
    /// The position of an event, or a stream, for example `nomination/HQ-CCHC-2024-0007`.
    of: String,
}

impl Asking {
    fn traced(&self) -> Result<Traced, Problem> {
        match self.of.parse() {
            Ok(position) => Ok(Traced::Event(Position(position))),
            Err(_) => stream(&self.of).map(Traced::Stream),
        }
    }
}

/// What caused what.
#[derive(Debug, Serialize, JsonSchema)]
struct TracesAnswer {
    /// The appends.
    items: Vec<TraceAnswer>,
}

/// One append, what it came of and what came of it.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "Trace")]
struct TraceAnswer {
    /// The command.
    command_id: String,
    /// The request that it came with.
    correlation_id: String,
    /// Its events.
    events: Vec<EventAnswer>,
    /// Streams and versions that the decision had read.
    read: Vec<ReadAnswer>,
    /// The event that it followed from by itself; null where somebody asked for it.
    cause: Option<EventAnswer>,
    /// The reaction by which it followed.
    reaction: Option<String>,
    /// Events that followed from its own by themselves.
    effects: Vec<EventAnswer>,
    /// Other events of the same request.
    beside: Vec<EventAnswer>,
}

impl TraceAnswer {
    fn of(trace: &Trace) -> Self {
        let cause = trace.cause.as_ref();
        Self {
            command_id: trace.command.to_string(),
            correlation_id: trace.correlation.clone(),
            events: EventAnswer::all(&trace.events),
            read: ReadAnswer::all(&trace.read),
            cause: cause.map(|(event, _)| EventAnswer::of(event)),
            reaction: cause.map(|(_, reaction)| reaction.clone()),
            effects: EventAnswer::all(&trace.effects),
            beside: EventAnswer::all(&trace.beside),
        }
    }
}

async fn show(
    State(api): State<Shared>,
    reader: Reader,
    Query(asking): Query<Asking>,
) -> Result<Json<TracesAnswer>, Problem> {
    must_audit(&reader)?;
    let traced = asking.traced()?;
    let parts = &api.parts;
    let told = parts
        .history
        .trace(&*parts.feed, &reader.ledger, &traced, &parts.reactions)
        .await?;
    if told.is_empty() {
        return Err(Problem::of(Slug::NotFound));
    }
    Ok(Json(TracesAnswer {
        items: told.iter().map(TraceAnswer::of).collect(),
    }))
}
