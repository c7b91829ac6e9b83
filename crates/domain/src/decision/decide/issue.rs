//! Seal and issue: `apply_organisation_signature`, `issue_decision`.

use super::{absent, on};
use crate::{
    Context, DecisionId, Effect, NominationId, Refusal as Any, StreamKey, World,
    decision::{ApplyOrganisationSignature, Event, IssueDecision, Number, Refusal, State},
    nomination::{self, Gate, gates},
    org,
};

/// Applies the organisation's signature or seal (đóng dấu), after the number (INV-27).
pub(crate) fn apply_organisation_signature(
    world: &World,
    _context: &Context,
    command: &ApplyOrganisationSignature,
) -> Result<Vec<Effect>, Any> {
    let decision = &command.decision;
    match world.decision(decision) {
        State::Numbered(..) => Ok(vec![on(decision, Event::OrganisationSigned {})]),
        State::Sealed(..) | State::Issued(..) => Ok(vec![]),
        State::Absent => Err(absent(decision).into()),
        State::Drafted(_) | State::Signed(..) => {
            let decision = decision.clone();
            Err(Refusal::NotNumbered { decision }.into())
        }
    }
}

/// Issues the decision (ban hành): everybody on it is awarded in the same append (INV-30).
pub(crate) fn issue_decision(
    world: &World,
    context: &Context,
    command: &IssueDecision,
) -> Result<Vec<Effect>, Any> {
    let decision = &command.decision;
    let (draft, number) = match world.decision(decision) {
        State::Sealed(draft, _, number) => (draft, number),
        State::Issued(..) => return Ok(vec![]),
        State::Absent => return Err(absent(decision).into()),
        State::Drafted(_) | State::Signed(..) | State::Numbered(..) => {
            let decision = decision.clone();
            return Err(Refusal::NotSealed { decision }.into());
        }
    };
    let issued_at = context.occurred_at;
    let day = issued_at.date();
    org::decide::issuer_must_exist(world, day)?;
    if day < number.date {
        return Err(Refusal::IssuedBeforeDate {
            decision: decision.clone(),
            date: number.date,
            day,
        }
        .into());
    }
    let mut effects = vec![on(decision, Event::DecisionIssued { issued_at })];
    for nomination in draft.nominations() {
        gates::at_gate(world, nomination, Gate::DecisionSigned)?;
        effects.push(awarded(decision, number, nomination));
    }
    Ok(effects)
}

fn awarded(decision: &DecisionId, number: &Number, nomination: &NominationId) -> Effect {
    let event = nomination::Event::Awarded {
        decision: decision.clone(),
        number: number.number,
        symbol: number.symbol.clone(),
        date: number.date,
    };
    Effect::new(StreamKey::nomination(nomination), event)
}
