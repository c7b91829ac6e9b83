//! What the canned audits say.

use serde_json::{Map, Value};

use crate::{Language, Texts, family::lines};

lines! {
    /// One thing that an audit says, by the last part of its message `audit-<slug>`.
    AuditLine;

    /// Title: one person at two gates that exclude each other.
    TwoGates = "two-gates" {},
    /// Title: submissions and the deadline.
    Late = "late" {},
    /// Title: a review before the dossier was complete.
    Incomplete = "incomplete" {},
    /// Title: votes without quorum, by outsiders, by the conflicted.
    Votes = "votes" {},
    /// Title: the quota, exceeded or moved.
    Quota = "quota" {},
    /// Title: what was signed is not what was approved.
    DraftHash = "draft-hash" {},
    /// Title: a decision older than its meeting.
    BeforeMeeting = "before-meeting" {},
    /// Title: gaps and repeats in numbers.
    Numbers = "numbers" {},
    /// Title: authority used outside its validity.
    Delegation = "delegation" {},
    /// Title: sent back often, or passed in no time.
    Pace = "pace" {},
    /// Title: one report for several nominees.
    SameReport = "same-report" {},
    /// Title: an awarded unit whose leader was disciplined.
    LeaderDiscipline = "leader-discipline" {},
    /// Title: units that nominated nobody.
    SilentUnits = "silent-units" {},
    /// Title: acts outside working hours.
    Hours = "hours" {},
    /// Title: recorded long after it happened.
    Backdated = "backdated" {},
    /// Title: corrections, and who asked for them.
    Corrections = "corrections" {},
    /// Title: values that nobody can read any more.
    Withheld = "withheld" {},

    /// The votes audit knows a nominee only by a reference.
    VotesLimit = "votes-limit" {},
    /// Series of another system cannot be checked for gaps.
    NumbersLimit = "numbers-limit" {},
    /// The ledger holds hashes of reports, not their text.
    SameReportLimit = "same-report-limit" {},
    /// The ledger knows no devices.
    HoursLimit = "hours-limit" {},
    /// The ledger does not say whose a nominee's values are.
    WithheldLimit = "withheld-limit" {},

    /// The same person did both.
    SamePerson = "same-person" { person, first, second },
    /// Drafting a nomination or attaching its report.
    HandWrite = "hand-write" {},
    /// Assessing or recommending.
    HandAssess = "hand-assess" {},
    /// Confirming a review.
    HandConfirm = "hand-confirm" {},
    /// Signing a decision.
    HandSign = "hand-sign" {},
    /// Giving its number.
    HandNumber = "hand-number" {},
    /// Asking to lift a hold.
    HandAskLift = "hand-ask-lift" {},
    /// Lifting it.
    HandLift = "hand-lift" {},
    /// Asking for an assignment.
    HandAskRole = "hand-ask-role" {},
    /// Granting it.
    HandGrantRole = "hand-grant-role" {},
    /// Setting money aside.
    HandCommit = "hand-commit" {},
    /// Paying it.
    HandPay = "hand-pay" {},
    /// Sent after the deadline with nothing that lets it in.
    SentLate = "sent-late" { due, sent },
    /// Sent in time by its own date, recorded after the deadline.
    RecordedLate = "recorded-late" { due, sent, recorded },
    /// Sent after the deadline with leave.
    SentLatePermitted = "sent-late-permitted" { due, sent },
    /// The deadline moved when submissions were in.
    DeadlineMoved = "deadline-moved" { due, submissions, cause },
    /// Reviewed without parts of the dossier.
    PartsMissing = "parts-missing" { missing },
    /// Reviewed before it was received.
    NotReceived = "not-received" {},
    /// Reviewed while a supplement was open.
    SupplementOpen = "supplement-open" {},
    /// Decided without a quorum.
    NoQuorum = "no-quorum" { nomination, present, recorded_outcome },
    /// The recorded outcome does not follow from the votes.
    OutcomeDiffers = "outcome-differs" { nomination, recorded_outcome, outcome },
    /// Somebody outside the roster voted.
    NotAMember = "not-a-member" { person },
    /// Somebody who was not there voted.
    AbsentVoted = "absent-voted" { person },
    /// A member voted on the own unit.
    ConflictedVoted = "conflicted-voted" { person, nomination, unit },
    /// More places than the quota has.
    QuotaExceeded = "quota-exceeded" { kind, taken, limit },
    /// An event names another quota than the one in force.
    QuotaMisstated = "quota-misstated" { kind, limit, limit_in_force },
    /// Places moved between collectives and individuals.
    QuotaMoved = "quota-moved" { collective, individual, collective_before, individual_before },
    /// The number of places changed.
    QuotaChanged = "quota-changed" { collective, individual, collective_before, individual_before },
    /// The signed paper is not the draft.
    SignedAnother = "signed-another" { draft, signed },
    /// The initials are of another draft.
    InitialledAnother = "initialled-another" { aspect, draft, initialled },
    /// Signed without initials on the last draft.
    SignedUninitialled = "signed-uninitialled" { aspect },
    /// Signed before the Council voted.
    SignedBeforeMeeting = "signed-before-meeting" { signed, meeting, nominations },
    /// Dated before the Council voted.
    DatedBeforeMeeting = "dated-before-meeting" { date, meeting, nominations },
    /// A number was given twice.
    NumberReused = "number-reused" { number },
    /// Numbers are missing in a dense series.
    NumberGap = "number-gap" { from, until },
    /// Numbers and dates do not run in the same order.
    NumberOutOfOrder = "number-out-of-order" { number, date },
    /// Signed for another without a delegation that the ledger knows.
    DelegationUnknown = "delegation-unknown" { authority },
    /// Used before its first or after its last day.
    DelegationExpired = "delegation-expired" { delegation, signed, from, until },
    /// Used by somebody else.
    DelegationOfAnother = "delegation-of-another" { delegation, assignment },
    /// Used for an act that it does not name.
    DelegationBeyond = "delegation-beyond" { delegation },
    /// Acted under an assignment that was not in force.
    AssignmentNotInForce = "assignment-not-in-force" { assignment, role, day },
    /// Sent back often.
    OftenReturned = "often-returned" { times },
    /// Reviewed in no time.
    QuickReview = "quick-review" { seconds },
    /// Approved in no time.
    QuickApproval = "quick-approval" { seconds },
    /// One report stands in several nominations.
    ReportRepeated = "report-repeated" { sha256, nominations },
    /// Awarded although a key leader was disciplined.
    LeaderDisciplined = "leader-disciplined" { unit, day, document_number },
    /// A unit sent nothing.
    NothingSent = "nothing-sent" { unit, campaign },
    /// An act outside working hours.
    OutOfHours = "out-of-hours" { role, assignment, recorded },
    /// Recorded days after it happened.
    RecordedDaysLater = "recorded-days-later" { days, reason_code, role, assignment },
    /// Something was corrected.
    Corrected = "corrected" { event, role, assignment, on_behalf_of },
    /// The key of an owner is destroyed.
    KeyDestroyed = "key-destroyed" { owner, ground_in_words, values },
}

impl Texts {
    /// A line of an audit, with these facts.
    #[must_use]
    pub fn audit(&self, language: Language, line: AuditLine, facts: &Map<String, Value>) -> String {
        self.member(language, &format!("audit-{}", line.as_str()), facts)
    }
}
