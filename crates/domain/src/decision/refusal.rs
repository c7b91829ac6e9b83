//! Why a command on a decision is refused.

use jiff::civil::Date;

use crate::{
    AssignmentId, CampaignId, DecisionId, InstrumentId, Moment, NominationId, NomineeKind,
    PresentationId, Role,
    decision::{InitialAspect, NumberSource},
    nomination::Gate,
};

refusals! {
    /// Reasons against a command on a decision, each with its facts.
    pub enum Refusal {
        /// There is no such decision.
        #[error("there is no decision {decision}")]
        Absent {
            /// The decision.
            decision: DecisionId,
        } = "decision_absent",
        /// It was made on paper in an earlier campaign: nothing is done to it here (E58).
        #[error("{decision} was made on paper")]
        MadeOnPaper {
            /// The decision.
            decision: DecisionId,
        } = "decision_made_on_paper",
        /// It is known already, with other content.
        #[error("{decision} is known already, with other content")]
        RegisteredOtherwise {
            /// The decision.
            decision: DecisionId,
        } = "legacy_decision_registered_otherwise",
        /// What is decided in a campaign of Khen is decided in Khen (INV-27, E29).
        #[error("{campaign} runs here")]
        CampaignRunsHere {
            /// The campaign.
            campaign: CampaignId,
        } = "legacy_campaign_runs_here",
        /// It happened on its date, and is recorded so.
        #[error("the decision is dated {date}, not {occurred_on}")]
        LegacyDayDiffers {
            /// The date of the decision.
            date: Date,
            /// The day on which it is said to have happened.
            occurred_on: Date,
        } = "legacy_day_differs",
        /// Nothing is taken over without a scan of the paper.
        #[error("no scan of the paper is named")]
        LegacyScanMissing {} = "legacy_scan_missing",
        /// An awardee is on the list twice.
        #[error("an awardee is awarded twice by {number}")]
        LegacyAwardTwice {
            /// Number of the decision.
            number: String,
        } = "legacy_award_twice",
        /// The content is immutable from the signature (INV-27).
        #[error("{decision} is signed")]
        AlreadySigned {
            /// The decision.
            decision: DecisionId,
        } = "decision_signed",
        /// The Chairman has not decided this presentation.
        #[error("{presentation} is not decided")]
        PresentationUndecided {
            /// The presentation.
            presentation: PresentationId,
        } = "presentation_undecided",
        /// The Chairman did not approve it in this presentation (INV-25).
        #[error("{nomination} is not approved in {presentation}")]
        NotApproved {
            /// The nomination.
            nomination: NominationId,
            /// The presentation.
            presentation: PresentationId,
        } = "not_approved_by_chairman",
        /// Another draft awards it.
        #[error("{nomination} is in the draft of {decision}")]
        InAnotherDraft {
            /// The nomination.
            nomination: NominationId,
            /// The other decision.
            decision: DecisionId,
        } = "in_another_draft",
        /// A decision says to whom it will be sent (nơi nhận).
        #[error("no recipient of {decision} is named")]
        RecipientsMissing {
            /// The decision.
            decision: DecisionId,
        } = "recipients_missing",
        /// The draft does not award it, or no longer: its approval was withdrawn since.
        #[error("{nomination} is not in the draft of {decision}")]
        NotInDraft {
            /// The nomination.
            nomination: NominationId,
            /// The decision.
            decision: DecisionId,
        } = "not_in_draft",
        /// The head of Home Affairs initials the content, the Office the form.
        #[error("a {} does not initial for {aspect:?}", role.as_str())]
        InitialNotYours {
            /// For what.
            aspect: InitialAspect,
            /// The acting role.
            role: Role,
        } = "initial_not_yours",
        /// Both initials stand on a draft before it is signed.
        #[error("the draft lacks initials")]
        InitialsMissing {
            /// For what.
            aspects: Vec<InitialAspect>,
        } = "initials_missing",
        /// Nobody signs ahead of time.
        #[error("signed at {signed_at}, it is {now}")]
        SignedInFuture {
            /// When it is said to be signed.
            signed_at: Moment,
            /// The present.
            now: Moment,
        } = "signed_in_future",
        /// A signature stands on a draft that was ready.
        #[error("signed at {signed_at}, the draft was ready at {ready_at}")]
        SignedBeforeReady {
            /// When it is said to be signed.
            signed_at: Moment,
            /// When the draft got its last initial.
            ready_at: Moment,
        } = "signed_before_ready",
        /// The signer did not hold the office on that day (INV-29).
        #[error("the assignment {assignment} is not in force on {day}")]
        SignerNotInOffice {
            /// The acting assignment.
            assignment: AssignmentId,
            /// The day of the signature.
            day: Date,
        } = "signer_not_in_office",
        /// Who approved no longer holds the office: the successor decides again.
        #[error("the assignment that approved {nomination} has ended")]
        ApproverChanged {
            /// The nomination.
            nomination: NominationId,
            /// The assignment that approved.
            assignment: AssignmentId,
        } = "approver_changed",
        /// A place of the quota must be held for everybody who is awarded (INV-24).
        #[error("no place is held for {nomination}")]
        NoPlaceHeld {
            /// The nomination.
            nomination: NominationId,
            /// For whom.
            kind: NomineeKind,
        } = "no_place_held",
        /// Number, seal and issue come after the signature (INV-27).
        #[error("{decision} is not signed")]
        NotSigned {
            /// The decision.
            decision: DecisionId,
        } = "decision_not_signed",
        /// The records clerk may not be the signer (SD6).
        #[error("who signed {decision} may not number it")]
        NumberedBySigner {
            /// The decision.
            decision: DecisionId,
        } = "numbered_by_signer",
        /// The date is the day of the signature or the next working day (INV-27).
        #[error("{date} is neither {earliest} nor {latest}")]
        NumberDateOutOfRange {
            /// The date asked for.
            date: Date,
            /// The day of the signature.
            earliest: Date,
            /// The next working day.
            latest: Date,
        } = "number_date_out_of_range",
        /// A document is not dated ahead (INV-27).
        #[error("{date} is later than {today}")]
        NumberDateInFuture {
            /// The date asked for.
            date: Date,
            /// The day.
            today: Date,
        } = "number_date_in_future",
        /// Numbers start at 1.
        #[error("a number starts at 1")]
        NumberNotPositive {} = "number_not_positive",
        /// Another decision of this series and year bears it (INV-28).
        #[error("{number}/{symbol} of {year} is the number of {bearer}")]
        NumberTaken {
            /// The number.
            number: u32,
            /// The symbol.
            symbol: String,
            /// The year.
            year: i16,
            /// Who bears it.
            bearer: DecisionId,
        } = "number_taken",
        /// It bears another number already.
        #[error("{decision} bears the number {number}")]
        AlreadyNumbered {
            /// The decision.
            decision: DecisionId,
            /// Its number.
            number: u32,
            /// Its date.
            date: Date,
        } = "decision_numbered",
        /// The seal comes after the number.
        #[error("{decision} bears no number")]
        NotNumbered {
            /// The decision.
            decision: DecisionId,
        } = "decision_not_numbered",
        /// Issued is what bears the organisation's signature or seal.
        #[error("{decision} lacks the organisation's signature")]
        NotSealed {
            /// The decision.
            decision: DecisionId,
        } = "organisation_signature_missing",
        /// The signer neither seals nor issues (SD6).
        #[error("who signed {decision} may neither seal nor issue it")]
        HandledBySigner {
            /// The decision.
            decision: DecisionId,
        } = "handled_by_signer",
        /// Nothing is issued before it is signed.
        #[error("{decision} was signed at {signed_at}, after {issued_at}")]
        IssuedBeforeSignature {
            /// The decision.
            decision: DecisionId,
            /// When it was signed.
            signed_at: Moment,
            /// When it is said to be issued.
            issued_at: Moment,
        } = "issued_before_signature",
        /// The prizes of the decision follow from the base wage of its day (INV-31).
        #[error("{instrument} has no base wage on {day}")]
        BaseWageUnknown {
            /// The series of base wages.
            instrument: InstrumentId,
            /// The day.
            day: Date,
        } = "base_wage_unknown",
        /// Dispatch, receipts and notices come after the issue.
        #[error("{decision} is not issued")]
        NotIssued {
            /// The decision.
            decision: DecisionId,
        } = "decision_not_issued",
        /// The list of recipients is frozen with the content.
        #[error("{recipient} is not a recipient")]
        NotARecipient {
            /// The recipient.
            recipient: String,
        } = "not_a_recipient",
        /// Nothing was sent there, or it was called back.
        #[error("nothing was sent to {recipient}")]
        NotDispatched {
            /// The recipient.
            recipient: String,
        } = "decision_not_dispatched",
        /// Nothing is received ahead of time.
        #[error("received on {received_on}, it is {today}")]
        ReceivedInFuture {
            /// The day it is said to be received.
            received_on: Date,
            /// The day.
            today: Date,
        } = "received_in_future",
        /// Units are told results, not where a case stands.
        #[error("{nomination} stands at {}", gate.as_str())]
        ResultPending {
            /// The nomination.
            nomination: NominationId,
            /// Where it stands.
            gate: Gate,
        } = "result_pending",
        /// The scan shows the signed paper, not the draft.
        #[error("the scan of {decision} is its draft")]
        ScanIsDraft {
            /// The decision.
            decision: DecisionId,
        } = "scan_is_draft",
        /// Nothing is issued before the date it bears.
        #[error("{decision} bears the date {date}, it is {day}")]
        IssuedBeforeDate {
            /// The decision.
            decision: DecisionId,
            /// The date it bears.
            date: Date,
            /// The day.
            day: Date,
        } = "issued_before_date",
        /// What is issued is no longer undone: another decision amends, replaces or revokes it (4.9).
        #[error("{decision} is issued")]
        IssuedAlready {
            /// The decision.
            decision: DecisionId,
        } = "decision_issued",
        /// The signature was voided: the decision is drafted anew before anybody signs it again.
        #[error("the signature of {decision} is voided")]
        SignatureIsVoided {
            /// The decision.
            decision: DecisionId,
        } = "signature_voided",
        /// Only a number that the decision bears is voided.
        #[error("{decision} does not bear the number {number}")]
        NumberNotBorne {
            /// The decision.
            decision: DecisionId,
            /// The number.
            number: u32,
        } = "number_not_borne",
        /// A series has one source of numbers (INV-28).
        #[error("the numbers of {symbol} in {year} come from {expected:?}")]
        NumberSourceDiffers {
            /// The symbol.
            symbol: String,
            /// The year.
            year: i16,
            /// Whose numbers they are.
            expected: NumberSource,
        } = "number_source_differs",
        /// Nothing is being verified about this awardee: the decision is issued as it is.
        #[error("{nomination} is not held")]
        NotHeld {
            /// The nomination.
            nomination: NominationId,
        } = "nominee_not_held",
        /// A later decision is about one of the same campaign.
        #[error("{decision} is of another campaign")]
        OfAnotherCampaign {
            /// The decision that is referred to.
            decision: DecisionId,
        } = "decision_of_another_campaign",
        /// A decision that amends or revokes gives no award: refer to the one that gave it.
        #[error("{decision} gives no award")]
        GivesNoAward {
            /// The decision that is referred to.
            decision: DecisionId,
        } = "decision_gives_no_award",
        /// It is in force no more: refer to the one that replaced it.
        #[error("{decision} is ended by {by}")]
        Ended {
            /// The decision that is referred to.
            decision: DecisionId,
            /// The decision that ended it.
            by: DecisionId,
        } = "decision_ended",
        /// Only an award that this decision gave, and that is held still, is amended or revoked.
        #[error("{nomination} holds no award of {decision}")]
        NotAwardedBy {
            /// The nomination.
            nomination: NominationId,
            /// The decision that is referred to.
            decision: DecisionId,
        } = "not_awarded_by_decision",
        /// A person is named with a title; a collective has neither title nor category.
        #[error("{nomination} is of kind {kind}: the amendment does not fit")]
        AmendmentNotOfKind {
            /// The nomination.
            nomination: NominationId,
            /// Its kind.
            kind: NomineeKind,
        } = "amendment_not_of_kind",
        /// A concluded violation says when it took place (Law art. 93.2.d).
        #[error("the revocation does not say when the conduct took place")]
        ConductMissing {} = "revocation_conduct_missing",
        /// Conduct outside the period of achievement is no ground (Law art. 93.2.d, E04).
        #[error("the conduct of {from} to {until} does not lie in {year}")]
        ConductOutsidePeriod {
            /// The year of achievement.
            year: i16,
            /// First day of the conduct.
            from: Date,
            /// Last day of the conduct.
            until: Date,
        } = "conduct_outside_period",
        /// The letter of this number says something else.
        #[error("the letter {letter_no} is recorded already, with other content")]
        CorrectedOtherwise {
            /// The letter.
            letter_no: String,
        } = "correction_recorded_otherwise",
        /// A letter of correction bears a number.
        #[error("the letter bears no number")]
        LetterNumberMissing {} = "letter_number_missing",
        /// A letter of correction follows the decision, and is not dated ahead.
        #[error("{date} does not lie between {earliest} and {latest}")]
        LetterDateOutOfRange {
            /// The date of the letter.
            date: Date,
            /// The date of the decision.
            earliest: Date,
            /// The day.
            latest: Date,
        } = "letter_date_out_of_range",
        /// Nothing was called back from there.
        #[error("nothing was called back from {recipient}")]
        NotRecalled {
            /// The recipient.
            recipient: String,
        } = "decision_not_recalled",
        /// Nothing is confirmed ahead of time.
        #[error("confirmed on {confirmed_on}, it is {today}")]
        RecallConfirmedInFuture {
            /// The day it is said to be confirmed.
            confirmed_on: Date,
            /// The day.
            today: Date,
        } = "recall_confirmed_in_future",
    }
}
