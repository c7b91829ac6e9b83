//! What happened to a decision.

use jiff::civil::Date;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::{
    DecisionId, Document, Moment, NominationId, NomineeKind, PresentationId,
    decision::{InitialAspect, NumberSource, RecallReason, SignatureKind},
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
        /// Nơi nhận; frozen with the content.
        recipients: Vec<String>,
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
    /// A unit confirmed how its awardee is named.
    AwardDetailsConfirmed {
        /// The awardee.
        nomination: NominationId,
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
        /// Awardees whose unit did not confirm the details in time; it does not block.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        unconfirmed: Vec<NominationId>,
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
    /// Sent out (phát hành).
    DecisionDispatched {
        /// To whom.
        recipients: Vec<String>,
    },
    /// A recipient has it.
    ReceiptRecorded {
        /// Who.
        recipient: String,
        /// When.
        received_on: Date,
    },
    /// Called back from a recipient (thu hồi văn bản).
    DocumentRecalled {
        /// From whom.
        recipient: String,
        /// Why.
        reason_code: RecallReason,
    },
    /// Units were told the results of their nominees.
    ResultNoticesSent {
        /// The nominations.
        nominations: Vec<NominationId>,
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
