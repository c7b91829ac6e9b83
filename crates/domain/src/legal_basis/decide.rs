//! What may happen.

use super::{RecordBaseWage, RecordRegime};
use crate::{Context, Effect, Refusal, World};

pub(crate) fn record_regime(
    _world: &World,
    _context: &Context,
    _command: &RecordRegime,
) -> Result<Vec<Effect>, Refusal> {
    Ok(Vec::new())
}

pub(crate) fn record_base_wage(
    _world: &World,
    _context: &Context,
    _command: &RecordBaseWage,
) -> Result<Vec<Effect>, Refusal> {
    Ok(Vec::new())
}
