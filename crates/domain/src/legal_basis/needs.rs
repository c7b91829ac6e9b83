//! What the commands read and write.

use super::{RecordBaseWage, RecordRegime};
use crate::{Need, World};

pub(crate) fn record_regime(_command: &RecordRegime, _world: &World) -> Vec<Need> {
    Vec::new()
}

pub(crate) fn record_base_wage(_command: &RecordBaseWage, _world: &World) -> Vec<Need> {
    Vec::new()
}
