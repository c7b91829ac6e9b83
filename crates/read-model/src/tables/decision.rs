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
        /// What it does: `grant`, `supplementary_grant`, `amend`, `replace` or `revoke`.
        Kind kind: String,
        /// Whether it was made on paper in an earlier campaign and taken over.
        IsLegacy is_legacy: bool,
        /// How far it is: `drafted`, `signed`, `numbered`, `sealed`, `issued` or `dispatched`; `voided`
        /// once its signature is.
        Stage stage: String,
        /// The stream of the presentation that it follows, where it awards.
        Presentation presentation: Option<String>,
        /// The stream of the decision that it refers to.
        RefersTo refers_to: Option<String>,
        /// Collectives that it is about.
        Collectives collectives: u64,
        /// Individuals that it is about.
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
