//! `GET /export/v1/{ledger}/segments`.

use std::ops::Range;

use axum::{
    extract::State,
    http::{HeaderMap, StatusCode},
    response::Response,
    routing::get,
};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{SEGMENTS, closed, name_of};
use crate::{
    export::{
        LEDGER,
        client::Client,
        seal::Seal,
        sending::{self, EACH_TIME},
    },
    extract::{Bound, Path, Query},
    limits::SEGMENT_COUNT_MAX,
    operation::{Answer, Operation, Tag, members_of},
    parts::Shared,
    problem::{Problem, unavailable},
};
use khen_audit::SegmentManifest;
use khen_eventlog::Position;
use khen_texts::Problem as Slug;

pub(crate) fn operation() -> Operation {
    Operation {
        tag: Tag::Export,
        path_parameters: &[LEDGER],
        query: Some(members_of::<Asking>()),
        answers: vec![Answer::json::<SegmentsAnswer>(
            StatusCode::OK,
            "The segments, in order and without a gap.",
        )],
        problems: &[Slug::Malformed, Slug::NotFound],
        ..Operation::question(
            "export_segments",
            SEGMENTS,
            "The past of a ledger in large pieces that never change.",
            get(list),
        )
    }
}

/// From where on.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct Asking {
    /// How many events the reader has: only segments with others are listed. 0 unless said.
    after: Option<Bound>,
}

/// Pieces of the past.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "ExportSegments")]
struct SegmentsAnswer {
    /// The segments.
    segments: Vec<SegmentAnswer>,
    /// Where the last of them ends, or `after`: what follows is read from here on, with the next list where
    /// there are more, else from the feed.
    next: u64,
    /// Whether there are more segments behind these.
    has_more: bool,
}

/// A piece of the past.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "ExportSegment")]
struct SegmentAnswer {
    /// Its first position.
    from: u64,
    /// The position behind its last.
    to: u64,
    /// Its events, one a line, compressed with zstd.
    events: String,
    /// What it consists of, signed.
    manifest: String,
}

async fn list(
    State(api): State<Shared>,
    client: Client,
    Path(named): Path<String>,
    Query(asking): Query<Asking>,
    headers: HeaderMap,
) -> Result<Response, Problem> {
    let ledger = client.ledger(&api, &named).await?;
    let seal = Seal::of(&api, &ledger.id).await?;
    let after = asking.after.map_or(0, |after| Position::from(after).0);
    let mut known = closed(&api, &ledger, &seal).await?;
    known.retain(|range| range.end > after);
    let told = &known[..known.len().min(SEGMENT_COUNT_MAX)];
    let answer = SegmentsAnswer {
        segments: told
            .iter()
            .map(|range| SegmentAnswer::of(&named, range))
            .collect(),
        next: told.last().map_or(after, |last| last.end),
        has_more: told.len() < known.len(),
    };
    let bytes = serde_json::to_vec(&answer).map_err(|error| unavailable(&error))?;
    let answer = sending::Answer {
        bytes,
        content_type: "application/json".to_owned(),
        tag: format!("{after}-{}-{}", answer.next, answer.has_more),
        cache_control: EACH_TIME,
        headers: Vec::new(),
        signer: None,
    };
    answer.to(&client, &headers).await
}

impl SegmentAnswer {
    fn of(ledger: &str, range: &Range<u64>) -> Self {
        let base = format!("/export/v1/{ledger}/segments/{}", name_of(range));
        Self {
            from: range.start,
            to: range.end,
            events: format!("{base}/{}", SegmentManifest::EVENTS_PATH),
            manifest: format!("{base}/{}", SegmentManifest::PATH),
        }
    }
}
