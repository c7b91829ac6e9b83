//! `GET /export/v1/ledgers`.

use axum::{
    Json,
    extract::State,
    http::{HeaderName, StatusCode},
    response::AppendHeaders,
    routing::get,
};
use schemars::JsonSchema;
use serde::Serialize;

use super::client::{Clients, served};
use crate::{
    extract::NoQuery,
    names::LEDGERS,
    operation::{Answer, Operation, Tag},
    parts::Shared,
    problem::Problem,
};
use khen_eventlog::Ledger;
use khen_texts::Problem as Slug;

pub(crate) fn operation() -> Operation {
    Operation {
        tag: Tag::Export,
        answers: vec![Answer::json::<LedgersAnswer>(
            StatusCode::OK,
            "The ledgers that the token reads, without those that are halted.",
        )],
        problems: &[
            Slug::Malformed,
            Slug::Forbidden,
            Slug::NotFound,
            Slug::IntegrityHalt,
        ],
        ..Operation::question(
            "export_ledgers",
            LEDGERS,
            "The ledgers that the token reads, with how far each has come.",
            get(list),
        )
    }
}

/// What a token reads.
#[derive(Debug, Serialize, JsonSchema)]
struct LedgersAnswer {
    /// The ledgers.
    ledgers: Vec<LedgerAnswer>,
}

/// A ledger and its head.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "ExportedLedger")]
struct LedgerAnswer {
    /// Its slug.
    ledger: String,
    /// Its fixed source, part of every event.
    source: String,
    /// How many events it has.
    log_size: u64,
    /// Its service document.
    link: String,
}

async fn list(
    State(api): State<Shared>,
    clients: Clients,
    _: NoQuery,
) -> Result<
    (
        AppendHeaders<[(HeaderName, String); 2]>,
        Json<LedgersAnswer>,
    ),
    Problem,
> {
    let mut ledgers = Vec::new();
    let mut halted = None;
    for reader in &clients.readers {
        match served(&api, &reader.ledger).await {
            Ok(ledger) => ledgers.push(LedgerAnswer::of(ledger)),
            // A ledger that is halted stands in the way of no other.
            Err(problem) if problem.code() == Slug::IntegrityHalt.as_str() => {
                halted = Some(problem);
            }
            Err(problem) => return Err(problem),
        }
    }
    if let (Some(problem), true) = (halted, ledgers.is_empty()) {
        return Err(problem);
    }
    let headers = AppendHeaders(clients.left.headers());
    Ok((headers, Json(LedgersAnswer { ledgers })))
}

impl LedgerAnswer {
    fn of(ledger: Ledger) -> Self {
        Self {
            link: format!("/export/v1/{}", ledger.id),
            ledger: ledger.id.to_string(),
            source: ledger.source,
            log_size: ledger.size.0,
        }
    }
}
