//! What may happen.

use super::{AttachReport, ConfirmReport, DraftNomination, ProposeNominee};
use crate::{Context, Effect, Refusal, World};

pub(crate) fn draft_nomination(
    _world: &World,
    _context: &Context,
    _command: &DraftNomination,
) -> Result<Vec<Effect>, Refusal> {
    Ok(Vec::new())
}

pub(crate) fn attach_report(
    _world: &World,
    _context: &Context,
    _command: &AttachReport,
) -> Result<Vec<Effect>, Refusal> {
    Ok(Vec::new())
}

pub(crate) fn confirm_report(
    _world: &World,
    _context: &Context,
    _command: &ConfirmReport,
) -> Result<Vec<Effect>, Refusal> {
    Ok(Vec::new())
}

pub(crate) fn propose_nominee(
    _world: &World,
    _context: &Context,
    _command: &ProposeNominee,
) -> Result<Vec<Effect>, Refusal> {
    Ok(Vec::new())
}
