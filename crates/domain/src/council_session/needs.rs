//! What the commands on a session read and write.

use super::{
    CastBallot, CloseCouncilSession, CloseMotion, ConveneCouncil, DeclareRecusal, ListNominations,
    OpenMotion, RecordAttendance, SignMinutes, State,
};
use crate::{
    CouncilSessionId, Need, NominationId, StreamKey, World,
    nomination::{gates, review_needs as review},
};

pub(crate) fn convene_council(command: &ConveneCouncil, world: &World) -> Vec<Need> {
    let mut needs = vec![
        written(&command.session),
        Need::read(StreamKey::campaign(&command.session.campaign)),
        Need::read(StreamKey::authority()),
    ];
    for assignment in &command.members {
        let stream = StreamKey::assignment(assignment);
        if world.shows(&stream)
            && let Some(known) = world.assignment(assignment).assignment()
        {
            needs.push(Need::guard(StreamKey::person(&known.person)));
        }
        needs.push(Need::read(stream));
    }
    needs
}

pub(crate) fn list_nominations(command: &ListNominations, world: &World) -> Vec<Need> {
    let nominations = command.nominations.iter().map(StreamKey::nomination);
    let mut needs = vec![written(&command.session)];
    needs.extend(nominations.map(Need::write));
    needs.extend(review::criteria_met(&command.nominations, world));
    needs
}

/// The assignments of those who are said to be present, once the roster is in view.
pub(crate) fn record_attendance(command: &RecordAttendance, world: &World) -> Vec<Need> {
    let mut needs = vec![
        written(&command.session),
        Need::read(StreamKey::campaign(&command.session.campaign)),
    ];
    if world.shows(&StreamKey::council_session(&command.session))
        && let State::Convened(agenda) = world.council_session(&command.session)
    {
        let members = command.present.iter().filter_map(|one| agenda.member(one));
        let assignments = members.map(|member| StreamKey::assignment(&member.assignment));
        needs.extend(assignments.map(Need::read));
    }
    needs
}

pub(crate) fn declare_recusal(command: &DeclareRecusal, _world: &World) -> Vec<Need> {
    vec![written(&command.session)]
}

pub(crate) fn open_motion(command: &OpenMotion, _world: &World) -> Vec<Need> {
    let items = command.items.iter().map(StreamKey::nomination);
    let mut needs = vec![written(&command.session)];
    needs.extend(items.map(Need::read));
    needs
}

pub(crate) fn cast_ballot(command: &CastBallot, _world: &World) -> Vec<Need> {
    vec![written(&command.session)]
}

pub(crate) fn close_motion(command: &CloseMotion, world: &World) -> Vec<Need> {
    let mut needs = vec![written(&command.session)];
    needs.extend(gates::with_slots(items(command, world), world));
    needs
}

pub(crate) fn close_council_session(command: &CloseCouncilSession, _world: &World) -> Vec<Need> {
    vec![written(&command.session)]
}

pub(crate) fn sign_minutes(command: &SignMinutes, _world: &World) -> Vec<Need> {
    vec![written(&command.session)]
}

fn written(session: &CouncilSessionId) -> Need {
    Need::write(StreamKey::council_session(session))
}

/// The items of the motion, when the session is in view.
fn items<'w>(command: &CloseMotion, world: &'w World) -> &'w [NominationId] {
    if !world.shows(&StreamKey::council_session(&command.session)) {
        return &[];
    }
    match world.council_session(&command.session) {
        State::Open(sitting) => {
            let motion = sitting.motions.get(&command.motion);
            motion.map_or(&[], |motion| &motion.items)
        }
        State::Absent | State::Convened(_) | State::Closed(_) | State::MinutesSigned(..) => &[],
    }
}
