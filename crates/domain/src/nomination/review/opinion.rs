//! What other bodies think (hiệp y): `request_opinion`, `record_opinion`.

use super::{Refusal, on, separation::must_be_the_reviewer};
use crate::{
    Context, DocumentKind, Effect, World,
    nomination::{Event, Gate, Opinion, RecordOpinion, RequestOpinion, gates},
    papers,
};

/// The reviewer asks a body; it may be asked again once it has answered.
pub(crate) fn request_opinion(
    world: &World,
    context: &Context,
    command: &RequestOpinion,
) -> Result<Vec<Effect>, crate::Refusal> {
    let nomination = &command.nomination;
    let case = gates::at_gate(world, nomination, Gate::UnderReview)?;
    must_be_the_reviewer(context, nomination, case)?;
    let (due, today) = (command.due, context.occurred_at.date());
    match case.opinions.get(&command.body) {
        Some(Opinion {
            due: known,
            answer: None,
        }) if *known == due => return Ok(vec![]),
        Some(Opinion { due, answer: None }) => {
            return Err(Refusal::OpinionPending {
                nomination: nomination.clone(),
                body: command.body.clone(),
                due: *due,
            }
            .into());
        }
        Some(Opinion {
            answer: Some(_), ..
        })
        | None => {}
    }
    if due < today {
        return Err(Refusal::OpinionDuePassed { due, today }.into());
    }
    let event = Event::OpinionRequested {
        body: command.body.clone(),
        question: command.question.clone(),
        due,
    };
    Ok(vec![on(nomination, event)])
}

/// The reviewer records what the body answered.
pub(crate) fn record_opinion(
    world: &World,
    context: &Context,
    command: &RecordOpinion,
) -> Result<Vec<Effect>, crate::Refusal> {
    let nomination = &command.nomination;
    let case = gates::at_gate(world, nomination, Gate::UnderReview)?;
    must_be_the_reviewer(context, nomination, case)?;
    let asked = case.opinions.get(&command.body);
    let answer = asked.ok_or_else(|| Refusal::OpinionNotAsked {
        nomination: nomination.clone(),
        body: command.body.clone(),
    })?;
    match answer.answer {
        Some(known) if known == command.value => return Ok(vec![]),
        Some(known) => {
            return Err(Refusal::OpinionAnswered {
                nomination: nomination.clone(),
                body: command.body.clone(),
                value: known,
            }
            .into());
        }
        None => {}
    }
    papers::must_be(&command.document, DocumentKind::Evidence)?;
    let event = Event::OpinionReceived {
        body: command.body.clone(),
        value: command.value,
        document: command.document.clone(),
    };
    Ok(vec![on(nomination, event)])
}
