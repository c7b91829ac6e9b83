//! What may happen.

use super::{AllocateQuota, DetermineEligibleUnits, SetQuota};
use crate::{Context, Effect, Refusal, World};

pub(crate) fn set_quota(
    _world: &World,
    _context: &Context,
    _command: &SetQuota,
) -> Result<Vec<Effect>, Refusal> {
    Ok(Vec::new())
}

pub(crate) fn determine_eligible_units(
    _world: &World,
    _context: &Context,
    _command: &DetermineEligibleUnits,
) -> Result<Vec<Effect>, Refusal> {
    Ok(Vec::new())
}

pub(crate) fn allocate_quota(
    _world: &World,
    _context: &Context,
    _command: &AllocateQuota,
) -> Result<Vec<Effect>, Refusal> {
    Ok(Vec::new())
}
