//! A session waits for its secretary until its minutes are signed; while a motion is open, the
//! members' ballots are waited for beside it.

use super::turn::{Own, Turn};
use khen_domain::{CommandKind, Role, council_session::Event};

/// The secretary keeps the session; the chair may do the same. `memory` holds how many items were not
/// voted on yet.
pub(super) fn turn(memory: &str, event: &Event) -> Turn {
    let mut left: usize = memory.parse().unwrap_or(0);
    let mut own = Own::AsBefore;
    let act = match event {
        Event::CouncilConvened { at, .. } => {
            own = Own::At(at.timestamp());
            CommandKind::ListNominations
        }
        Event::NominationsListed { nominations } => {
            left += nominations.len();
            CommandKind::RecordAttendance
        }
        Event::MotionOpened { .. } => CommandKind::CloseMotion,
        Event::AttendanceRecorded { .. }
        | Event::ConsultationSent { .. }
        | Event::MotionAnnulled { .. } => CommandKind::OpenMotion,
        Event::CouncilMotionClosed { items, .. } => {
            left = left.saturating_sub(items.len());
            next_vote(left)
        }
        Event::CouncilSessionClosed {} => {
            own = Own::Nothing;
            CommandKind::SignMinutes
        }
        Event::RecusalDeclared { .. }
        | Event::RecusalImposed { .. }
        | Event::MemberArrived { .. }
        | Event::MemberDeparted { .. }
        | Event::ItemPulled { .. }
        | Event::BallotCast { .. }
        | Event::VotesRecorded { .. }
        | Event::WrittenOpinionRecorded { .. }
        | Event::TallyRecorded { .. } => return Turn::Keep,
        Event::ReferredToFullCouncil { nominations } => {
            left = left.saturating_sub(nominations.len());
            next_vote(left)
        }
        Event::CouncilMinutesSigned { .. } => return Turn::Done,
    };
    let turn = Turn::any(Role::CouncilSecretary, act).due(own);
    turn.remembering(left.to_string())
}

/// What follows a vote, with so many items left.
fn next_vote(left: usize) -> CommandKind {
    if left > 0 {
        CommandKind::OpenMotion
    } else {
        CommandKind::CloseCouncilSession
    }
}

/// Whether an event opens or closes a vote.
pub(super) fn touches_ballots(event: &Event) -> bool {
    matches!(
        event,
        Event::MotionOpened { .. }
            | Event::CouncilMotionClosed { .. }
            | Event::MotionAnnulled { .. }
    )
}

/// `memory` holds the numbers of the motions that are open.
pub(super) fn ballots(memory: &str, event: &Event) -> Turn {
    let open = memory.split(' ').filter(|number| !number.is_empty());
    let mut open: Vec<String> = open.map(str::to_owned).collect();
    match event {
        Event::MotionOpened { motion, .. } => open.push(motion.to_string()),
        Event::CouncilMotionClosed { motion, .. } | Event::MotionAnnulled { motion, .. } => {
            let closed = motion.to_string();
            open.retain(|number| *number != closed);
        }
        Event::CouncilConvened { .. }
        | Event::NominationsListed { .. }
        | Event::AttendanceRecorded { .. }
        | Event::RecusalDeclared { .. }
        | Event::RecusalImposed { .. }
        | Event::ConsultationSent { .. }
        | Event::MemberArrived { .. }
        | Event::MemberDeparted { .. }
        | Event::ItemPulled { .. }
        | Event::ReferredToFullCouncil { .. }
        | Event::BallotCast { .. }
        | Event::VotesRecorded { .. }
        | Event::WrittenOpinionRecorded { .. }
        | Event::TallyRecorded { .. }
        | Event::CouncilSessionClosed {}
        | Event::CouncilMinutesSigned { .. } => return Turn::Keep,
    }
    if open.is_empty() {
        return Turn::Done;
    }
    Turn::any(Role::CouncilMember, CommandKind::CastBallot).remembering(open.join(" "))
}
