//! What the commands on the directory read and write; the authority is in everybody's view.

use super::{
    DissolveUnit, EndAssignment, EndAuthority, EndDelegation, EstablishAuthority, EstablishUnit,
    GrantAssignment, GrantDelegation, MergeIdentity, MovePerson, RegisterPerson, SetCalendar,
    UndoIdentityMerge, identity,
};
use crate::{DelegationId, Need, PersonId, StreamKey, World};

pub(crate) fn establish_authority(_: &EstablishAuthority, _: &World) -> Vec<Need> {
    vec![Need::write(StreamKey::authority())]
}

pub(crate) fn set_calendar(_: &SetCalendar, _: &World) -> Vec<Need> {
    vec![Need::write(StreamKey::authority())]
}

pub(crate) fn establish_unit(command: &EstablishUnit, _: &World) -> Vec<Need> {
    vec![Need::write(StreamKey::unit(&command.unit))]
}

pub(crate) fn dissolve_unit(command: &DissolveUnit, _: &World) -> Vec<Need> {
    let units = [&command.unit].into_iter().chain(&command.successors);
    units
        .map(|unit| Need::write(StreamKey::unit(unit)))
        .collect()
}

pub(crate) fn end_authority(_: &EndAuthority, _: &World) -> Vec<Need> {
    vec![Need::write(StreamKey::authority())]
}

pub(crate) fn move_person(command: &MovePerson, _: &World) -> Vec<Need> {
    vec![
        Need::write(StreamKey::person(&command.person)),
        Need::read(StreamKey::unit(&command.to)),
    ]
}

/// Both records, and those that are joined with the one already.
pub(crate) fn merge_identity(command: &MergeIdentity, world: &World) -> Vec<Need> {
    both(&command.person, &command.other, world)
}

pub(crate) fn undo_identity_merge(command: &UndoIdentityMerge, world: &World) -> Vec<Need> {
    both(&command.person, &command.other, world)
}

fn both(person: &PersonId, other: &PersonId, world: &World) -> Vec<Need> {
    let mut needs = identity::needs(person, world);
    let streams = [person, other].map(StreamKey::person);
    needs.extend(streams.map(Need::write));
    needs
}

pub(crate) fn register_person(command: &RegisterPerson, _: &World) -> Vec<Need> {
    vec![
        Need::write(StreamKey::person(&command.person)),
        Need::read(StreamKey::unit(&command.unit)),
    ]
}

/// Also what else the person holds (SD9).
pub(crate) fn grant_assignment(command: &GrantAssignment, world: &World) -> Vec<Need> {
    let person = StreamKey::person(&command.person);
    let mut needs = vec![Need::write(StreamKey::assignment(&command.assignment))];
    if world.shows(&person) {
        let known = world.person(&command.person).person().into_iter();
        let others = known.flat_map(|person| &person.assignments);
        needs.extend(others.map(|one| Need::read(StreamKey::assignment(one))));
    }
    needs.push(Need::write(person));
    let unit = command.unit.iter();
    needs.extend(unit.map(|unit| Need::read(StreamKey::unit(unit))));
    needs
}

pub(crate) fn end_assignment(command: &EndAssignment, _: &World) -> Vec<Need> {
    vec![Need::write(StreamKey::assignment(&command.assignment))]
}

pub(crate) fn grant_delegation(command: &GrantDelegation, _: &World) -> Vec<Need> {
    vec![
        Need::write(StreamKey::delegation(&command.delegation)),
        Need::read(StreamKey::assignment(&command.delegator)),
        Need::read(StreamKey::assignment(&command.delegate)),
    ]
}

pub(crate) fn end_delegation(command: &EndDelegation, _: &World) -> Vec<Need> {
    vec![Need::write(StreamKey::delegation(&command.delegation))]
}

/// A delegation that somebody acts under, and whether its delegator holds the office.
pub(crate) fn delegation(delegation: Option<&DelegationId>, world: &World) -> Vec<Need> {
    let Some(delegation) = delegation else {
        return Vec::new();
    };
    let stream = StreamKey::delegation(delegation);
    let known = world.shows(&stream).then(|| world.delegation(delegation));
    let delegator = known.and_then(|known| known.delegation());
    let delegator = delegator.map(|known| Need::read(StreamKey::assignment(&known.delegator)));
    [Need::read(stream)].into_iter().chain(delegator).collect()
}
