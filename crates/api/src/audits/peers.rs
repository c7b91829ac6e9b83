//! `GET /api/v1/nominations/{code}/peers`.

use std::collections::BTreeMap;

use axum::{Json, extract::State, http::StatusCode, routing::get};
use jiff::SignedDuration;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::must_audit;
use crate::{
    door::Reader,
    extract::{Path, Query},
    nominations::get::PATH,
    operation::{Answer, Operation, Tag, members_of},
    parts::Shared,
    problem::Problem,
};
use khen_domain::{CriterionCode, Finding, NominationId, nomination::Gate};
use khen_history::{Peer, Peers, each_entry};
use khen_texts::Problem as Slug;

pub(crate) fn operation() -> Operation {
    Operation {
        tag: Tag::Audit,
        path_parameters: PATH,
        query: Some(members_of::<Asking>()),
        answers: vec![Answer::json::<PeersAnswer>(
            StatusCode::OK,
            "The cases that reached the gate, in the order of their codes.",
        )],
        problems: &[Slug::Malformed, Slug::NotFound],
        ..Operation::question(
            "get_peers",
            "/api/v1/nominations/{code}/peers",
            "What others in the same position got: cases of the campaign, for the same kind of nominee, that reached the same gate.",
            get(show),
        )
    }
}

/// Which gate.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct Asking {
    /// The gate; unless said, the one that the case stands at.
    gate: Option<Gate>,
}

/// Cases that reached a gate.
#[derive(Debug, Serialize, JsonSchema)]
struct PeersAnswer {
    /// Mã hồ sơ of the case asked for, with its check letter.
    code: String,
    /// The gate.
    gate: Gate,
    /// The cases, the one asked for among them if it came so far.
    items: Vec<PeerAnswer>,
}

/// A case that reached a gate.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "Peer")]
struct PeerAnswer {
    /// Mã hồ sơ, with its check letter.
    code: String,
    /// Its unit.
    unit: String,
    /// The gate that it stands at now.
    gate_now: Gate,
    /// The event that led it to the gate the first time.
    position: u64,
    /// When that happened.
    reached_at: String,
    /// Seconds from the draft until then.
    seconds_since_draft: i64,
    /// Seconds from the gate before until then.
    seconds_since_gate_before: i64,
    /// Seconds that it stood there; null while it still does.
    seconds_stayed: Option<i64>,
    /// What the review last found, by criterion.
    criteria: BTreeMap<CriterionCode, Finding>,
}

impl PeerAnswer {
    fn of(peer: Peer) -> Self {
        Self {
            code: peer.nomination.code(),
            unit: peer.unit.to_string(),
            gate_now: peer.gate_now,
            position: peer.position.0,
            reached_at: peer.reached_at.to_string(),
            seconds_since_draft: peer.since_draft.as_secs(),
            seconds_since_gate_before: peer.since_gate_before.as_secs(),
            seconds_stayed: peer.stayed.as_ref().map(SignedDuration::as_secs),
            criteria: peer.criteria,
        }
    }
}

async fn show(
    State(api): State<Shared>,
    reader: Reader,
    Path(code): Path<String>,
    Query(asking): Query<Asking>,
) -> Result<Json<PeersAnswer>, Problem> {
    must_audit(&reader)?;
    let none = || Problem::of(Slug::NotFound);
    let id = NominationId::parse(&code).map_err(|_| none())?;
    let mut peers = Peers::begin(id.campaign());
    let seen = each_entry(&*api.parts.feed, &reader.ledger, None, |entry| {
        peers.see(&entry);
    });
    seen.await?;
    let gate = asking
        .gate
        .or_else(|| peers.gate_of(&id))
        .ok_or_else(none)?;
    let found = peers.at(&id, gate).ok_or_else(none)?;
    Ok(Json(PeersAnswer {
        code: id.code(),
        gate,
        items: found.into_iter().map(PeerAnswer::of).collect(),
    }))
}
