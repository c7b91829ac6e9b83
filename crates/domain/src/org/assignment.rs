//! Who is given which role, and by whom (SD8, SD9).

use super::{
    Assignment, Event, GrantAssignment, Refusal, State,
    decide::{known_unit, must_be_another, whole},
};
use crate::{Context, Effect, Role, StreamKey, World};

/// A role is granted by two: the first administrator asks, a second one grants the same; nobody
/// grants himself. What definitions say was decided elsewhere, so the system loads it in one act
/// (SD8).
pub(crate) fn grant_assignment(
    world: &World,
    context: &Context,
    command: &GrantAssignment,
) -> Result<Vec<Effect>, crate::Refusal> {
    must_be_another(command.person == context.actor.principal)?;
    must_be_grantable(world, command)?;
    let wish = Assignment {
        person: command.person.clone(),
        role: command.role,
        unit: command.unit.clone(),
        title: command.title.clone(),
        is_key_leader: command.is_key_leader,
        validity: whole(command.from, command.to)?,
        is_ended: false,
    };
    let is_loading = context.actor.role == Role::System;
    let event = match world.assignment(&command.assignment) {
        State::Assignment(known) if **known == wish => return Ok(Vec::new()),
        State::Absent if is_loading => granted(command),
        State::Absent => requested(command),
        State::Asked(asked) if asked.assignment != wish => {
            let assignment = command.assignment.clone();
            return Err(Refusal::AskedOtherwise { assignment }.into());
        }
        State::Asked(asked) if asked.by == context.actor.principal => return Ok(Vec::new()),
        State::Asked(_) => granted(command),
        State::Authority(_)
        | State::Unit(_)
        | State::Person(_)
        | State::Assignment(_)
        | State::Delegation(_) => {
            let stream = StreamKey::assignment(&command.assignment).to_string();
            return Err(Refusal::ExistsOtherwise { stream }.into());
        }
    };
    must_go_together(world, command, &wish)?;
    let is_granted = matches!(event, Event::AssignmentGranted { .. });
    let mut effects = vec![Effect::new(
        StreamKey::assignment(&command.assignment),
        event,
    )];
    if is_granted {
        let assignment = command.assignment.clone();
        let person = StreamKey::person(&command.person);
        effects.push(Effect::new(person, Event::AssignmentNoted { assignment }));
    }
    Ok(effects)
}

fn requested(command: &GrantAssignment) -> Event {
    Event::AssignmentRequested {
        assignment: command.assignment.clone(),
        person: command.person.clone(),
        role: command.role,
        unit: command.unit.clone(),
        title: command.title.clone(),
        is_key_leader: command.is_key_leader,
        from: command.from,
        to: command.to,
        document: command.document.clone(),
    }
}

fn granted(command: &GrantAssignment) -> Event {
    Event::AssignmentGranted {
        assignment: command.assignment.clone(),
        person: command.person.clone(),
        role: command.role,
        unit: command.unit.clone(),
        title: command.title.clone(),
        is_key_leader: command.is_key_leader,
        from: command.from,
        to: command.to,
        document: command.document.clone(),
    }
}

fn must_be_grantable(world: &World, command: &GrantAssignment) -> Result<(), Refusal> {
    let role = command.role;
    if world.person(&command.person).person().is_none() {
        return Err(Refusal::PersonUnknown {});
    }
    match (&command.unit, role) {
        (_, Role::System) => Err(Refusal::RoleOfNobody { role }),
        (Some(unit), _) => known_unit(world, unit).map(|_| ()),
        (
            None,
            Role::UnitOfficer
            | Role::UnitSecretary
            | Role::UnitHead
            | Role::UnitDeputy
            | Role::Nominee,
        ) => Err(Refusal::UnitNeeded { role }),
        (None, _) => Ok(()),
    }
}

/// What one person may not hold at one time: auditing and a seat in a body (SD9). Other roles go
/// together, as those of the officer who runs the campaign, reviews and keeps the minutes (SD12).
fn must_go_together(
    world: &World,
    command: &GrantAssignment,
    wish: &Assignment,
) -> Result<(), Refusal> {
    let person = world.person(&command.person).person();
    let others = person.into_iter().flat_map(|person| &person.assignments);
    for other in others {
        let held = world.assignment(other).assignment();
        let held = held.filter(|held| held.validity.overlaps(&wish.validity));
        if let Some(held) = held.filter(|held| is_audit_of_own_body(held.role, wish.role)) {
            return Err(Refusal::AuditorInBody {
                assignment: other.clone(),
                role: held.role,
            });
        }
    }
    Ok(())
}

fn is_audit_of_own_body(one: Role, other: Role) -> bool {
    (one == Role::Auditor && is_of_body(other)) || (other == Role::Auditor && is_of_body(one))
}

/// The Council's seats; the head of Home Affairs has one by office (SD5).
fn is_of_body(role: Role) -> bool {
    matches!(
        role,
        Role::CouncilChair
            | Role::CouncilViceChair
            | Role::CouncilMember
            | Role::CouncilSecretary
            | Role::ReviewHead
    )
}
