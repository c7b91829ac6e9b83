//! What the commands read and write.

use super::{
    EndAssignment, EstablishAuthority, EstablishUnit, GrantAssignment, RegisterPerson, SetCalendar,
};
use crate::{Need, World};

pub(crate) fn establish_authority(_command: &EstablishAuthority, _world: &World) -> Vec<Need> {
    Vec::new()
}

pub(crate) fn set_calendar(_command: &SetCalendar, _world: &World) -> Vec<Need> {
    Vec::new()
}

pub(crate) fn establish_unit(_command: &EstablishUnit, _world: &World) -> Vec<Need> {
    Vec::new()
}

pub(crate) fn register_person(_command: &RegisterPerson, _world: &World) -> Vec<Need> {
    Vec::new()
}

pub(crate) fn grant_assignment(_command: &GrantAssignment, _world: &World) -> Vec<Need> {
    Vec::new()
}

pub(crate) fn end_assignment(_command: &EndAssignment, _world: &World) -> Vec<Need> {
    Vec::new()
}
