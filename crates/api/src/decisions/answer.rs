//! A decision, as it is told.

use schemars::JsonSchema;
use serde::Serialize;

use khen_eventlog::wire_time;
use khen_read_model::DecisionRow;

/// A decision.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "Decision")]
pub(super) struct DecisionAnswer {
    /// Campaign and number in it.
    decision: String,
    /// The campaign.
    campaign: String,
    /// `grant`, `supplementary_grant`, `amend`, `replace` or `revoke`.
    kind: String,
    /// Whether it was made on paper in an earlier campaign and taken over.
    is_legacy: bool,
    /// `drafted`, `signed`, `numbered`, `sealed`, `issued` or `dispatched`; `voided` once its signature
    /// is.
    stage: String,
    /// The decision that it supplements, amends, replaces or revokes.
    refers_to: Option<String>,
    /// Collectives that it is about.
    collectives: u64,
    /// Individuals that it is about.
    individuals: u64,
    /// Its number.
    number: Option<u64>,
    /// The symbol of its series.
    symbol: Option<String>,
    /// Its date.
    date: Option<String>,
    /// When it was signed.
    signed_at: Option<String>,
    /// When it was issued.
    issued_at: Option<String>,
    /// Version of its stream.
    version: u64,
}

impl DecisionAnswer {
    pub(super) fn of(row: DecisionRow) -> Self {
        Self {
            decision: name(&row.decision),
            campaign: row.campaign,
            kind: row.kind,
            is_legacy: row.is_legacy,
            stage: row.stage,
            refers_to: row.refers_to.as_deref().map(name),
            collectives: row.collectives,
            individuals: row.individuals,
            number: row.number,
            symbol: row.symbol,
            date: row.decided_on.map(|date| date.to_string()),
            signed_at: row.signed_at.map(wire_time),
            issued_at: row.issued_at.map(wire_time),
            version: row.version,
        }
    }
}

/// A decision by its stream, without the kind of stream.
fn name(stream: &str) -> String {
    let name = stream.strip_prefix("decision/");
    name.unwrap_or(stream).to_owned()
}
