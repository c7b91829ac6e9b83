//! Before the session: `convene_council`.

use std::collections::BTreeSet;

use jiff::civil::Date;

use super::{body_rules, gate_rules, on};
use crate::{
    AssignmentId, Context, Effect, OfficeFunction, PersonId, Refusal as Any, Role, UnitId, World,
    campaign::VotingRules,
    council_session::{Agenda, ConveneCouncil, Event, Member, Mode, Refusal, Seat, State},
};

/// Convenes a session, so many working days ahead as the rules ask for.
pub(crate) fn convene_council(
    world: &World,
    context: &Context,
    command: &ConveneCouncil,
) -> Result<Vec<Effect>, Any> {
    let session = &command.session;
    match world.council_session(session) {
        State::Absent => {}
        State::Convened(agenda) => return as_convened(agenda, command),
        State::Open(sitting) | State::Closed(sitting) | State::MinutesSigned(sitting, _) => {
            return as_convened(&sitting.agenda, command);
        }
    }
    let day = command.at.date();
    let rules = gate_rules(world, session)?;
    in_time(world, context, command, rules.agenda_days)?;
    let roster = roster(world, &command.members, day)?;
    must_be_the_body(body_rules(rules, command.mode), &roster)?;
    let event = Event::CouncilConvened {
        session: session.clone(),
        mode: command.mode,
        at: command.at,
        place: command.place.clone(),
        roster,
    };
    Ok(vec![on(session, event)])
}

fn as_convened(agenda: &Agenda, command: &ConveneCouncil) -> Result<Vec<Effect>, Any> {
    let members = agenda.roster.iter().map(|member| &member.assignment);
    let is_same = agenda.mode == command.mode
        && agenda.at == command.at
        && agenda.place == command.place
        && members.eq(&command.members);
    if is_same {
        return Ok(vec![]);
    }
    let session = command.session.clone();
    Err(Refusal::AlreadyConvened { session }.into())
}

/// Members know the agenda of a meeting in time; a form is sent with days of its own to answer.
fn in_time(
    world: &World,
    context: &Context,
    command: &ConveneCouncil,
    agenda_days: u32,
) -> Result<(), Any> {
    let asked = command.at.date();
    let today = context.occurred_at.date();
    let authority = world.authority().authority();
    let earliest = match command.mode {
        Mode::Standing | Mode::Full => authority.map_or(today, |authority| {
            authority.calendar.add_working_days(today, agenda_days)
        }),
        Mode::Written => today,
    };
    if asked < earliest {
        return Err(Refusal::NoticeTooShort { asked, earliest }.into());
    }
    Ok(())
}

/// Seats by assignment; each member's unit by where the person works, for the rules of recusal.
fn roster(world: &World, assignments: &[AssignmentId], day: Date) -> Result<Vec<Member>, Refusal> {
    let mut roster = Vec::new();
    let mut seated: BTreeSet<PersonId> = BTreeSet::new();
    for assignment in assignments {
        let member = member(world, assignment, day)?;
        if !seated.insert(member.person.clone()) {
            return Err(Refusal::MemberTwice {
                member: member.person,
            });
        }
        roster.push(member);
    }
    Ok(roster)
}

/// The whole body as it is established, not whom the secretary chooses: one chair, vice-chairs, one
/// of whom is the head of Home Affairs, and everybody else who sits in it.
fn must_be_the_body(rules: &VotingRules, roster: &[Member]) -> Result<(), Refusal> {
    let count = |seat| roster.iter().filter(|member| member.seat == seat).count();
    let chairs = count(Seat::Chair);
    if chairs != 1 {
        return Err(Refusal::OneChair {
            chairs: u32::try_from(chairs).unwrap_or(u32::MAX),
        });
    }
    let seats = [Seat::ViceChair, Seat::StandingViceChair];
    if let Some(seat) = seats.into_iter().find(|seat| count(*seat) == 0) {
        return Err(Refusal::SeatEmpty { seat });
    }
    let named = u32::try_from(roster.len()).unwrap_or(u32::MAX);
    match rules.members {
        Some(members) if members != named => Err(Refusal::BodyIncomplete { members, named }),
        Some(_) | None => Ok(()),
    }
}

fn member(world: &World, assignment: &AssignmentId, day: Date) -> Result<Member, Refusal> {
    let no_seat = |role| Refusal::NoSeat {
        assignment: assignment.clone(),
        role,
        day,
    };
    let known = world.assignment(assignment).assignment();
    let known = known.ok_or_else(|| no_seat(None))?;
    let seat = seat(known.role).filter(|_| known.is_in_force(day));
    let seat = seat.ok_or_else(|| no_seat(Some(known.role)))?;
    let unit = world.home(&known.person, day).cloned();
    Ok(Member {
        person: known.person.clone(),
        assignment: assignment.clone(),
        seat: seat_by_office(world, seat, unit.as_ref()),
        unit,
    })
}

/// Whoever sits for Home Affairs is the standing vice-chair.
fn seat_by_office(world: &World, seat: Seat, unit: Option<&UnitId>) -> Seat {
    let office = unit.and_then(|unit| world.unit(unit).unit());
    let is_home_affairs = office.is_some_and(|office| {
        office
            .functions
            .contains(&OfficeFunction::HomeAffairsOffice)
    });
    match seat {
        Seat::Member if is_home_affairs => Seat::StandingViceChair,
        Seat::Chair | Seat::ViceChair | Seat::StandingViceChair | Seat::Member => seat,
    }
}

/// The seat that a role gives; the head of Home Affairs sits by office.
fn seat(role: Role) -> Option<Seat> {
    match role {
        Role::CouncilChair => Some(Seat::Chair),
        Role::CouncilViceChair => Some(Seat::ViceChair),
        Role::CouncilMember | Role::ReviewHead => Some(Seat::Member),
        Role::CampaignManager
        | Role::CampaignAuthority
        | Role::UnitOfficer
        | Role::UnitSecretary
        | Role::UnitHead
        | Role::UnitDeputy
        | Role::Nominee
        | Role::IntakeOfficer
        | Role::Reviewer
        | Role::SubstituteReviewer
        | Role::SubstituteConfirmer
        | Role::ComplaintOfficer
        | Role::CouncilSecretary
        | Role::Chairman
        | Role::DeputySignatory
        | Role::ChairmanOffice
        | Role::RecordsClerk
        | Role::FinanceOfficer
        | Role::EvidenceIssuer
        | Role::PublicityOfficer
        | Role::Broadcaster
        | Role::Auditor
        | Role::ExportClient
        | Role::Admin
        | Role::System => None,
    }
}
