//! What happened to a decision.

use jiff::civil::Date;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::{
    DecisionId, Document, Moment, NominationId, NomineeKind, PresentationId,
    decision::{InitialAspect, NumberSource, SignatureKind},
};

/// Events of a `decision` stream.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum Event {
    /// A decision is drafted (dự thảo).
    DecisionDrafted {
        /// The decision.
        decision: DecisionId,
        /// The presentation that it follows.
        presentation: PresentationId,
        /// Who is awarded.
        awardees: Vec<Awardee>,
        /// The draft.
        document: Document,
    },
    /// The draft is initialled (ký nháy).
    DraftInitialled {
        /// For what.
        aspect: InitialAspect,
        /// Hash of the draft.
        sha256: String,
    },
    /// The signer signs; content is immutable from here.
    DecisionSigned {
        /// How it was signed.
        signature: SignatureKind,
        /// When it was signed.
        signed_at: Moment,
        /// Hash of what was signed.
        sha256: String,
        /// The scan of the signed paper.
        scan: Document,
        /// Collectives and individuals awarded.
        collectives: u32,
        /// Individuals awarded.
        individuals: u32,
    },
    /// Number and date are given (cấp số), after the signature.
    NumberAssigned {
        /// The number.
        number: u32,
        /// The symbol, for example `QĐ-UBND`.
        symbol: String,
        /// The date.
        date: Date,
        /// Whose number it is.
        source: NumberSource,
    },
    /// The organisation's signature or seal, after the person's.
    OrganisationSigned {},
    /// Issued (ban hành).
    DecisionIssued {
        /// When.
        issued_at: Moment,
    },
}

/// One awardee.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Awardee {
    /// The nomination.
    pub nomination: NominationId,
    /// For whom.
    pub kind: NomineeKind,
}
