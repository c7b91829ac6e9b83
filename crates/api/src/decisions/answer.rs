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
    /// `drafted`, `signed`, `numbered`, `sealed` or `issued`.
    stage: String,
    /// Collectives awarded.
    collectives: u64,
    /// Individuals awarded.
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
        let name = row.decision.strip_prefix("decision/");
        Self {
            decision: name.unwrap_or(&row.decision).to_owned(),
            campaign: row.campaign,
            stage: row.stage,
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
