//! What may happen.

use super::{ImportUnitResults, RecordDiscipline, RecordInitiative, RecordRating};
use crate::{Context, Effect, Refusal, World};

pub(crate) fn import_unit_results(
    _world: &World,
    _context: &Context,
    _command: &ImportUnitResults,
) -> Result<Vec<Effect>, Refusal> {
    Ok(Vec::new())
}

pub(crate) fn record_initiative(
    _world: &World,
    _context: &Context,
    _command: &RecordInitiative,
) -> Result<Vec<Effect>, Refusal> {
    Ok(Vec::new())
}

pub(crate) fn record_rating(
    _world: &World,
    _context: &Context,
    _command: &RecordRating,
) -> Result<Vec<Effect>, Refusal> {
    Ok(Vec::new())
}

pub(crate) fn record_discipline(
    _world: &World,
    _context: &Context,
    _command: &RecordDiscipline,
) -> Result<Vec<Effect>, Refusal> {
    Ok(Vec::new())
}
