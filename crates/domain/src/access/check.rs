//! Holds an actor against the table.

use jiff::civil::Date;

use super::{Refusal, Scope, concern::concern, lag, rule};
use crate::{
    Actor, AssignmentId, Command, Context, Need, Role, StreamKey, UnitId, World, org::Assignment,
};

/// What every command needs: the authority, and who is acting. The system holds no assignment.
pub(crate) fn needs(command: &Command, context: &Context, world: &World) -> Vec<Need> {
    let mut needs = vec![Need::read(StreamKey::authority())];
    needs.extend(lag::needs(command));
    let actor = &context.actor;
    if actor.role == Role::System {
        return needs;
    }
    let person = StreamKey::person(&actor.principal);
    let assignments = [Some(&actor.assignment), actor.on_behalf_of.as_ref()];
    let assignments = assignments.into_iter().flatten();
    needs.extend(assignments.map(|one| Need::read(StreamKey::assignment(one))));
    needs.extend(
        actor
            .unit
            .iter()
            .map(|unit| Need::read(StreamKey::unit(unit))),
    );
    if world.shows(&person) {
        let home = world.person(&actor.principal).person();
        let homes = home.into_iter().flat_map(|home| home.works.all());
        needs.extend(homes.map(|unit| Need::read(StreamKey::unit(unit))));
    }
    needs.push(Need::read(person));
    needs
}

/// Refuses whoever may not give this command, or not for these units, or not at this time.
pub(crate) fn may_act(world: &World, context: &Context, command: &Command) -> Result<(), Refusal> {
    let actor = &context.actor;
    let role = actor.role;
    let row = rule(command.kind());
    let scope = match row.scope(role) {
        Some(scope) => {
            must_be_approved_where_it_counts(world, actor, scope)?;
            scope
        }
        None if row.recorders.contains(&role) => {
            let principal = actor.on_behalf_of.as_ref();
            let principal = principal.ok_or(Refusal::NotOnBehalf { role })?;
            covered_scope(world, principal, command)?
        }
        None => {
            return Err(Refusal::RoleNotAllowed {
                command: command.kind().as_str().to_owned(),
                role,
            });
        }
    };
    if role == Role::System {
        return lag::must_be_in_time(world, context, command);
    }
    must_be_assigned(world, context, command)?;
    lag::must_be_in_time(world, context, command)?;
    must_be_in_scope(world, context, scope, command)
}

/// Who acts in an own right names nobody else, but for the one who approves it (SD11). That the
/// approver's assignment is in force is checked with the actor's.
fn must_be_approved_where_it_counts(
    world: &World,
    actor: &Actor,
    scope: Scope,
) -> Result<(), Refusal> {
    let role = actor.role;
    match (scope, &actor.on_behalf_of) {
        (Scope::ByApproval, None) => Err(Refusal::NotOnBehalf { role }),
        (Scope::ByApproval | Scope::OwnUnitByApproval, Some(_)) if is_approved(world, actor) => {
            Ok(())
        }
        (
            Scope::Anywhere
            | Scope::OwnUnit
            | Scope::OtherUnits
            | Scope::ByApproval
            | Scope::OwnUnitByApproval,
            Some(principal),
        ) => Err(Refusal::OnBehalfNotAllowed {
            role,
            assignment: principal.clone(),
        }),
        (Scope::Anywhere | Scope::OwnUnit | Scope::OtherUnits | Scope::OwnUnitByApproval, None) => {
            Ok(())
        }
    }
}

/// The scope of the one whose act is recorded.
fn covered_scope(
    world: &World,
    principal: &AssignmentId,
    command: &Command,
) -> Result<Scope, Refusal> {
    let assignment = world.assignment(principal).assignment();
    let scope = assignment.and_then(|held| rule(command.kind()).scope(held.role));
    scope.ok_or_else(|| Refusal::OnBehalfNotCovered {
        assignment: principal.clone(),
    })
}

/// The actor's assignment says what the actor says, and is in force now and when it happened; so is
/// that of the one whose act is recorded. Who takes over a decision made on paper years ago need not
/// have been in office then: what is recorded is the paper, not an act of the own (INV-06, E58).
fn must_be_assigned(world: &World, context: &Context, command: &Command) -> Result<(), Refusal> {
    let actor = &context.actor;
    let held = world.assignment(&actor.assignment).assignment();
    let is_theirs = |held: &&Assignment| {
        held.person == actor.principal && held.role == actor.role && held.unit == actor.unit
    };
    let unknown = || Refusal::AssignmentUnknown {
        assignment: actor.assignment.clone(),
    };
    let held = held.filter(is_theirs).ok_or_else(unknown)?;
    if matches!(command, Command::RegisterLegacyDecision(_)) {
        return in_force_on(&actor.assignment, held, context.now.date());
    }
    must_be_in_force(&actor.assignment, held, context)?;
    let Some(principal) = &actor.on_behalf_of else {
        return Ok(());
    };
    let unknown = || Refusal::AssignmentUnknown {
        assignment: principal.clone(),
    };
    let superior = world.assignment(principal).assignment();
    must_be_in_force(principal, superior.ok_or_else(unknown)?, context)
}

fn must_be_in_force(
    id: &AssignmentId,
    assignment: &Assignment,
    context: &Context,
) -> Result<(), Refusal> {
    let days = [context.occurred_at.date(), context.now.date()];
    let mut days = days.into_iter();
    days.try_for_each(|day| in_force_on(id, assignment, day))
}

fn in_force_on(id: &AssignmentId, assignment: &Assignment, date: Date) -> Result<(), Refusal> {
    if assignment.is_in_force(date) {
        return Ok(());
    }
    Err(Refusal::AssignmentNotInForce {
        assignment: id.clone(),
        date,
    })
}

fn must_be_in_scope(
    world: &World,
    context: &Context,
    scope: Scope,
    command: &Command,
) -> Result<(), Refusal> {
    let actor = &context.actor;
    let day = context.occurred_at.date();
    match scope {
        Scope::Anywhere | Scope::ByApproval => Ok(()),
        Scope::OwnUnit if stands_in(world, actor, command) => Ok(()),
        Scope::OwnUnit => {
            let units = concern(world, day, command).units;
            match units
                .into_iter()
                .find(|unit| !acts_for(world, actor, unit, day))
            {
                None => Ok(()),
                Some(unit) => Err(Refusal::OtherUnit { unit }),
            }
        }
        Scope::OwnUnitByApproval if is_approved(world, actor) => Ok(()),
        Scope::OtherUnits | Scope::OwnUnitByApproval => must_be_elsewhere(world, context, command),
    }
}

/// Whether the unit is the actor's own, or one that ended and whose work the own unit goes on with
/// (E40).
fn acts_for(world: &World, actor: &Actor, unit: &UnitId, day: Date) -> bool {
    let Some(own) = &actor.unit else { return false };
    let goes_on = || {
        let known = world.unit(own).unit();
        known.is_some_and(|known| {
            known
                .succession
                .predecessors
                .get(unit)
                .is_some_and(|from| *from <= day)
        })
    };
    own == unit || goes_on()
}

/// An alternate whom the Chairman named signs and sends for the head's unit (SD10), and those who led
/// a meeting in the place of a unit certify its extract (E16).
#[expect(
    clippy::wildcard_enum_match_arm,
    reason = "nobody stands in for any other command"
)]
fn stands_in(world: &World, actor: &Actor, command: &Command) -> bool {
    let submission = match command {
        Command::SignSubmissionLetter(c) => &c.submission,
        Command::SubmitSubmission(c) => &c.submission,
        Command::CertifyMinutesExtract(c) => &c.submission,
        _ => return false,
    };
    let papers = world.submission(submission).papers();
    let Some(list) = papers.and_then(|papers| papers.list.as_ref()) else {
        return false;
    };
    if matches!(command, Command::CertifyMinutesExtract(_)) {
        let meeting = world.unit_session(&list.session).meeting();
        return meeting.is_some_and(|meeting| {
            meeting.alternate.is_some()
                && [&meeting.chair, &meeting.secretary].contains(&&actor.assignment)
        });
    }
    list.nominations.iter().any(|nomination| {
        let case = world.nomination(nomination).case();
        case.is_some_and(|case| case.alternate_signer.as_ref() == Some(&actor.assignment))
    })
}

/// SD11, checked on the person: neither the unit of the assignment nor the one worked for.
fn must_be_elsewhere(world: &World, context: &Context, command: &Command) -> Result<(), Refusal> {
    let (actor, day) = (&context.actor, context.occurred_at.date());
    let concern = concern(world, day, command);
    let own = [actor.unit.as_ref(), world.home(&actor.principal, day)];
    let is_concerned = |unit: &&UnitId| {
        let group = world.unit(unit).unit().map(|unit| &unit.group);
        concern.units.contains(unit) || group.is_some_and(|group| concern.groups.contains(group))
    };
    match own.into_iter().flatten().find(is_concerned) {
        None => Ok(()),
        Some(unit) => Err(Refusal::OwnUnit { unit: unit.clone() }),
    }
}

fn is_approved(world: &World, actor: &Actor) -> bool {
    let approver = actor.on_behalf_of.as_ref();
    let approver = approver.and_then(|id| world.assignment(id).assignment());
    approver.is_some_and(|held| matches!(held.role, Role::Chairman | Role::CampaignAuthority))
}
