//! Why a command on a session of the Council is refused.

use jiff::civil::Date;

use crate::{
    AssignmentId, CouncilSessionId, Moment, NominationId, PersonId, Role,
    council_session::{Mode, RecusalGround, Seat},
    nomination::Gate,
};

refusals! {
    /// Reasons against a command on a session, each with its facts.
    pub enum Refusal {
        /// There is no such session.
        #[error("there is no session {session}")]
        Absent {
            /// The session.
            session: CouncilSessionId,
        } = "council_session_absent",
        /// A session with this number is convened otherwise.
        #[error("the session {session} is convened already")]
        AlreadyConvened {
            /// The session.
            session: CouncilSessionId,
        } = "council_session_convened",
        /// Members must know the agenda in time.
        #[error("a session on {asked} is too soon, the earliest day is {earliest}")]
        NoticeTooShort {
            /// The day asked for.
            asked: Date,
            /// The earliest day.
            earliest: Date,
        } = "council_notice_too_short",
        /// The assignment gives no seat in the Council, or not on that day.
        #[error("the assignment {assignment} gives no seat on {day}")]
        NoSeat {
            /// The assignment.
            assignment: AssignmentId,
            /// Its role, if it is known.
            #[serde(skip_serializing_if = "Option::is_none")]
            role: Option<Role>,
            /// The day of the session.
            day: Date,
        } = "no_seat_in_council",
        /// A person has one seat.
        #[error("{member} would have two seats")]
        MemberTwice {
            /// The person.
            member: PersonId,
        } = "council_member_twice",
        /// A session has exactly one chair.
        #[error("the roster has {chairs} chairs")]
        OneChair {
            /// How many were named.
            chairs: u32,
        } = "council_needs_one_chair",
        /// The body has as many members as it is established with (4.8).
        #[error("the body has {members} members, the roster {named}")]
        BodyIncomplete {
            /// Seats of the body.
            members: u32,
            /// How many were named.
            named: u32,
        } = "council_body_incomplete",
        /// The mode of the session does not know this.
        #[error("a session of mode {mode:?} does not know this")]
        OfAnotherMode {
            /// The mode.
            mode: Mode,
        } = "council_other_mode",
        /// In a written consultation nobody meets.
        #[error("nobody meets in a written consultation")]
        NobodyMeets {} = "council_nobody_meets",
        /// Whoever does not vote is no member.
        #[error("{member} is a member and no guest")]
        GuestIsMember {
            /// The person.
            member: PersonId,
        } = "council_guest_is_member",
        /// The member is in the room.
        #[error("{member} is present")]
        MemberPresent {
            /// The member.
            member: PersonId,
        } = "council_member_present",
        /// Attendance before the last count stands, and nobody comes before he left.
        #[error("{at} does not lie between {earliest} and {latest}")]
        AttendanceOutOfOrder {
            /// When, as asked.
            at: Moment,
            /// The earliest moment.
            earliest: Moment,
            /// The latest.
            latest: Moment,
        } = "council_attendance_out_of_order",
        /// Nobody answers after the last day.
        #[error("the consultation ended on {due}")]
        ConsultationOver {
            /// The last day.
            due: Date,
        } = "council_consultation_over",
        /// Members may still answer.
        #[error("members may answer until {due}")]
        ConsultationRunning {
            /// The last day.
            due: Date,
        } = "council_consultation_running",
        /// A member took the item out of the list: it needs a motion of its own.
        #[error("{nomination} is put to the vote alone")]
        ItemPulled {
            /// The item.
            nomination: NominationId,
        } = "council_item_pulled",
        /// The ballot is secret: nothing may tell how a member votes (INV-21).
        #[error("motion {motion} is voted on in secret")]
        BallotIsSecret {
            /// The motion.
            motion: u32,
        } = "ballot_is_secret",
        /// The ballot is open: it is not counted from paper.
        #[error("motion {motion} is voted on openly")]
        BallotIsOpen {
            /// The motion.
            motion: u32,
        } = "ballot_is_open",
        /// So few may vote that a secret ballot hides nobody (4.8).
        #[error("only {eligible} may vote on {nomination}, a secret ballot takes {eligible_min}")]
        TooFewForSecrecy {
            /// The item.
            nomination: NominationId,
            /// Who may vote.
            eligible: u32,
            /// Fewest who may.
            eligible_min: u32,
        } = "too_few_for_secrecy",
        /// The figures of a count contradict each other, or the room.
        #[error("the figures of motion {motion} do not add up")]
        TallyUnsound {
            /// The motion.
            motion: u32,
        } = "tally_unsound",
        /// More votes on an item than valid ballots, or than members who may vote.
        #[error("{votes} votes on {nomination}, at most {most} are possible")]
        TallyExceeds {
            /// The item.
            nomination: NominationId,
            /// Votes counted.
            votes: u32,
            /// The most there can be.
            most: u32,
        } = "tally_exceeds",
        /// Two tellers found different figures.
        #[error("the tellers of motion {motion} differ")]
        TellersDiffer {
            /// The motion.
            motion: u32,
        } = "tellers_differ",
        /// Two tellers count a secret ballot before it is closed.
        #[error("motion {motion} is not counted by two tellers")]
        TallyMissing {
            /// The motion.
            motion: u32,
        } = "tally_missing",
        /// The ballots are counted: the room and the recusals stand.
        #[error("the ballots of motion {motion} are counted")]
        BallotsCounted {
            /// The motion.
            motion: u32,
        } = "ballots_counted",
        /// A member has one vote.
        #[error("{member} is named with two votes")]
        VotesTwice {
            /// The member.
            member: PersonId,
        } = "council_votes_twice",
        /// The body is not complete without this seat.
        #[error("the roster lacks the seat {seat:?}")]
        SeatEmpty {
            /// The seat.
            seat: Seat,
        } = "council_seat_empty",
        /// The roll is called: the agenda is closed.
        #[error("the agenda of {session} is closed")]
        AgendaClosed {
            /// The session.
            session: CouncilSessionId,
        } = "agenda_closed",
        /// The nomination is of another campaign.
        #[error("{nomination} is of another campaign")]
        OfAnotherCampaign {
            /// The nomination.
            nomination: NominationId,
        } = "nomination_of_another_campaign",
        /// The session is convened for a later day.
        #[error("the session is convened for {at}")]
        NotDue {
            /// When.
            at: Moment,
        } = "council_session_not_due",
        /// The roll was called otherwise.
        #[error("the roll of {session} is called already")]
        RollCalled {
            /// The session.
            session: CouncilSessionId,
        } = "council_roll_called",
        /// The person is not on the roster.
        #[error("{member} is no member")]
        NotAMember {
            /// The person.
            member: PersonId,
        } = "not_a_council_member",
        /// The session is not open: its roll is not called, or it is over.
        #[error("the session {session} is not open")]
        NotOpen {
            /// The session.
            session: CouncilSessionId,
        } = "council_session_not_open",
        /// The member is not present (INV-19).
        #[error("{member} is not present")]
        MemberAbsent {
            /// The member.
            member: PersonId,
        } = "council_member_absent",
        /// A member speaks for himself, or the secretary records it; there are no proxies.
        #[error("only {member} or the secretary may do this")]
        NoProxy {
            /// The member.
            member: PersonId,
        } = "no_proxy_in_council",
        /// The item is not on the agenda.
        #[error("{nomination} is not on the agenda")]
        NotOnAgenda {
            /// The item.
            nomination: NominationId,
        } = "not_on_agenda",
        /// The item was put to the vote already.
        #[error("{nomination} was put to the vote in motion {motion}")]
        AlreadyVoted {
            /// The item.
            nomination: NominationId,
            /// The motion.
            motion: u32,
        } = "item_voted_already",
        /// Motions are numbered in order.
        #[error("the next motion is {expected}")]
        MotionOutOfOrder {
            /// The next number.
            expected: u32,
        } = "motion_out_of_order",
        /// Another vote is still open.
        #[error("motion {motion} is still open")]
        MotionOpen {
            /// The open motion.
            motion: u32,
        } = "motion_open",
        /// Who must take no part in an item says so first, or the chair does (SD4).
        #[error("{member} must take no part in {nomination}")]
        RecusalMissing {
            /// The member.
            member: PersonId,
            /// The item.
            nomination: NominationId,
            /// On which rule.
            ground: RecusalGround,
        } = "recusal_missing",
        /// No such rule applies to the member and the item (SD4).
        #[error("{member} may take part in {nomination}")]
        GroundNotMet {
            /// The member.
            member: PersonId,
            /// The item.
            nomination: NominationId,
            /// On which rule.
            ground: RecusalGround,
        } = "recusal_ground_not_met",
        /// Only whoever presides does this: the chair or, where the chair is not there or takes no part, a
        /// vice-chair (SD5).
        #[error("only who presides may do this")]
        NotTheChair {} = "not_the_council_chair",
        /// What the vote decided lies before the Chairman, or went on from there.
        #[error("{nomination} stands at {}", gate.as_str())]
        VoteActedOn {
            /// The item.
            nomination: NominationId,
            /// Where it stands.
            gate: Gate,
        } = "vote_acted_on",
        /// The slot that a rejection freed has been taken by another since.
        #[error("no slot is free for {nomination}")]
        SlotGone {
            /// The item.
            nomination: NominationId,
        } = "council_slot_gone",
        /// There is no such motion.
        #[error("there is no motion {motion}")]
        MotionAbsent {
            /// The motion.
            motion: u32,
        } = "motion_absent",
        /// The vote is closed (INV-19).
        #[error("motion {motion} is closed")]
        MotionClosed {
            /// The motion.
            motion: u32,
        } = "motion_closed",
        /// The member takes no part in any item of the motion (INV-19).
        #[error("{member} takes no part in motion {motion}")]
        MemberRecused {
            /// The member.
            member: PersonId,
            /// The motion.
            motion: u32,
        } = "council_member_recused",
        /// An exception names an item that the motion does not hold.
        #[error("{nomination} is not in motion {motion}")]
        NotInMotion {
            /// The item.
            nomination: NominationId,
            /// The motion.
            motion: u32,
        } = "not_in_motion",
        /// Items of the agenda were not put to the vote.
        #[error("items of the agenda were not voted on")]
        ItemsUndecided {
            /// The items.
            nominations: Vec<NominationId>,
        } = "council_items_undecided",
        /// The session is not closed yet.
        #[error("the session {session} is not closed")]
        NotClosed {
            /// The session.
            session: CouncilSessionId,
        } = "council_session_not_closed",
        /// Other minutes are signed.
        #[error("other minutes of {session} are signed")]
        MinutesSigned {
            /// The session.
            session: CouncilSessionId,
        } = "council_minutes_signed",
    }
}
