//! What the commands read and write.

use super::{ImportUnitResults, RecordDiscipline, RecordInitiative, RecordRating};
use crate::{Need, World};

pub(crate) fn import_unit_results(_command: &ImportUnitResults, _world: &World) -> Vec<Need> {
    Vec::new()
}

pub(crate) fn record_initiative(_command: &RecordInitiative, _world: &World) -> Vec<Need> {
    Vec::new()
}

pub(crate) fn record_rating(_command: &RecordRating, _world: &World) -> Vec<Need> {
    Vec::new()
}

pub(crate) fn record_discipline(_command: &RecordDiscipline, _world: &World) -> Vec<Need> {
    Vec::new()
}
