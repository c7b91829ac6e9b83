//! Conduct that touches no award by itself: `note_conduct`.

use crate::{
    Context, DocumentKind, Effect, Refusal as Any, StreamKey, World,
    decision::NoteConduct,
    nomination::{self, Gate, gates},
    papers,
};

/// The Chairman has it noted what became known about an awardee (E04): outside the period of
/// achievement it revokes nothing by itself.
pub(crate) fn note_conduct(
    world: &World,
    _context: &Context,
    command: &NoteConduct,
) -> Result<Vec<Effect>, Any> {
    let nomination = &command.nomination;
    let case = gates::at_gate(world, nomination, Gate::Awarded)?;
    if case.conduct_notes.contains(&command.document.sha256) {
        return Ok(vec![]);
    }
    papers::must_be(&command.document, DocumentKind::Evidence)?;
    let event = nomination::Event::ConductNoted {
        conduct: command.conduct,
        document: command.document.clone(),
        note: command.note.clone(),
    };
    Ok(vec![Effect::new(StreamKey::nomination(nomination), event)])
}
