//! What the commands read and write.

use super::{AllocateQuota, DetermineEligibleUnits, SetQuota};
use crate::{Need, World};

pub(crate) fn set_quota(_command: &SetQuota, _world: &World) -> Vec<Need> {
    Vec::new()
}

pub(crate) fn determine_eligible_units(
    _command: &DetermineEligibleUnits,
    _world: &World,
) -> Vec<Need> {
    Vec::new()
}

pub(crate) fn allocate_quota(_command: &AllocateQuota, _world: &World) -> Vec<Need> {
    Vec::new()
}
