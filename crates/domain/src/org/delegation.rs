//! Delegation of the power to sign: granted, ended, and whether it covers an act (INV-29, E26).

use jiff::civil::Date;

use super::{
    DelegatedAct, Delegation, DelegationForm, EndDelegation, Ending, Event, GrantDelegation,
    Refusal, State, decide::whole,
};
use crate::{AssignmentId, Context, DelegationId, Effect, Role, StreamKey, World};

type Decided = Result<Vec<Effect>, crate::Refusal>;

/// Written, dated and for named acts. Only the power of an own office is delegated: a delegate never
/// delegates on what was delegated to him (INV-29).
pub(crate) fn grant_delegation(
    world: &World,
    context: &Context,
    command: &GrantDelegation,
) -> Decided {
    let wish = Delegation {
        delegator: command.delegator.clone(),
        delegate: command.delegate.clone(),
        form: command.form,
        acts: command.acts.iter().copied().collect(),
        validity: whole(command.from, Some(command.to))?,
        is_ended: false,
    };
    match world.delegation(&command.delegation) {
        State::Absent => {}
        there if there.delegation() == Some(&wish) => return Ok(Vec::new()),
        State::Authority(_)
        | State::Unit(_)
        | State::Person(_)
        | State::Assignment(_)
        | State::Asked(_)
        | State::Delegation(_) => {
            let stream = StreamKey::delegation(&command.delegation).to_string();
            return Err(Refusal::ExistsOtherwise { stream }.into());
        }
    }
    must_be_own_power(world, context, command)?;
    must_be_a_deputy(world, command)?;
    if wish.acts.is_empty() {
        return Err(Refusal::DelegationWithoutActs {}.into());
    }
    let event = Event::DelegationGranted {
        delegator: wish.delegator,
        delegate: wish.delegate,
        form: wish.form,
        acts: wish.acts.into_iter().collect(),
        from: command.from,
        to: command.to,
        document: command.document.clone(),
    };
    let stream = StreamKey::delegation(&command.delegation);
    Ok(vec![Effect::new(stream, event)])
}

/// Ends on a day that is not later than its last; a longer one is granted anew.
pub(crate) fn end_delegation(world: &World, _: &Context, command: &EndDelegation) -> Decided {
    let id = &command.delegation;
    let known = known(world, id)?;
    whole(known.validity.from, Some(command.to))?;
    let delegation = id.clone();
    match known.validity.ending(known.is_ended, command.to) {
        Ending::Now => {}
        Ending::Recorded => return Ok(Vec::new()),
        Ending::Over(last) => {
            return Err(Refusal::DelegationOver { delegation, last }.into());
        }
        Ending::TooLate(last) => {
            let to = command.to;
            let refusal = Refusal::DelegationNotExtended {
                delegation,
                last,
                to,
            };
            return Err(refusal.into());
        }
    }
    let event = Event::DelegationEnded {
        to: command.to,
        document: command.document.clone(),
    };
    Ok(vec![Effect::new(StreamKey::delegation(id), event)])
}

/// In whose power somebody acts on that day: the own office's (`None`), or a delegation in force that
/// covers the act. A delegate has no power of his own (INV-29, E26).
pub(crate) fn authority_for(
    world: &World,
    context: &Context,
    delegation: Option<&DelegationId>,
    act: DelegatedAct,
    day: Date,
) -> Result<Option<DelegationForm>, Refusal> {
    let whose = context.actor.whose_act();
    if let Some(delegation) = delegation {
        return delegation_in_force(world, delegation, whose, act, day)
            .map(|delegation| Some(delegation.form));
    }
    let held = world.assignment(whose).assignment();
    if held.is_some_and(|held| held.role == Role::DeputySignatory) {
        let assignment = whose.clone();
        return Err(Refusal::DelegationNotNamed { assignment });
    }
    Ok(None)
}

/// The delegation, if it lets `delegate` do `act` on that day, and whoever gave it holds the office
/// (INV-29).
pub(crate) fn delegation_in_force<'w>(
    world: &'w World,
    id: &DelegationId,
    delegate: &AssignmentId,
    act: DelegatedAct,
    day: Date,
) -> Result<&'w Delegation, Refusal> {
    let known = known(world, id)?;
    let delegation = id.clone();
    if known.delegate != *delegate {
        let assignment = delegate.clone();
        return Err(Refusal::DelegatedToAnother {
            delegation,
            assignment,
        });
    }
    if !known.validity.contains(day) {
        return Err(Refusal::DelegationNotInForce {
            delegation,
            day,
            from: known.validity.from,
            to: known.validity.until,
        });
    }
    if !known.acts.contains(&act) {
        return Err(Refusal::ActNotDelegated {
            delegation,
            wanted: act,
        });
    }
    let delegator = world.assignment(&known.delegator).assignment();
    if delegator.is_some_and(|held| held.is_in_force(day)) {
        return Ok(known);
    }
    let assignment = known.delegator.clone();
    Err(Refusal::DelegatorNotInOffice { assignment, day })
}

fn known<'w>(world: &'w World, id: &DelegationId) -> Result<&'w Delegation, Refusal> {
    let known = world.delegation(id).delegation();
    known.ok_or_else(|| Refusal::DelegationAbsent {
        delegation: id.clone(),
    })
}

/// The delegator delegates what is his by office, and nobody delegates for another.
fn must_be_own_power(
    world: &World,
    context: &Context,
    command: &GrantDelegation,
) -> Result<(), Refusal> {
    let assignment = command.delegator.clone();
    let held = world.assignment(&assignment).assignment();
    if held.is_some_and(|held| held.role == Role::DeputySignatory) {
        return Err(Refusal::DelegatedPower { assignment });
    }
    if assignment != *context.actor.whose_act() {
        return Err(Refusal::PowerOfAnother { assignment });
    }
    Ok(())
}

/// The delegate is one who may sign for the Chairman, another person, and in office from the first day.
fn must_be_a_deputy(world: &World, command: &GrantDelegation) -> Result<(), Refusal> {
    let assignment = command.delegate.clone();
    let held = world.assignment(&assignment).assignment();
    let absent = || Refusal::AssignmentAbsent {
        assignment: assignment.clone(),
    };
    let held = held.ok_or_else(absent)?;
    let delegator = world.assignment(&command.delegator).assignment();
    let is_himself = delegator.is_some_and(|delegator| delegator.person == held.person);
    if held.role != Role::DeputySignatory || is_himself || !held.is_in_force(command.from) {
        let day = command.from;
        return Err(Refusal::DelegateUnfit { assignment, day });
    }
    Ok(())
}
