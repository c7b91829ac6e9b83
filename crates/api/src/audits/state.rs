//! `GET /api/v1/history/state`.

use axum::{Json, extract::State, http::StatusCode, routing::get};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::{must_audit, stream};
use crate::{
    door::Reader,
    extract::{Bound, Query},
    operation::{Answer, Operation, Tag, members_of},
    parts::Shared,
    problem::Problem,
};
use khen_eventlog::wire_time;
use khen_history::{At, Snapshot};
use khen_texts::Problem as Slug;

pub(crate) fn operation() -> Operation {
    Operation {
        tag: Tag::Audit,
        query: Some(members_of::<Asking>()),
        answers: vec![Answer::json::<StateAnswer>(
            StatusCode::OK,
            "The state, with its hash.",
        )],
        problems: &[Slug::Malformed, Slug::NotFound],
        ..Operation::question(
            "get_state",
            "/api/v1/history/state",
            "The state of any stream as it was at a version, a position or a time; now unless said. Personal values stay sealed.",
            get(show),
        )
    }
}

/// Which stream, and when.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct Asking {
    /// The stream, for example `nomination/HQ-CCHC-2024-0007`.
    stream: String,
    /// After so many of its events.
    version: Option<Bound>,
    /// After this position of the ledger.
    position: Option<Bound>,
    /// As it was recorded at this time.
    #[schemars(extend("format" = "date-time"))]
    time: Option<String>,
}

impl Asking {
    fn at(&self) -> Result<At, Problem> {
        match (self.version, self.position, &self.time) {
            (None, None, None) => Ok(At::Now),
            (Some(version), None, None) => Ok(At::Version(version.into())),
            (None, Some(position), None) => Ok(At::Position(position.into())),
            (None, None, Some(time)) => {
                let time = time.parse();
                time.map(At::Time)
                    .map_err(|error: jiff::Error| Problem::malformed("time", &error))
            }
            _ => Err(Problem::malformed(
                "query",
                &"one of version, position and time",
            )),
        }
    }
}

/// A stream as it was.
#[derive(Debug, Serialize, JsonSchema)]
pub(super) struct StateAnswer {
    /// The stream.
    stream: String,
    /// The version of its last event.
    version: u64,
    /// Where that event stands.
    position: u64,
    /// When that event was recorded.
    recorded_at: String,
    /// SHA-256 of the canonical JSON of the state.
    state_hash: String,
    /// The state, in the shape of this release.
    state: Value,
}

impl StateAnswer {
    pub(super) fn of(snapshot: Snapshot) -> Self {
        Self {
            stream: snapshot.stream.to_string(),
            version: snapshot.version.0,
            position: snapshot.position.0,
            recorded_at: wire_time(snapshot.recorded_at),
            state_hash: snapshot.state_hash,
            state: snapshot.state,
        }
    }
}

async fn show(
    State(api): State<Shared>,
    reader: Reader,
    Query(asking): Query<Asking>,
) -> Result<Json<StateAnswer>, Problem> {
    must_audit(&reader)?;
    let (stream, at) = (stream(&asking.stream)?, asking.at()?);
    let found = api
        .parts
        .history
        .snapshot(&reader.ledger, &stream, at)
        .await?;
    let found = found.ok_or_else(|| Problem::of(Slug::NotFound))?;
    Ok(Json(StateAnswer::of(found)))
}
