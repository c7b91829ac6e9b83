//! `GET /api/v1/nominations/{code}/evidence`.

mod had;
mod papers;
mod seal;
mod written;

use std::sync::Arc;

use axum::{
    extract::State,
    http::{HeaderName, HeaderValue, StatusCode, header},
    response::{IntoResponse, Response},
    routing::get,
};
use metrics::counter;

use super::must_audit;
use crate::{
    cases,
    door::{Purpose, Reader},
    extract::{Path, Query},
    names::PII_READS,
    nominations::get::PATH,
    operation::{Answer, Operation, Tag},
    parts::Shared,
    problem::{Problem, unavailable},
};
use khen_domain::NominationId;
use khen_export::{Bundle, write_bundle};
use khen_texts::Problem as Slug;

const ZIP: &str = "application/zip";

pub(crate) fn operation() -> Operation {
    Operation {
        tag: Tag::Audit,
        path_parameters: PATH,
        query: Some(Box::new(had::parameters)),
        answers: vec![Answer {
            status: StatusCode::OK,
            description: "The bundle; the same question gives the same bytes as long as the checkpoint is \
                          the same.",
            media_types: &[ZIP],
            schema: None,
        }],
        problems: &[
            Slug::Malformed,
            Slug::NotFound,
            Slug::EvidenceTooLarge,
            Slug::ForeignCheckpoint,
            Slug::CheckpointForked,
            Slug::CheckpointAhead,
            Slug::NotSealed,
            Slug::IntegrityHalt,
        ],
        ..Operation::question(
            "get_evidence",
            "/api/v1/nominations/{code}/evidence",
            "A case with everything that proves it, to be taken home and checked without this server.",
            get(hand_out),
        )
    }
}

async fn hand_out(
    State(api): State<Shared>,
    reader: Reader,
    Path(code): Path<String>,
    Query(pairs): Query<Vec<(String, String)>>,
) -> Result<Response, Problem> {
    must_audit(&reader)?;
    if let Some(halt) = api.parts.halts.halt(&reader.ledger) {
        return Err(Problem::halted(&halt));
    }
    let had = had::read(pairs)?;
    let id = NominationId::parse(&code).map_err(|_| Problem::of(Slug::NotFound))?;
    cases::seen(&api, &reader, &id).await?;
    api.rates.take(&reader.token_id, Purpose::Bundle)?;
    let (evidence, key) = written::evidence(&api, &reader.ledger, &id, had).await?;
    // Megabytes take longer to pack than others should wait.
    let press = Arc::clone(&api.parts.press);
    let packed = tokio::task::spawn_blocking(move || write_bundle(&evidence, &key, &*press)).await;
    let packed = packed.map_err(|error| unavailable(&error))?;
    let bundle = packed.map_err(|error| unavailable(&error))?;
    counter!(PII_READS, "role" => reader.role.as_str()).increment(1);
    Ok((headers(&bundle), bundle.zip).into_response())
}

/// A bundle holds personal data: it is kept by nobody on the way.
fn headers(bundle: &Bundle) -> [(HeaderName, HeaderValue); 4] {
    let text = |value: &str| {
        HeaderValue::from_str(value).expect("names of bundles and hashes are visible ASCII")
    };
    let name = format!("attachment; filename=\"{}\"", bundle.name);
    let tag = format!("\"{}\"", hex::encode(bundle.sha256));
    [
        (header::CONTENT_TYPE, HeaderValue::from_static(ZIP)),
        (header::CONTENT_DISPOSITION, text(&name)),
        (header::ETAG, text(&tag)),
        (
            header::CACHE_CONTROL,
            HeaderValue::from_static("private, no-store"),
        ),
    ]
}
