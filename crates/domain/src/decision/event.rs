//! What happened to a decision.

use jiff::civil::Date;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::{
    AssignmentId, DecisionId, DelegationId, Document, Moment, NominationId, NomineeKind,
    decision::{
        DecisionKind, DecisionSubject, FormalError, InitialAspect, LegacyPaper, NumberSource,
        NumberVoidReason, RecallReason, SignatureKind, SignatureVoidReason, SigningAuthority,
    },
};

/// Events of a `decision` stream.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum Event {
    /// A decision of an earlier campaign, made on paper, is taken over with its number (E58).
    LegacyDecisionRegistered {
        /// The decision.
        decision: DecisionId,
        /// What the paper says.
        paper: LegacyPaper,
        /// The year of achievement.
        year: i16,
        /// Collectives that it awards.
        collectives: u32,
        /// Individuals that it awards.
        individuals: u32,
    },
    /// A decision is drafted (dự thảo).
    DecisionDrafted {
        /// The decision.
        decision: DecisionId,
        /// What it is about.
        subject: DecisionSubject,
        /// Whose award it gives, amends or revokes.
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
        /// The signer's assignment.
        signer: AssignmentId,
        /// In whose authority.
        authority: SigningAuthority,
        /// The delegation, where the authority is not the signer's own.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        delegation: Option<DelegationId>,
        /// The assignment of who saw the signed paper and recorded it.
        seen_by: AssignmentId,
        /// When it was signed.
        signed_at: Moment,
        /// Hash of what was signed.
        sha256: String,
        /// The scan of the signed paper.
        scan: Document,
        /// Collectives that it is about.
        collectives: u32,
        /// Individuals that it is about.
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
        /// Numbers and dates of the series do not run in the same order: a warning.
        #[serde(default, skip_serializing_if = "std::ops::Not::not")]
        out_of_order: bool,
    },
    /// The number is voided before the issue, and never given again.
    NumberVoided {
        /// The number.
        number: u32,
        /// The symbol.
        symbol: String,
        /// The date that it bore.
        date: Date,
        /// Why.
        reason_code: NumberVoidReason,
    },
    /// The signature is voided before the issue; what it signed may be drafted again.
    SignatureVoided {
        /// Why.
        reason_code: SignatureVoidReason,
    },
    /// The organisation's signature or seal, after the person's.
    OrganisationSigned {},
    /// Issued (ban hành).
    DecisionIssued {
        /// When.
        issued_at: Moment,
        /// What kind of decision it is: what follows from it hangs on that.
        kind: DecisionKind,
        /// How many cases stand on it.
        cases: u32,
    },
    /// A letter corrects an error of form (công văn đính chính); the decision stays in force.
    FormalCorrectionIssued {
        /// Number and symbol of the letter.
        letter_no: String,
        /// Its date.
        date: Date,
        /// The letter.
        document: Document,
        /// What it corrects.
        corrects: FormalError,
    },
    /// A later decision about this one is issued.
    LaterDecisionIssued {
        /// The later decision.
        decision: DecisionId,
        /// What it does.
        kind: DecisionKind,
        /// Whether this one is in force no more.
        is_ended: bool,
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
    /// A recipient sent back or destroyed what was called back.
    RecallConfirmed {
        /// Who.
        recipient: String,
        /// When.
        confirmed_on: Date,
    },
    /// Units were told the results of their nominees.
    ResultNoticesSent {
        /// The nominations.
        nominations: Vec<NominationId>,
    },
}

/// One awardee.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Awardee {
    /// The nomination.
    pub nomination: NominationId,
    /// For whom.
    pub kind: NomineeKind,
}
