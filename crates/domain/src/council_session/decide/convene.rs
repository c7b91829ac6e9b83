//! Before the session: `convene_council`, `list_nominations`.

use std::collections::BTreeSet;

use jiff::civil::Date;

use super::{absent, on};
use crate::{
    AssignmentId, Context, Effect, NominationId, PersonId, Refusal as Any, Role, StreamKey, World,
    campaign,
    council_session::{
        Agenda, ConveneCouncil, Event, ListNominations, Member, Refusal, Seat, State,
    },
    lists,
    nomination::{self, Case, Gate, gates, review},
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
    in_time(world, context, command, day)?;
    let event = Event::CouncilConvened {
        session: session.clone(),
        mode: command.mode,
        at: command.at,
        place: command.place.clone(),
        roster: roster(world, &command.members, day)?,
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

fn in_time(
    world: &World,
    context: &Context,
    command: &ConveneCouncil,
    asked: Date,
) -> Result<(), Any> {
    let active = world.campaign(&command.session.campaign).active();
    let rules = &active.ok_or(campaign::Refusal::Absent {})?.rules;
    let today = context.occurred_at.date();
    let authority = world.authority().authority();
    let earliest = authority.map_or(today, |authority| {
        authority
            .calendar
            .add_working_days(today, rules.agenda_days)
    });
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
    let chairs = roster.iter().filter(|member| member.seat == Seat::Chair);
    match chairs.count() {
        1 => Ok(roster),
        chairs => Err(Refusal::OneChair {
            chairs: u32::try_from(chairs).unwrap_or(u32::MAX),
        }),
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
    let person = world.person(&known.person).person();
    Ok(Member {
        person: known.person.clone(),
        assignment: assignment.clone(),
        seat: seat.ok_or_else(|| no_seat(Some(known.role)))?,
        unit: person.map(|person| person.unit.clone()),
    })
}

/// The head of Home Affairs sits by office.
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
        | Role::ChairmanOffice
        | Role::RecordsClerk
        | Role::FinanceOfficer
        | Role::EvidenceIssuer
        | Role::Auditor
        | Role::Admin
        | Role::System => None,
    }
}

/// Puts nominations on the agenda until the roll is called. What passed the review must still meet
/// every criterion, on the facts as they are now (INV-12).
pub(crate) fn list_nominations(
    world: &World,
    context: &Context,
    command: &ListNominations,
) -> Result<Vec<Effect>, Any> {
    let session = &command.session;
    lists::must_be_whole(&command.nominations)?;
    let agenda = match world.council_session(session) {
        State::Convened(agenda) => agenda,
        State::Absent => return Err(absent(session).into()),
        State::Open(sitting) | State::Closed(sitting) | State::MinutesSigned(sitting, _) => {
            let is_listed = |nomination| sitting.agenda.items.contains(nomination);
            if command.nominations.iter().all(is_listed) {
                return Ok(vec![]);
            }
            let session = session.clone();
            return Err(Refusal::AgendaClosed { session }.into());
        }
    };
    let all = command.nominations.iter();
    let new: Vec<_> = all
        .filter(|id| !agenda.items.contains(id))
        .cloned()
        .collect();
    if new.is_empty() {
        return Ok(vec![]);
    }
    let listed = Event::NominationsListed {
        nominations: new.clone(),
    };
    let mut effects = vec![on(session, listed)];
    let day = context.occurred_at.date();
    for nomination in &new {
        let case = may_be_listed(world, command, nomination)?;
        let campaign = gates::campaign(world, case)?;
        review::must_meet_every_criterion(world, day, nomination, case, campaign)?;
        let session = session.clone();
        let event = nomination::Event::NominationListed { session };
        effects.push(Effect::new(StreamKey::nomination(nomination), event));
    }
    Ok(effects)
}

fn may_be_listed<'w>(
    world: &'w World,
    command: &ListNominations,
    nomination: &NominationId,
) -> Result<&'w Case, Any> {
    let case = gates::case(world, nomination)?;
    if case.campaign != command.session.campaign {
        let nomination = nomination.clone();
        return Err(Refusal::OfAnotherCampaign { nomination }.into());
    }
    match case.gate {
        Gate::ReviewPassed | Gate::CouncilDeferred => Ok(case),
        Gate::Drafted
        | Gate::Proposed
        | Gate::UnitEndorsed
        | Gate::UnitWaitlisted
        | Gate::UnitNotEndorsed
        | Gate::Submitted
        | Gate::SupplementRequested
        | Gate::ChairmanReturned
        | Gate::Withdrawn
        | Gate::Superseded
        | Gate::Received
        | Gate::UnderReview
        | Gate::ReviewRejected
        | Gate::CouncilListed
        | Gate::CouncilApproved
        | Gate::CouncilRejected
        | Gate::Presented
        | Gate::ChairmanApproved
        | Gate::ChairmanDeclined
        | Gate::DecisionSigned
        | Gate::Awarded => Err(gates::wrong_gate(nomination, case, Gate::ReviewPassed)),
    }
}
