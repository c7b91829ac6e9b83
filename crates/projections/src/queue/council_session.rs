//! A session waits for its secretary until its minutes are signed; while a motion is open, the
//! members' ballots are waited for beside it.

use super::turn::{About, Turn};
use khen_domain::{CommandKind, Role, StreamKey, council_session::Event};

/// The key of a session is its campaign and a number.
pub(super) fn of_stream(stream: &StreamKey) -> Option<About> {
    let (campaign, _) = stream.key().rsplit_once('-')?;
    Some(About {
        campaign: campaign.to_owned(),
        unit: None,
    })
}

/// The secretary keeps the session; the chair may do the same.
pub(super) fn turn(event: &Event) -> Turn {
    let act = match event {
        Event::CouncilConvened { .. } => CommandKind::ListNominations,
        Event::NominationsListed { .. } => CommandKind::RecordAttendance,
        Event::AttendanceRecorded { .. } => CommandKind::OpenMotion,
        Event::MotionOpened { .. } => CommandKind::CloseMotion,
        Event::CouncilMotionClosed { .. } => CommandKind::CloseCouncilSession,
        Event::CouncilSessionClosed {} => CommandKind::SignMinutes,
        Event::MotionAnnulled { .. } => CommandKind::OpenMotion,
        Event::RecusalDeclared { .. } | Event::RecusalImposed { .. } | Event::BallotCast { .. } => {
            return Turn::Keep;
        }
        Event::CouncilMinutesSigned { .. } => return Turn::Done,
    };
    Turn::any(Role::CouncilSecretary, act)
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
        | Event::BallotCast { .. }
        | Event::CouncilSessionClosed {}
        | Event::CouncilMinutesSigned { .. } => return Turn::Keep,
    }
    if open.is_empty() {
        return Turn::Done;
    }
    Turn::any(Role::CouncilMember, CommandKind::CastBallot).remembering(open.join(" "))
}
