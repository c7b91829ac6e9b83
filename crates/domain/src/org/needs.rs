//! What the commands on the directory read and write; the authority is in everybody's view.

use super::{
    EndAssignment, EstablishAuthority, EstablishUnit, GrantAssignment, RegisterPerson, SetCalendar,
};
use crate::{Need, StreamKey, World};

pub(crate) fn establish_authority(_: &EstablishAuthority, _: &World) -> Vec<Need> {
    vec![Need::write(StreamKey::authority())]
}

pub(crate) fn set_calendar(_: &SetCalendar, _: &World) -> Vec<Need> {
    vec![Need::write(StreamKey::authority())]
}

pub(crate) fn establish_unit(command: &EstablishUnit, _: &World) -> Vec<Need> {
    vec![Need::write(StreamKey::unit(&command.unit))]
}

pub(crate) fn register_person(command: &RegisterPerson, _: &World) -> Vec<Need> {
    vec![
        Need::write(StreamKey::person(&command.person)),
        Need::read(StreamKey::unit(&command.unit)),
    ]
}

pub(crate) fn grant_assignment(command: &GrantAssignment, _: &World) -> Vec<Need> {
    let mut needs = vec![
        Need::write(StreamKey::assignment(&command.assignment)),
        Need::read(StreamKey::person(&command.person)),
    ];
    let unit = command.unit.iter();
    needs.extend(unit.map(|unit| Need::read(StreamKey::unit(unit))));
    needs
}

pub(crate) fn end_assignment(command: &EndAssignment, _: &World) -> Vec<Need> {
    vec![Need::write(StreamKey::assignment(&command.assignment))]
}
