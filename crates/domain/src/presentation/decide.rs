//! What may happen.

use super::{CheckPresentation, DecidePresentation, PresentToChairman};
use crate::{Context, Effect, Refusal, World};

pub(crate) fn present_to_chairman(
    _world: &World,
    _context: &Context,
    _command: &PresentToChairman,
) -> Result<Vec<Effect>, Refusal> {
    Ok(Vec::new())
}

pub(crate) fn check_presentation(
    _world: &World,
    _context: &Context,
    _command: &CheckPresentation,
) -> Result<Vec<Effect>, Refusal> {
    Ok(Vec::new())
}

pub(crate) fn decide_presentation(
    _world: &World,
    _context: &Context,
    _command: &DecidePresentation,
) -> Result<Vec<Effect>, Refusal> {
    Ok(Vec::new())
}
