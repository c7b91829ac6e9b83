//! What comes before the Chairman again: `answer_chairman`, `withdraw_approval`.

use std::collections::BTreeMap;

use super::on;
use crate::{
    Context, Effect, NominationId, PresentationId, Refusal as Any, StreamKey, World, lists,
    nomination::{self, Case, Gate, ReturnedTo, gates},
    presentation::{AnswerChairman, Event, Refusal, State, WithdrawApproval},
    quota::{self, ReleasedBecause},
};

/// Cases by the presentation that each lies in.
type ByPresentation<'w> = BTreeMap<&'w PresentationId, Vec<NominationId>>;

/// Home Affairs answers what the Chairman asked (4.5 row 32): the case lies before him again.
pub(crate) fn answer_chairman(
    world: &World,
    _context: &Context,
    command: &AnswerChairman,
) -> Result<Vec<Effect>, Any> {
    let all = command.answers.iter().map(|one| one.nomination.clone());
    lists::must_be_whole(&all.collect::<Vec<_>>())?;
    let mut answered = ByPresentation::new();
    let mut cases = Vec::new();
    for one in &command.answers {
        let nomination = &one.nomination;
        let case = gates::case(world, nomination)?;
        let presentation = carried(nomination, case, Gate::ChairmanReturned)?;
        if is_pending(world, presentation, nomination, case) {
            continue;
        }
        gates::at_gate(world, nomination, Gate::ChairmanReturned)?;
        if case.returned_to != Some(ReturnedTo::Clarification) {
            let nomination = nomination.clone();
            return Err(Refusal::NothingAsked { nomination }.into());
        }
        let event = nomination::Event::ChairmanAnswered {
            presentation: presentation.clone(),
            answer: one.answer.clone(),
        };
        cases.push(Effect::new(StreamKey::nomination(nomination), event));
        answered
            .entry(presentation)
            .or_default()
            .push(nomination.clone());
    }
    let answered = answered.into_iter().map(|(presentation, nominations)| {
        on(presentation, Event::ChairmanAnswered { nominations })
    });
    Ok(answered.chain(cases).collect())
}

/// The Chairman takes approvals back before the signature (row 35); so does a successor with those of
/// his predecessor (E27). Each place is free again, and the case lies before him anew.
pub(crate) fn withdraw_approval(
    world: &World,
    _context: &Context,
    command: &WithdrawApproval,
) -> Result<Vec<Effect>, Any> {
    let all = command.approvals.iter().map(|one| one.nomination.clone());
    lists::must_be_whole(&all.collect::<Vec<_>>())?;
    let mut withdrawn = ByPresentation::new();
    let (mut places, mut cases) = (Vec::new(), Vec::new());
    for one in &command.approvals {
        let nomination = &one.nomination;
        let case = gates::case(world, nomination)?;
        let presentation = carried(nomination, case, Gate::ChairmanApproved)?;
        if is_pending(world, presentation, nomination, case) {
            continue;
        }
        gates::at_gate(world, nomination, Gate::ChairmanApproved)?;
        places.push(released(nomination, case));
        let event = nomination::Event::ApprovalWithdrawn {
            presentation: presentation.clone(),
            reason: one.reason.clone(),
        };
        cases.push(Effect::new(StreamKey::nomination(nomination), event));
        withdrawn
            .entry(presentation)
            .or_default()
            .push(nomination.clone());
    }
    let withdrawn = withdrawn.into_iter().map(|(presentation, nominations)| {
        on(presentation, Event::ApprovalsWithdrawn { nominations })
    });
    Ok(withdrawn.chain(places).chain(cases).collect())
}

/// The presentation of a case; one that was never presented stands at the wrong gate.
fn carried<'w>(
    nomination: &NominationId,
    case: &'w Case,
    expected: Gate,
) -> Result<&'w PresentationId, Any> {
    let presentation = case.presentation.as_ref();
    presentation.ok_or_else(|| gates::wrong_gate(nomination, case, expected))
}

/// Whether the case lies before the Chairman again already.
fn is_pending(
    world: &World,
    presentation: &PresentationId,
    nomination: &NominationId,
    case: &Case,
) -> bool {
    let pending = match world.presentation(presentation) {
        State::Decided { pending, .. } => pending,
        State::Absent | State::Presented(_) | State::Checked(_) | State::Returned(_) => {
            return false;
        }
    };
    case.gate == Gate::Presented && pending.contains(nomination)
}

fn released(nomination: &NominationId, case: &Case) -> Effect {
    let event = quota::Event::PlaceReleased {
        kind: case.kind,
        nomination: nomination.clone(),
        reason_code: ReleasedBecause::ApprovalWithdrawn,
    };
    Effect::new(StreamKey::quota(&case.campaign), event)
}
