//! What the server knows of a consumer.

use axum::{
    Json,
    http::{HeaderName, header},
    response::{IntoResponse, Response},
};
use schemars::JsonSchema;
use serde::Serialize;

use crate::{
    export::{client::Client, sending::valued},
    parts::Api,
    problem::Problem,
};
use khen_audit::Hash;
use khen_eventlog::{Ack, Ledger, wire_time};

/// Nobody keeps it: it moves with every event.
const CACHE_CONTROL: &str = "private, no-store";
/// Hexadecimal digits of the root that stand in a tag: with the size they tell any two states apart.
const TAG_ROOT_DIGITS: usize = 16;

/// How far a consumer says that it is, and how far that is from the end of the ledger.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "ExportConsumer")]
pub(super) struct ConsumerAnswer {
    /// What its client calls it.
    consumer: String,
    /// The profile of disclosure under which it reads.
    profile: String,
    /// How many events it has stored: those at the positions before this one.
    next: u64,
    /// The root of the RFC 6962 tree over them, in base64.
    root: String,
    /// When it first said so.
    acknowledged_at: String,
    /// How many events the ledger has.
    log_size: u64,
    /// How many of them it has not acknowledged.
    lag_events: u64,
    /// When the first of those was recorded; none where there are none.
    behind_since: Option<String>,
}

impl ConsumerAnswer {
    /// What `ack` says, beside the ledger as it is now.
    pub(super) async fn of(api: &Api, ledger: &Ledger, ack: &Ack) -> Result<Self, Problem> {
        let lag_events = ledger.size.0.saturating_sub(ack.next.0);
        let feed = &api.parts.feed;
        let first = match lag_events {
            0 => None,
            _ => feed.read_from(&ledger.id, ack.next, 1).await?.pop(),
        };
        Ok(Self {
            consumer: ack.consumer.to_string(),
            profile: ack.profile.clone(),
            next: ack.next.0,
            root: Hash(ack.root).to_string(),
            acknowledged_at: wire_time(ack.at),
            log_size: ledger.size.0,
            lag_events,
            behind_since: first.map(|event| wire_time(event.recorded_at)),
        })
    }
}

/// The whole answer about one consumer.
pub(super) async fn answer(
    api: &Api,
    client: &Client,
    ledger: &Ledger,
    ack: &Ack,
) -> Result<Response, Problem> {
    let told = ConsumerAnswer::of(api, ledger, ack).await?;
    let mut headers = headers(client);
    headers.push((header::ETAG, tag(ack)));
    Ok((valued(headers), Json(told)).into_response())
}

/// Headers of every answer about consumers.
pub(super) fn headers(client: &Client) -> Vec<(HeaderName, String)> {
    let mut headers = Vec::from(client.left.headers());
    headers.push((header::CACHE_CONTROL, CACHE_CONTROL.to_owned()));
    headers
}

/// What tells this acknowledgement from all others of its consumer, in quotes.
pub(super) fn tag(ack: &Ack) -> String {
    let root = hex::encode(ack.root);
    let root = root.get(..TAG_ROOT_DIGITS).unwrap_or_default();
    format!("\"{}-{root}\"", ack.next)
}
