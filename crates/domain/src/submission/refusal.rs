//! Why a command on a submission is refused.

use jiff::civil::Date;

use crate::{DocumentKind, Moment, NominationId, SubmissionId, UnitSessionId, quota::SlotHolder};

refusals! {
    /// Reasons against a command on a submission, each with its facts.
    pub enum Refusal {
        /// There is no such submission.
        #[error("there is no submission {submission}")]
        Absent {
            /// The submission.
            submission: SubmissionId,
        } = "submission_absent",
        /// It is with Home Affairs: nothing can be edited any more.
        #[error("{submission} is sent already")]
        AlreadySent {
            /// The submission.
            submission: SubmissionId,
        } = "submission_sent",
        /// It was refused or withdrawn: a new submission takes its place.
        #[error("{submission} has ended")]
        Ended {
            /// The submission.
            submission: SubmissionId,
        } = "submission_ended",
        /// It was returned: it is sent again by resubmitting it.
        #[error("{submission} was returned")]
        Returned {
            /// The submission.
            submission: SubmissionId,
        } = "submission_returned",
        /// The letter must be signed first.
        #[error("the letter of {submission} is not signed")]
        NotSigned {
            /// The submission.
            submission: SubmissionId,
        } = "submission_not_signed",
        /// Only what was sent can be acknowledged.
        #[error("{submission} is not sent")]
        NotSent {
            /// The submission.
            submission: SubmissionId,
        } = "submission_not_sent",
        /// A shared part is a letter or an extract; the report belongs to its nomination.
        #[error("{kind:?} is no shared part of a submission")]
        NotASharedPart {
            /// What was named.
            kind: DocumentKind,
        } = "not_a_shared_part",
        /// One of the three parts of the dossier is missing (plan III.3, INV-11).
        #[error("the dossier lacks its {part:?}")]
        PartMissing {
            /// The part.
            part: DocumentKind,
            /// Whose report, where it is a report.
            #[serde(skip_serializing_if = "Option::is_none")]
            nomination: Option<NominationId>,
        } = "dossier_part_missing",
        /// The nominee has not confirmed the report that is attached.
        #[error("the report of {nomination} is not confirmed")]
        ReportNotConfirmed {
            /// The nomination.
            nomination: NominationId,
        } = "report_not_confirmed",
        /// The letter proposes nobody yet.
        #[error("{submission} has no list")]
        ListMissing {
            /// The submission.
            submission: SubmissionId,
        } = "submission_list_missing",
        /// The extract that lies there is not certified.
        #[error("the extract of {submission} is not certified")]
        ExtractNotCertified {
            /// The submission.
            submission: SubmissionId,
        } = "extract_not_certified",
        /// The nomination is not of this unit or campaign.
        #[error("{nomination} is not of this unit")]
        OfAnotherUnit {
            /// The nomination.
            nomination: NominationId,
        } = "nomination_of_another_unit",
        /// The meeting is not of this unit or campaign.
        #[error("the meeting {session} is not of this unit")]
        SessionOfAnotherUnit {
            /// The meeting.
            session: UnitSessionId,
        } = "session_of_another_unit",
        /// The cited meeting did not endorse it (INV-10).
        #[error("the meeting {session} did not endorse {nomination}")]
        NotEndorsed {
            /// The nomination.
            nomination: NominationId,
            /// The meeting.
            session: UnitSessionId,
        } = "not_endorsed_in_session",
        /// A letter cannot be older than the meeting it rests on (INV-10).
        #[error("the meeting of {held_on} is later than the letter of {letter_date}")]
        SessionAfterLetter {
            /// When the meeting was held.
            held_on: Date,
            /// The day of the letter.
            letter_date: Date,
        } = "session_after_letter",
        /// More are listed than slots are free (plan V.4, INV-10, INV-23).
        #[error("{holder} has {free} free slots, {asked} are asked for")]
        NoFreeSlot {
            /// Unit or group.
            holder: SlotHolder,
            /// Free.
            free: u32,
            /// Asked for.
            asked: u32,
        } = "no_free_slot",
        /// Home Affairs has not announced the deadline yet.
        #[error("no deadline is announced")]
        DeadlineNotAnnounced {} = "deadline_not_announced",
        /// Dossiers had to be in by then (plan V.4, INV-15).
        #[error("dossiers were due at {due}, it is {now}")]
        DeadlinePassed {
            /// The deadline.
            due: Moment,
            /// The present.
            now: Moment,
        } = "deadline_passed",
        /// A permission answers a request (4.5).
        #[error("nobody asks to send {submission} late")]
        LatePermissionNotRequested {
            /// The submission.
            submission: SubmissionId,
        } = "late_permission_not_requested",
        /// A permission ends after the deadline, and ahead of the present.
        #[error("a permission until {until} permits nothing: the deadline is {deadline}")]
        LatePermissionEmpty {
            /// Until when it would last.
            until: Moment,
            /// The deadline.
            deadline: Moment,
            /// The present.
            now: Moment,
        } = "late_permission_empty",
        /// Submissions of a unit are numbered without a gap.
        #[error("the submission before {submission} is not opened")]
        OutOfOrder {
            /// The submission.
            submission: SubmissionId,
        } = "submission_out_of_order",
        /// The list does not follow the recorded ranking (INV-10).
        #[error("{nomination} is ranked before somebody who is listed before")]
        OutOfRank {
            /// The nomination that comes too late.
            nomination: NominationId,
        } = "list_out_of_rank",
        /// A nominee is in one live letter only (INV-10).
        #[error("{nomination} is listed in {submission} already")]
        InAnotherLetter {
            /// The nomination.
            nomination: NominationId,
            /// The other letter.
            submission: SubmissionId,
        } = "in_another_letter",
        /// Only who led the cited meeting certifies its extract (step 7).
        #[error("neither chair nor secretary of {session}")]
        NotLeadOfSession {
            /// The meeting.
            session: UnitSessionId,
        } = "not_lead_of_session",
        /// The nomination is not in this submission, or no longer.
        #[error("{nomination} is not in {submission}")]
        NotInSubmission {
            /// The nomination.
            nomination: NominationId,
            /// The submission.
            submission: SubmissionId,
        } = "not_in_submission",
        /// Nobody of the list is there any more.
        #[error("nobody in {submission} is left to acknowledge")]
        NothingToAcknowledge {
            /// The submission.
            submission: SubmissionId,
        } = "nothing_to_acknowledge",
        /// Only what went back to the unit can be closed.
        #[error("{submission} was not returned")]
        NotReturned {
            /// The submission.
            submission: SubmissionId,
        } = "submission_not_returned",
        /// What is returned for its shared parts goes back as a whole.
        #[error("{submission} goes back as a whole")]
        ReturnedAsAWhole {
            /// The submission.
            submission: SubmissionId,
        } = "returned_as_a_whole",
        /// A return says what is wrong (INV-14).
        #[error("nothing is said to be wrong")]
        NothingWrong {} = "nothing_wrong",
        /// A dossier of one nominee goes back for its report or its evidence.
        #[error("{part:?} is no part of a single dossier")]
        NotASinglePart {
            /// What was named.
            part: DocumentKind,
        } = "not_a_single_part",
        /// The last day lies behind.
        #[error("{due} is earlier than {today}")]
        DueBehind {
            /// The last day.
            due: Date,
            /// The present day.
            today: Date,
        } = "due_behind",
        /// The last day for what was asked for is over.
        #[error("it was due on {due}, it is {today}")]
        SupplementLate {
            /// The last day.
            due: Date,
            /// The present day.
            today: Date,
        } = "supplement_late",
        /// The last day for what was asked for is not over yet.
        #[error("it may come until {due}, it is {today}")]
        SupplementStillDue {
            /// The last day.
            due: Date,
            /// The present day.
            today: Date,
        } = "supplement_still_due",
        /// A part that was found wrong is the same as before.
        #[error("the {part:?} was not replaced")]
        PartNotReplaced {
            /// The part.
            part: DocumentKind,
            /// Whose, where it is the part of one nominee.
            #[serde(skip_serializing_if = "Option::is_none")]
            nomination: Option<NominationId>,
        } = "part_not_replaced",
        /// Something that was asked for does not come.
        #[error("the {part:?} that was asked for in {nomination} is missing")]
        PartNotDelivered {
            /// The part.
            part: DocumentKind,
            /// Whose.
            nomination: NominationId,
        } = "part_not_delivered",
        /// Only what was asked for is supplemented; a report is attached to its nomination.
        #[error("{part:?} was not asked for in {nomination}")]
        PartNotAskedFor {
            /// The part.
            part: DocumentKind,
            /// Whose.
            nomination: NominationId,
        } = "part_not_asked_for",
        /// It is received already.
        #[error("{submission} is received already")]
        AlreadyReceived {
            /// The submission.
            submission: SubmissionId,
        } = "submission_received",
        /// None of the plan's prize rules is in force on this day (INV-17).
        #[error("no prize rule of the plan is in force on {day}")]
        NoRegimeInForce {
            /// The day of receipt.
            day: Date,
        } = "no_regime_in_force",
    }
}
