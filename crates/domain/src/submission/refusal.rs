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
        /// None of the plan's prize rules is in force on this day (INV-17).
        #[error("no prize rule of the plan is in force on {day}")]
        NoRegimeInForce {
            /// The day of receipt.
            day: Date,
        } = "no_regime_in_force",
    }
}
