//! The record of a meeting (biên bản họp): the usual form, expanded to the events of the electronic
//! way, and what it means for each nomination.

use super::{
    AlternateBody, Event, ItemOutcome, ItemVotes, MeetingItem, RecordUnitMeeting, Refusal, State,
    alternate::lead_unit, endorsement, evolve, previous,
};
use crate::{
    AssignmentId, Context, DocumentKind, Effect, NominationId, NomineeKind, Outcome, Role,
    StreamKey, World, access,
    campaign::{self, VotingRules},
    lists, minutes,
    nomination::{Gate, gates, own},
    org::{Assignment, decide::known_unit},
    papers,
    voting::{self, Count},
};

pub(crate) fn record_unit_meeting(
    world: &World,
    context: &Context,
    command: &RecordUnitMeeting,
) -> Result<Vec<Effect>, crate::Refusal> {
    let session = &command.session;
    let active = campaign::decide::launched(world, &session.campaign)?;
    let rules = &active.rules.unit_session;
    let events = expand(command, rules);
    if world.unit_session(session).meeting().is_some() {
        return repeated(world, context, command, &events);
    }
    must_have_been_held(world, context, command)?;
    must_count_the_staff(world, command)?;
    must_be_on_the_agenda(world, command)?;
    for item in &command.items {
        must_add_up(world, command, item, outcome(command, rules, item))?;
    }
    let stream = StreamKey::unit_session(session);
    let of_session = events
        .into_iter()
        .map(|event| Effect::new(stream.clone(), event));
    let mut effects: Vec<_> = of_session.collect();
    effects.extend(endorsement::effects(world, command, rules));
    Ok(effects)
}

/// The outcome of an item; a unit's votes are sums, so that no side of the chair is known.
pub(super) fn outcome(
    command: &RecordUnitMeeting,
    rules: &VotingRules,
    item: &MeetingItem,
) -> Outcome {
    voting::outcome(rules, &count(command, item))
}

/// What was counted on an item.
pub(super) fn count(command: &RecordUnitMeeting, item: &MeetingItem) -> Count {
    Count::of_sums(command.total, command.present, item.recused, item.tally)
}

fn expand(command: &RecordUnitMeeting, rules: &VotingRules) -> Vec<Event> {
    let items = command.items.iter();
    let recused = items.clone().filter(|item| item.recused > 0);
    let mut events = vec![
        Event::UnitSessionOpened {
            session: command.session.clone(),
            date: command.date,
            place: command.place.clone(),
            chair: command.chair.clone(),
            secretary: command.secretary.clone(),
            total: command.total,
            rules: rules.clone(),
        },
        Event::AttendanceRecorded {
            present: command.present,
        },
    ];
    events.extend(recused.map(|item| Event::RecusalDeclared {
        nomination: item.nomination.clone(),
        count: item.recused,
    }));
    let votes = |item: &MeetingItem| ItemVotes {
        nomination: item.nomination.clone(),
        tally: item.tally,
    };
    let outcomes = |item: &MeetingItem| ItemOutcome {
        nomination: item.nomination.clone(),
        tally: item.tally,
        outcome: outcome(command, rules, item),
    };
    events.extend([
        Event::MotionOpened {
            items: items.clone().map(|item| item.nomination.clone()).collect(),
        },
        Event::VotesRecorded {
            items: items.clone().map(votes).collect(),
        },
        Event::MotionClosed {
            items: items.map(outcomes).collect(),
        },
        Event::UnitSessionClosed {},
        Event::MinutesSigned {
            document: command.minutes.clone(),
        },
    ]);
    events
}

/// The same meeting once more is nothing new; another under the same number is refused.
fn repeated(
    world: &World,
    context: &Context,
    command: &RecordUnitMeeting,
    events: &[Event],
) -> Result<Vec<Effect>, crate::Refusal> {
    let origin = context.origin();
    let steps = events.iter();
    let known = world.unit_session(&command.session);
    let before = known.alternate().cloned();
    let before = before.map_or(State::Absent, State::Replaced);
    let wish = steps.fold(before, |state, event| evolve(state, event, &origin));
    if *known == wish {
        return Ok(Vec::new());
    }
    let session = command.session.clone();
    Err(Refusal::Held { session }.into())
}

/// On a day that is not ahead, in order, led by people of the unit, with signed minutes.
fn must_have_been_held(
    world: &World,
    context: &Context,
    command: &RecordUnitMeeting,
) -> Result<(), crate::Refusal> {
    let (date, session) = (command.date, &command.session);
    if date > context.now.date() {
        return Err(Refusal::MeetingAhead { date }.into());
    }
    let allowed_days = access::recording_days(world.campaign(&session.campaign));
    access::explained(world, context, date, allowed_days)?;
    let is_first = session.number == 1;
    let before = previous(session).and_then(|before| world.unit_session(&before).meeting());
    if !is_first && before.is_none() {
        let session = session.clone();
        return Err(Refusal::OutOfOrder { session }.into());
    }
    must_be_led(world, command)?;
    papers::must_be(&command.minutes, DocumentKind::Minutes)?;
    Ok(())
}

/// Head or deputy presided, or whom the Chairman named in their place (SD10); the secretary kept the
/// minutes, another person. Where another body votes, its people lead (E16).
fn must_be_led(world: &World, command: &RecordUnitMeeting) -> Result<(), crate::Refusal> {
    let date = command.date;
    let own = &command.session.unit;
    let body = world.unit_session(&command.session).alternate();
    let lead = body.and_then(|body| lead_unit(world, body)).unwrap_or(own);
    let held = |id: &AssignmentId| {
        let held = world.assignment(id).assignment();
        held.filter(|held| held.is_in_force(date))
    };
    let chair = held(&command.chair);
    let presides = |held: &&Assignment| match body {
        Some(AlternateBody::HigherHead { head }) => *head == command.chair,
        Some(AlternateBody::SisterUnit { .. }) | None => {
            let leads = matches!(held.role, Role::UnitHead | Role::UnitDeputy);
            leads && (held.unit.as_ref() == Some(lead) || is_named(world, command))
        }
    };
    let Some(chair) = chair.filter(presides) else {
        let chair = command.chair.clone();
        return Err(Refusal::ChairUnknown { chair, date }.into());
    };
    let secretary = held(&command.secretary).filter(|held| {
        let of_them = [own, lead].map(Some).contains(&held.unit.as_ref());
        held.role == Role::UnitSecretary && of_them
    });
    let Some(secretary) = secretary else {
        let secretary = command.secretary.clone();
        return Err(Refusal::SecretaryUnknown { secretary, date }.into());
    };
    if chair.person == secretary.person {
        return Err(minutes::Refusal::OneSigner {
            chair: command.chair.clone(),
            secretary: command.secretary.clone(),
        }
        .into());
    }
    Ok(())
}

/// Whether the Chairman named who presides, for one of the items (SD10).
fn is_named(world: &World, command: &RecordUnitMeeting) -> bool {
    command.items.iter().any(|item| {
        let case = world.nomination(&item.nomination).case();
        case.is_some_and(|case| case.alternate_signer.as_ref() == Some(&command.chair))
    })
}

/// The quorum is a share of the staff that the directory knows: of the unit, of both where a sister
/// unit meets with it, of the one head who decides (E16).
fn must_count_the_staff(world: &World, command: &RecordUnitMeeting) -> Result<(), crate::Refusal> {
    let unit = &command.session.unit;
    let own = known_unit(world, unit)?.staff;
    let staff = match world.unit_session(&command.session).alternate() {
        None => own,
        Some(AlternateBody::SisterUnit { unit }) => own + known_unit(world, unit)?.staff,
        Some(AlternateBody::HigherHead { .. }) => 1,
    };
    let total = command.total;
    if staff == total {
        return Ok(());
    }
    let unit = unit.clone();
    Err(Refusal::StaffDiffers { unit, staff, total }.into())
}

/// Proposed nominations of this unit, each once; who presides is none of the nominees (SD10).
fn must_be_on_the_agenda(world: &World, command: &RecordUnitMeeting) -> Result<(), crate::Refusal> {
    let items = command.items.iter();
    let nominations: Vec<NominationId> = items.map(|item| item.nomination.clone()).collect();
    lists::must_be_whole(&nominations)?;
    let chair = world.assignment(&command.chair).assignment();
    for nomination in nominations {
        let case = gates::case(world, &nomination)?;
        if case.unit != command.session.unit || case.campaign != command.session.campaign {
            return Err(Refusal::OfAnotherUnit { nomination }.into());
        }
        let case = gates::at_gate(world, &nomination, Gate::Proposed)?;
        if chair.is_some_and(|chair| own::is_nominee(world, case, &chair.person)) {
            return Err(Refusal::ChairIsNominee { nomination }.into());
        }
        if let Some(proposed_on) = case.proposed_on.filter(|day| command.date < *day) {
            let date = command.date;
            return Err(Refusal::HeldBeforeProposal {
                nomination,
                date,
                proposed_on,
            }
            .into());
        }
    }
    Ok(())
}

/// Votes, abstentions and recusals make up the attendance, unless there was no quorum to vote; an
/// individual nominee stepped out.
fn must_add_up(
    world: &World,
    command: &RecordUnitMeeting,
    item: &MeetingItem,
    outcome: Outcome,
) -> Result<(), crate::Refusal> {
    let (present, total) = (command.present, command.total);
    if total == 0 || present > total {
        return Err(Refusal::AttendanceUnsound { present, total }.into());
    }
    let nomination = item.nomination.clone();
    let tally = item.tally;
    let parts = [
        tally.votes_for,
        tally.votes_against,
        tally.abstained,
        item.recused,
    ];
    let sum: u64 = parts.into_iter().map(u64::from).sum();
    let present_count = u64::from(present);
    let has_voted = outcome != Outcome::NoQuorum;
    if sum > present_count || (has_voted && sum < present_count) {
        return Err(Refusal::VotesUnsound {
            nomination,
            present,
        }
        .into());
    }
    let kind = gates::case(world, &nomination)?.kind;
    let body = world.unit_session(&command.session).alternate();
    let sits_in = !matches!(body, Some(AlternateBody::HigherHead { .. }));
    if sits_in && has_voted && kind == NomineeKind::Individual && item.recused == 0 {
        return Err(Refusal::NomineeStayed { nomination }.into());
    }
    Ok(())
}
