//! Nominations.

use jiff::{Timestamp, civil::Date};

table! {
    /// Table `nomination_v1`: one row per nomination, from its draft on for ever; kept by the
    /// projection `nomination`. Papers are named by their streams.
    NominationTable = "nomination_v1";
    /// A nomination (đề nghị khen thưởng).
    NominationRow {
        /// The nomination, for example `HQ-CCHC-2024-0007`.
        Nomination nomination,
        /// Mã hồ sơ: the same with its check letter.
        Code code: String,
        /// The campaign.
        Campaign campaign: String,
        /// The nominating unit; for a collective also the nominee.
        Unit unit: String,
        /// `collective` or `individual`.
        Kind kind: String,
        /// The nominee within the campaign; leads to nobody once the person is erased.
        NomineeRef nominee_ref: String,
        /// The id of the sealed name, of an individual.
        NameValue name_value: Option<String>,
        /// The id of the sealed title, of an individual.
        TitleValue title_value: Option<String>,
        /// Where it stands, in the word of the domain.
        Gate gate: String,
        /// Why it was refused, put off or made to wait at this gate.
        ReasonCode reason_code: Option<String>,
        /// Its place in the recorded ranking of its unit or group, from 1.
        Rank rank: Option<u64>,
        /// The stream of the slots of which it holds one.
        Slot slot: Option<String>,
        /// Whether a place of the quota is `approved` for it or `consumed` by it.
        Place place: Option<String>,
        /// Who reviews it in the place of Home Affairs.
        SubstituteReviewer substitute_reviewer: Option<String>,
        /// Who confirms that review.
        SubstituteConfirmer substitute_confirmer: Option<String>,
        /// The assigned reviewer.
        Reviewer reviewer: Option<String>,
        /// The submission that carries it.
        Submission submission: Option<String>,
        /// Number of the receipt.
        ReceiptNo receipt_no: Option<String>,
        /// The prize rules pinned at receipt.
        LegalRegime legal_regime: Option<String>,
        /// The session whose agenda it is on.
        CouncilSession council_session: Option<String>,
        /// The presentation that carries it.
        Presentation presentation: Option<String>,
        /// The decision that it is in.
        Decision decision: Option<String>,
        /// Number of that decision.
        Number number: Option<u64>,
        /// Symbol of that decision.
        Symbol symbol: Option<String>,
        /// Date of that decision.
        DecidedOn decided_on: Option<Date>,
        /// The role that acts next, where no paper carries the nomination.
        Role role: Option<String>,
        /// The unit whose desk acts next; any desk of the role where it is empty.
        ScopeUnit scope_unit: Option<String>,
        /// The one assignment that acts next; any of the role where it is empty.
        Assignee assignee: Option<String>,
        /// The command that comes next.
        Act act: Option<String>,
        /// Since when it waits for this desk.
        Since since: Option<Timestamp>,
        /// Since when the time for the act is counted.
        CountedFrom counted_from: Option<Timestamp>,
        /// By when, where that is a time of its own and no rule for the command.
        Due due: Option<Timestamp>,
        /// The paper that carries it: whoever acts on that paper acts on the nomination.
        Carrier carrier: Option<String>,
        /// When it was drafted.
        DraftedAt drafted_at: Timestamp,
        /// When it was proposed to the unit's meeting.
        ProposedAt proposed_at: Option<Timestamp>,
        /// When the unit's vote was taken.
        EndorsedAt endorsed_at: Option<Timestamp>,
        /// When it was submitted.
        SubmittedAt submitted_at: Option<Timestamp>,
        /// When it was received.
        ReceivedAt received_at: Option<Timestamp>,
        /// When its first reviewer was assigned.
        AssignedAt assigned_at: Option<Timestamp>,
        /// When the review was confirmed.
        ReviewedAt reviewed_at: Option<Timestamp>,
        /// When it was put on an agenda of the Council, the last time.
        ListedAt listed_at: Option<Timestamp>,
        /// When the Council voted on it, the last time.
        CouncilAt council_at: Option<Timestamp>,
        /// When it was presented to the Chairman.
        PresentedAt presented_at: Option<Timestamp>,
        /// When the Chairman decided on it.
        ChairmanAt chairman_at: Option<Timestamp>,
        /// When its decision was signed.
        SignedAt signed_at: Option<Timestamp>,
        /// When its decision was issued.
        AwardedAt awarded_at: Option<Timestamp>,
        /// When it last changed.
        ChangedAt changed_at: Timestamp,
        /// Version of its stream.
        Version version: u64,
        /// Position of the last event that changed the row.
        Position position: u64,
    }
}
