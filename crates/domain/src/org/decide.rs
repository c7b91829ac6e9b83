//! What may happen.

use super::{
    EndAssignment, EstablishAuthority, EstablishUnit, GrantAssignment, RegisterPerson, SetCalendar,
};
use crate::{Context, Effect, Refusal, World};

pub(crate) fn establish_authority(
    _world: &World,
    _context: &Context,
    _command: &EstablishAuthority,
) -> Result<Vec<Effect>, Refusal> {
    Ok(Vec::new())
}

pub(crate) fn set_calendar(
    _world: &World,
    _context: &Context,
    _command: &SetCalendar,
) -> Result<Vec<Effect>, Refusal> {
    Ok(Vec::new())
}

pub(crate) fn establish_unit(
    _world: &World,
    _context: &Context,
    _command: &EstablishUnit,
) -> Result<Vec<Effect>, Refusal> {
    Ok(Vec::new())
}

pub(crate) fn register_person(
    _world: &World,
    _context: &Context,
    _command: &RegisterPerson,
) -> Result<Vec<Effect>, Refusal> {
    Ok(Vec::new())
}

pub(crate) fn grant_assignment(
    _world: &World,
    _context: &Context,
    _command: &GrantAssignment,
) -> Result<Vec<Effect>, Refusal> {
    Ok(Vec::new())
}

pub(crate) fn end_assignment(
    _world: &World,
    _context: &Context,
    _command: &EndAssignment,
) -> Result<Vec<Effect>, Refusal> {
    Ok(Vec::new())
}
