//! To the Chairman: `present_to_chairman`.

use super::{on, within_quota};
use crate::{
    Context, CouncilSessionId, DocumentKind, Effect, NominationId, Refusal as Any, StreamKey,
    World, council_session, hold, lists,
    nomination::{self, Gate, gates},
    papers,
    presentation::{Event, PresentToChairman, Presented, PresentedItem, Refusal, State},
};

/// Presents what the Council approved and what is not held, once its minutes are signed (4.5 row 29).
pub(crate) fn present_to_chairman(
    world: &World,
    _context: &Context,
    command: &PresentToChairman,
) -> Result<Vec<Effect>, Any> {
    let presentation = &command.presentation;
    match world.presentation(presentation) {
        State::Absent | State::Returned(_) => {}
        State::Presented(presented)
        | State::Checked(presented)
        | State::Decided { presented, .. } => return as_presented(presented, command),
    }
    lists::must_be_whole(&command.nominations)?;
    papers::must_be(&command.letter, DocumentKind::PresentationLetter)?;
    must_have_minutes(world, &command.session)?;
    let mut items = Vec::new();
    for nomination in &command.nominations {
        items.push(approved(world, &command.session, nomination)?);
    }
    within_quota(world, presentation, &items)?;
    let presented = command.nominations.iter().map(|nomination| {
        let presentation = presentation.clone();
        let event = nomination::Event::PresentedToChairman { presentation };
        Effect::new(StreamKey::nomination(nomination), event)
    });
    let event = Event::PresentedToChairman {
        presentation: presentation.clone(),
        session: command.session.clone(),
        nominations: items,
        letter: command.letter.clone(),
    };
    let mut effects = vec![on(presentation, event)];
    effects.extend(presented);
    Ok(effects)
}

fn as_presented(presented: &Presented, command: &PresentToChairman) -> Result<Vec<Effect>, Any> {
    let is_same = presented.session == command.session
        && presented.letter_sha256 == command.letter.sha256
        && presented.nominations().eq(&command.nominations);
    if is_same {
        return Ok(vec![]);
    }
    let presentation = command.presentation.clone();
    Err(Refusal::AlreadyPresented { presentation }.into())
}

fn must_have_minutes(world: &World, session: &CouncilSessionId) -> Result<(), Any> {
    match world.council_session(session) {
        council_session::State::MinutesSigned(..) => Ok(()),
        council_session::State::Absent => Err(council_session::Refusal::Absent {
            session: session.clone(),
        }
        .into()),
        council_session::State::Convened(_)
        | council_session::State::Open(_)
        | council_session::State::Closed(_) => {
            let session = session.clone();
            Err(Refusal::MinutesNotSigned { session }.into())
        }
    }
}

/// An item that this very session approved.
fn approved(
    world: &World,
    session: &CouncilSessionId,
    nomination: &NominationId,
) -> Result<PresentedItem, Any> {
    let case = gates::at_gate(world, nomination, Gate::CouncilApproved)?;
    if case.council_session.as_ref() != Some(session) {
        return Err(Refusal::ApprovedElsewhere {
            nomination: nomination.clone(),
            session: session.clone(),
        }
        .into());
    }
    hold::must_not_be_held(world, nomination, case)?;
    Ok(PresentedItem {
        nomination: nomination.clone(),
        kind: case.kind,
    })
}
