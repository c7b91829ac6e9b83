//! The Office, before the Chairman sees a presentation: `check_presentation`, `return_presentation`.

use super::{absent, on};
use crate::{
    Context, Effect, Refusal as Any, StreamKey, World,
    nomination::{self, Gate, gates},
    presentation::{CheckPresentation, Event, Refusal, ReturnPresentation, State},
};

/// The Office checks a presentation before the Chairman sees it (phiếu trình).
pub(crate) fn check_presentation(
    world: &World,
    _context: &Context,
    command: &CheckPresentation,
) -> Result<Vec<Effect>, Any> {
    let presentation = &command.presentation;
    match world.presentation(presentation) {
        State::Presented(_) => Ok(vec![on(presentation, Event::PresentationChecked {})]),
        State::Checked(_) | State::Decided { .. } => Ok(vec![]),
        State::Absent => Err(absent(presentation).into()),
        State::Returned(_) => {
            let presentation = presentation.clone();
            Err(Refusal::Returned { presentation }.into())
        }
    }
}

/// The Office sends a presentation back (4.5 row 30): its cases stand where the Council left them,
/// and may be presented again under the same number.
pub(crate) fn return_presentation(
    world: &World,
    _context: &Context,
    command: &ReturnPresentation,
) -> Result<Vec<Effect>, Any> {
    let presentation = &command.presentation;
    let presented = match world.presentation(presentation) {
        State::Presented(presented) | State::Checked(presented) => presented,
        State::Returned(_) => return Ok(vec![]),
        State::Absent => return Err(absent(presentation).into()),
        State::Decided { .. } => {
            let presentation = presentation.clone();
            return Err(Refusal::AlreadyDecided { presentation }.into());
        }
    };
    let returned = Event::PresentationReturned {
        reason_code: command.reason_code,
    };
    let mut effects = vec![on(presentation, returned)];
    for nomination in presented.nominations() {
        // One that was withdrawn since then has left the list (INV-26).
        if gates::case(world, nomination)?.gate == Gate::Presented {
            let presentation = presentation.clone();
            let event = nomination::Event::PresentationReturned { presentation };
            effects.push(Effect::new(StreamKey::nomination(nomination), event));
        }
    }
    Ok(effects)
}
