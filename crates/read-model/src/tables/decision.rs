//! Decisions.

use jiff::{Timestamp, civil::Date};

table! {
    /// Table `decision_v1`: one row per decision, drafts included, kept by the projection
    /// `decision`.
    DecisionTable = "decision_v1";
    /// A decision (quyết định).
    DecisionRow {
        /// The name of its stream.
        Decision decision,
        /// The campaign.
        Campaign campaign: String,
        /// How far it is: `drafted`, `signed`, `numbered`, `sealed` or `issued`.
        Stage stage: String,
        /// The stream of the presentation that it follows.
        Presentation presentation: String,
        /// Collectives awarded.
        Collectives collectives: u64,
        /// Individuals awarded.
        Individuals individuals: u64,
        /// The number.
        Number number: Option<u64>,
        /// The symbol of its series.
        Symbol symbol: Option<String>,
        /// Number and symbol for searching: see [`Folded`](crate::Folded).
        Folded folded: Option<String>,
        /// Its date.
        DecidedOn decided_on: Option<Date>,
        /// When its present draft was made.
        DraftedAt drafted_at: Timestamp,
        /// When it was signed.
        SignedAt signed_at: Option<Timestamp>,
        /// When it was issued.
        IssuedAt issued_at: Option<Timestamp>,
        /// Version of its stream.
        Version version: u64,
        /// Position of the last event that changed the row.
        Position position: u64,
    }
}
