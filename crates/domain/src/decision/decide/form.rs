//! Errors of form: `issue_formal_correction`.

use super::{absent, on, on_paper};
use crate::{
    Context, DocumentKind, Effect, Refusal as Any, World,
    decision::{Event, FormalCorrection, IssueFormalCorrection, Refusal, State},
    papers,
};

/// A letter corrects the form of an issued decision, which stays in force (E32). Content is corrected by
/// another decision only.
pub(crate) fn issue_formal_correction(
    world: &World,
    context: &Context,
    command: &IssueFormalCorrection,
) -> Result<Vec<Effect>, Any> {
    let decision = &command.decision;
    let (number, aftermath) = match world.decision(decision) {
        State::Issued(_, _, number, aftermath) => (number, aftermath),
        State::Absent => return Err(absent(decision).into()),
        State::Legacy(_) => return Err(on_paper(decision).into()),
        State::Drafted(_)
        | State::Voided(_)
        | State::Signed(..)
        | State::Numbered(..)
        | State::Sealed(..) => {
            let decision = decision.clone();
            return Err(Refusal::NotIssued { decision }.into());
        }
    };
    let correction = FormalCorrection {
        date: command.date,
        sha256: command.document.sha256.clone(),
        corrects: command.corrects,
    };
    let letter_no = command.letter_no.clone();
    if let Some(known) = aftermath.corrections.get(&letter_no) {
        if *known == correction {
            return Ok(vec![]);
        }
        return Err(Refusal::CorrectedOtherwise { letter_no }.into());
    }
    if letter_no.trim().is_empty() {
        return Err(Refusal::LetterNumberMissing {}.into());
    }
    papers::must_be(&command.document, DocumentKind::Evidence)?;
    let (date, earliest, latest) = (command.date, number.date, context.now.date());
    if !(earliest..=latest).contains(&date) {
        return Err(Refusal::LetterDateOutOfRange {
            date,
            earliest,
            latest,
        }
        .into());
    }
    let event = Event::FormalCorrectionIssued {
        letter_no,
        date,
        document: command.document.clone(),
        corrects: command.corrects,
    };
    Ok(vec![on(decision, event)])
}
