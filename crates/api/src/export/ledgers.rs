//! `GET /export/v1/ledgers`.

use std::time::Duration;

use axum::{
    extract::State,
    http::{HeaderMap, StatusCode},
    response::Response,
    routing::get,
};
use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::Serialize;
use sha2::{Digest, Sha256};

use super::{
    client::Clients,
    sending::{self, EACH_TIME},
    waits,
};
use crate::{
    door::Reader,
    extract::Query as Parameters,
    names::LEDGERS,
    operation::{Answer, Operation, Tag},
    parts::{Api, Shared},
    problem::{Problem, unavailable},
};
use khen_eventlog::Ledger;
use khen_export::{LedgersQuery, limits::WAIT_SECONDS_MAX};
use khen_texts::Problem as Slug;

pub(crate) fn operation() -> Operation {
    Operation {
        tag: Tag::Export,
        headers: &[waits::PREFER],
        query: Some(Box::new(parameters)),
        answers: vec![Answer::json::<LedgersAnswer>(
            StatusCode::OK,
            "The ledgers that the token reads, without those that are halted. With the `ETag` of an \
             earlier answer in `If-None-Match` and `wait`, an answer comes as soon as the list is another \
             one, or 304 after the wait.",
        )],
        problems: &[Slug::InvalidParameter, Slug::NotFound, Slug::IntegrityHalt],
        ..Operation::question(
            "export_ledgers",
            LEDGERS,
            "The ledgers that the token reads, with how far each has come.",
            get(list),
        )
    }
}

/// The query parameters, for the document: the room `export` reads them.
fn parameters(_: &mut SchemaGenerator) -> Schema {
    json_schema!({
        "type": "object",
        "properties": {
            "wait": {
                "type": "integer", "minimum": 0, "maximum": WAIT_SECONDS_MAX,
                "description": "Seconds to wait while the list is the one that `If-None-Match` names.",
            },
        },
    })
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
    Parameters(pairs): Parameters<Vec<(String, String)>>,
    headers: HeaderMap,
) -> Result<Response, Problem> {
    let LedgersQuery { wait_seconds } = query(&pairs, &headers)?;
    // Listening begins before the look, so that nothing comes unheard in between.
    let mut ear = api.parts.bell.listen();
    let mut list = List::seen(&api, &clients).await?;
    if wait_seconds > 0 && list.is_known(&headers) {
        let _waiting = api.waits.enter(&clients.readers[0].token_id)?;
        let readers = clients.readers.iter();
        let ours = readers.map(|reader| reader.ledger.clone()).collect();
        let waiting = async {
            while list.is_known(&headers) {
                waits::for_a_reason(&mut *ear, &ours).await;
                list = List::seen(&api, &clients).await?;
            }
            Ok(())
        };
        let patience = Duration::from_secs(wait_seconds);
        if let Ok(Err(problem)) = tokio::time::timeout(patience, waiting).await {
            return Err(problem);
        }
    }
    let answer = sending::Answer {
        bytes: list.bytes,
        content_type: "application/json".to_owned(),
        tag: list.tag,
        cache_control: EACH_TIME,
        headers: Vec::new(),
        signer: None,
    };
    answer.sent(clients.left, &headers).await
}

fn query(pairs: &[(String, String)], headers: &HeaderMap) -> Result<LedgersQuery, Problem> {
    let preferred = waits::preferred(pairs, headers);
    let given = pairs
        .iter()
        .map(|(name, value)| (name.as_str(), value.as_str()));
    LedgersQuery::parse(given.chain(preferred.as_deref().map(waits::named)))
        .map_err(Problem::of_parameters)
}

/// The ledgers as they were at a moment.
struct List {
    bytes: Vec<u8>,
    /// What tells it from the list of any other moment.
    tag: String,
}

impl List {
    /// The ledgers of these readers as they are now.
    async fn seen(api: &Api, clients: &Clients) -> Result<Self, Problem> {
        let known = api.parts.feed.ledgers().await?;
        let (mut ledgers, mut halted) = (Vec::new(), None);
        for Reader { ledger, .. } in &clients.readers {
            if let Some(halt) = api.parts.halts.halt(ledger) {
                // A ledger that is halted stands in the way of no other.
                halted = Some(halt);
                continue;
            }
            let place = known.binary_search_by(|one| one.id.cmp(ledger));
            let place = place.map_err(|_| Problem::of(Slug::NotFound))?;
            ledgers.push(LedgerAnswer::of(&known[place]));
        }
        if let (Some(halt), true) = (halted, ledgers.is_empty()) {
            return Err(Problem::halted(&halt));
        }
        let bytes = serde_json::to_vec(&LedgersAnswer { ledgers });
        let bytes = bytes.map_err(|error| unavailable(&error))?;
        let tag = hex::encode(Sha256::digest(&bytes));
        Ok(Self { bytes, tag })
    }

    fn is_known(&self, headers: &HeaderMap) -> bool {
        sending::is_known(&self.tag, headers)
    }
}

impl LedgerAnswer {
    fn of(ledger: &Ledger) -> Self {
        Self {
            link: format!("/export/v1/{}", ledger.id),
            ledger: ledger.id.to_string(),
            source: ledger.source.clone(),
            log_size: ledger.size.0,
        }
    }
}
