//! What the commands on a session read and write.

use super::{
    CastBallot, CloseCouncilSession, CloseMotion, ConveneCouncil, DeclareRecusal, ImposeRecusal,
    ListNominations, OpenMotion, PullItem, RecordArrival, RecordAttendance, RecordDeparture,
    RecordTally, RecordVotes, RecordWrittenOpinion, ReferToFullCouncil, SendConsultation,
    SignMinutes, Sitting, State,
};
use crate::{
    CouncilSessionId, Need, NominationId, PersonId, StreamKey, World, hold,
    nomination::{Gate, gates, review_needs as review},
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
            needs.extend(home(&known.person, world));
        }
        needs.push(Need::read(stream));
    }
    needs
}

/// The unit that a member works for, once the person is in view.
fn home(person: &PersonId, world: &World) -> impl Iterator<Item = Need> {
    let is_shown = world.shows(&StreamKey::person(person));
    let known = is_shown.then(|| world.person(person).person()).flatten();
    let units = known.into_iter().flat_map(|known| known.works.all());
    units.map(|unit| Need::read(StreamKey::unit(unit)))
}

pub(crate) fn list_nominations(command: &ListNominations, world: &World) -> Vec<Need> {
    let nominations = command.nominations.iter().map(StreamKey::nomination);
    let mut needs = vec![written(&command.session)];
    needs.extend(nominations.map(Need::write));
    needs.extend(review::criteria_met(&command.nominations, world));
    needs.extend(hold::needs_of(&command.nominations, world));
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

pub(crate) fn send_consultation(command: &SendConsultation, _world: &World) -> Vec<Need> {
    vec![
        written(&command.session),
        Need::read(StreamKey::campaign(&command.session.campaign)),
        Need::read(StreamKey::authority()),
    ]
}

/// The assignment of who comes, once the roster is in view.
pub(crate) fn record_arrival(command: &RecordArrival, world: &World) -> Vec<Need> {
    let sitting = sitting(&command.session, world);
    let member = sitting.and_then(|sitting| sitting.agenda.member(&command.member));
    let assignment = member.map(|member| Need::read(StreamKey::assignment(&member.assignment)));
    let mut needs = vec![written(&command.session)];
    needs.extend(assignment);
    needs
}

pub(crate) fn record_departure(command: &RecordDeparture, _world: &World) -> Vec<Need> {
    vec![written(&command.session)]
}

pub(crate) fn pull_item(command: &PullItem, _world: &World) -> Vec<Need> {
    vec![written(&command.session)]
}

pub(crate) fn refer_to_full_council(command: &ReferToFullCouncil, _world: &World) -> Vec<Need> {
    let nominations = command.nominations.iter().map(StreamKey::nomination);
    let mut needs = vec![written(&command.session)];
    needs.extend(nominations.map(Need::write));
    needs
}

pub(crate) fn record_votes(command: &RecordVotes, _world: &World) -> Vec<Need> {
    vec![written(&command.session)]
}

pub(crate) fn record_written_opinion(command: &RecordWrittenOpinion, _world: &World) -> Vec<Need> {
    vec![written(&command.session)]
}

pub(crate) fn record_tally(command: &RecordTally, _world: &World) -> Vec<Need> {
    vec![written(&command.session)]
}

pub(crate) fn declare_recusal(command: &DeclareRecusal, _world: &World) -> Vec<Need> {
    vec![written(&command.session)]
}

pub(crate) fn impose_recusal(command: &ImposeRecusal, world: &World) -> Vec<Need> {
    let items = std::slice::from_ref(&command.nomination);
    let mut needs = vec![written(&command.session)];
    needs.push(Need::read(StreamKey::nomination(&command.nomination)));
    needs.extend(review::people(items, world));
    needs
}

/// Which persons the nominees are: nobody votes on himself (SD4).
pub(crate) fn open_motion(command: &OpenMotion, world: &World) -> Vec<Need> {
    let items = command.items.iter().map(StreamKey::nomination);
    let mut needs = vec![written(&command.session)];
    needs.extend(items.map(Need::read));
    needs.extend(review::people(&command.items, world));
    needs
}

pub(crate) fn cast_ballot(command: &CastBallot, _world: &World) -> Vec<Need> {
    vec![written(&command.session)]
}

pub(crate) fn close_motion(command: &CloseMotion, world: &World) -> Vec<Need> {
    let items = items(&command.session, command.motion, world);
    let mut needs = vec![written(&command.session)];
    needs.extend(gates::with_slots(items, world));
    needs.extend(hold::needs_of(items, world));
    needs.extend(review::people(items, world));
    needs
}

/// What an annulled rejection takes again: the slot, and nobody else may have claimed the nominee.
pub(crate) fn annul_motion(session: &CouncilSessionId, motion: u32, world: &World) -> Vec<Need> {
    let items = items(session, motion, world);
    let mut needs = vec![written(session)];
    needs.extend(gates::with_slots(items, world));
    let cases = items.iter().filter_map(|item| gates::in_view(world, item));
    let rejected = cases.filter(|case| case.gate == Gate::CouncilRejected);
    let claims = rejected.map(|case| StreamKey::claim(&case.campaign, &case.nominee_ref));
    needs.extend(claims.map(Need::read));
    needs
}

/// The items that were not put to the vote.
pub(crate) fn close_council_session(command: &CloseCouncilSession, world: &World) -> Vec<Need> {
    let mut needs = vec![written(&command.session)];
    if let Some(sitting) = sitting(&command.session, world) {
        let voted = sitting.voted();
        let all = sitting.agenda.items.iter();
        let open = all.filter(|item| !voted.contains_key(item));
        needs.extend(open.map(StreamKey::nomination).map(Need::read));
    }
    needs
}

pub(crate) fn sign_minutes(command: &SignMinutes, _world: &World) -> Vec<Need> {
    vec![
        written(&command.session),
        Need::read(StreamKey::assignment(&command.secretary)),
    ]
}

fn written(session: &CouncilSessionId) -> Need {
    Need::write(StreamKey::council_session(session))
}

/// The session, when it is in view and its roll was called.
fn sitting<'w>(session: &CouncilSessionId, world: &'w World) -> Option<&'w Sitting> {
    if !world.shows(&StreamKey::council_session(session)) {
        return None;
    }
    match world.council_session(session) {
        State::Open(sitting) | State::Closed(sitting) | State::MinutesSigned(sitting, _) => {
            Some(sitting)
        }
        State::Absent | State::Convened(_) => None,
    }
}

/// The items of the motion, when the session is in view.
fn items<'w>(session: &CouncilSessionId, motion: u32, world: &'w World) -> &'w [NominationId] {
    let motion = sitting(session, world).and_then(|sitting| sitting.motions.get(&motion));
    motion.map_or(&[], |motion| &motion.items)
}
