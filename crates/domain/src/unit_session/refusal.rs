//! Why a unit's meeting or a ranking is refused.

use jiff::civil::Date;

use crate::{AssignmentId, GroupId, NominationId, UnitId, UnitSessionId, nomination::Gate};

refusals! {
    /// Reasons against a record of a meeting or a ranking, each with its facts.
    pub enum Refusal {
        /// A meeting with other content is recorded under this number.
        #[error("{session} is recorded already, with other content")]
        Held {
            /// The meeting.
            session: UnitSessionId,
        } = "unit_session_held",
        /// The meeting before is not recorded.
        #[error("the meeting before {session} is not recorded")]
        OutOfOrder {
            /// The meeting.
            session: UnitSessionId,
        } = "unit_session_out_of_order",
        /// The day of the meeting lies ahead.
        #[error("the meeting of {date} lies ahead")]
        MeetingAhead {
            /// The day.
            date: Date,
        } = "meeting_ahead",
        /// The meeting was held before the nomination was proposed to it.
        #[error("{nomination} was proposed on {proposed_on}, after the meeting of {date}")]
        HeldBeforeProposal {
            /// The nomination.
            nomination: NominationId,
            /// The day of the meeting.
            date: Date,
            /// The day of the proposal.
            proposed_on: Date,
        } = "meeting_before_proposal",
        /// Who presided was neither head nor deputy of the unit on that day.
        #[error("{chair} was neither head nor deputy of the unit on {date}")]
        ChairUnknown {
            /// The assignment.
            chair: AssignmentId,
            /// The day.
            date: Date,
        } = "chair_unknown",
        /// Who kept the minutes was not the secretary of the unit on that day.
        #[error("{secretary} was not the secretary of the unit on {date}")]
        SecretaryUnknown {
            /// The assignment.
            secretary: AssignmentId,
            /// The day.
            date: Date,
        } = "secretary_unknown",
        /// Nobody presides over the vote on the own nomination (SD10).
        #[error("who presided is the nominee of {nomination}")]
        ChairIsNominee {
            /// The nomination.
            nomination: NominationId,
        } = "chair_is_nominee",
        /// The staff that the meeting counts is not the staff of the directory, and the quorum hangs
        /// on it.
        #[error("{unit} has a staff of {staff}, the meeting counts {total}")]
        StaffDiffers {
            /// The unit.
            unit: UnitId,
            /// Staff, as the directory says.
            staff: u32,
            /// Staff, as the meeting says.
            total: u32,
        } = "staff_differs",
        /// Nobody belongs to the unit, or more were present than belong to it.
        #[error("{present} of {total} cannot have been present")]
        AttendanceUnsound {
            /// Present.
            present: u32,
            /// Staff of the unit.
            total: u32,
        } = "attendance_unsound",
        /// Votes and those who stepped out do not make up the attendance.
        #[error("the votes on {nomination} do not make up {present} present")]
        VotesUnsound {
            /// The item.
            nomination: NominationId,
            /// Present.
            present: u32,
        } = "votes_unsound",
        /// A nominee steps out of the own motion (4.8).
        #[error("nobody stepped out of {nomination}")]
        NomineeStayed {
            /// The item.
            nomination: NominationId,
        } = "nominee_stayed",
        /// The nomination is another unit's, or another campaign's.
        #[error("{nomination} is not of this unit")]
        OfAnotherUnit {
            /// The item.
            nomination: NominationId,
        } = "of_another_unit",
        /// Only collectives of the group are ranked with it.
        #[error("{nomination} is no collective of {group}")]
        NotOfGroup {
            /// The nomination.
            nomination: NominationId,
            /// The group.
            group: GroupId,
        } = "not_of_group",
        /// Only individuals of the unit are ranked with it.
        #[error("{nomination} is no individual of {unit}")]
        NotIndividualOf {
            /// The nomination.
            nomination: NominationId,
            /// The unit.
            unit: UnitId,
        } = "not_individual_of",
        /// Somebody who was carried, and has or awaits a slot, is not ranked.
        #[error("the ranking leaves out {missing:?}")]
        RankingIncomplete {
            /// The nominations left out.
            missing: Vec<NominationId>,
        } = "ranking_incomplete",
        /// An endorsed nomination keeps its slot: only a lower quota takes it away.
        #[error("{nomination} is endorsed and cannot fall behind the slots")]
        EndorsedBehind {
            /// The nomination.
            nomination: NominationId,
        } = "endorsed_behind",
        /// A sister unit of the plan's scope votes in a unit's place, or the head of a higher one (E16).
        #[error("this body cannot vote in the place of {session}")]
        AlternateUnfit {
            /// The meeting.
            session: UnitSessionId,
        } = "alternate_body_unfit",
        /// There was no such meeting.
        #[error("{session} was not held")]
        NotHeld {
            /// The meeting.
            session: UnitSessionId,
        } = "unit_session_absent",
        /// A vote is annulled only before anybody whom it carried is submitted (4.5 row 9).
        #[error("{nomination} was submitted since and is at {gate:?}")]
        SubmittedSince {
            /// The nomination.
            nomination: NominationId,
            /// Where it stands.
            gate: Gate,
        } = "submitted_since",
    }
}
