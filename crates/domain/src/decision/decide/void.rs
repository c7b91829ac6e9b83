//! Before the issue, what was done may be undone: `void_number`, `void_signed_decision` (4.9).

use super::{absent, draft::leave_out, issuer, on, on_paper};
use crate::{
    Context, DecisionId, Effect, NominationId, Refusal as Any, StreamKey, World,
    decision::{
        Awardee, Draft, Event, Number, NumberVoidReason, Refusal, State, VoidNumber,
        VoidSignedDecision,
    },
    nomination::{self, Gate, gates},
    number_register, quota,
};

/// The records clerk voids a number that was typed wrongly (E28): the decision waits for another, and
/// nobody ever gets this one (INV-28). A seal on it is void with it.
pub(crate) fn void_number(
    world: &World,
    _context: &Context,
    command: &VoidNumber,
) -> Result<Vec<Effect>, Any> {
    let decision = &command.decision;
    let not_borne = || Refusal::NumberNotBorne {
        decision: decision.clone(),
        number: command.number,
    };
    match world.decision(decision) {
        State::Numbered(_, _, number) | State::Sealed(_, _, number) => {
            if number.number != command.number {
                return Err(not_borne().into());
            }
            number_voided(world, decision, number, command.reason_code)
        }
        State::Signed(_, signature) => {
            let mut voided = signature.voided.iter();
            if voided.any(|number| number.number == command.number) {
                return Ok(vec![]);
            }
            Err(not_borne().into())
        }
        State::Absent => Err(absent(decision).into()),
        State::Legacy(_) => Err(on_paper(decision).into()),
        State::Drafted(_) | State::Voided(_) => Err(not_borne().into()),
        State::Issued(..) => Err(issued(decision).into()),
    }
}

/// The Chairman voids his signature, with the number that it may bear: every case is approved again and
/// holds its place, and the decision may be drafted anew (4.5 row 38, INV-24).
pub(crate) fn void_signed_decision(
    world: &World,
    _context: &Context,
    command: &VoidSignedDecision,
) -> Result<Vec<Effect>, Any> {
    let decision = &command.decision;
    let (draft, number) = match world.decision(decision) {
        State::Signed(draft, _) => (draft, None),
        State::Numbered(draft, _, number) | State::Sealed(draft, _, number) => {
            (draft, Some(number))
        }
        State::Voided(_) => return Ok(vec![]),
        State::Absent => return Err(absent(decision).into()),
        State::Legacy(_) => return Err(on_paper(decision).into()),
        State::Drafted(_) => {
            let decision = decision.clone();
            return Err(Refusal::NotSigned { decision }.into());
        }
        State::Issued(..) => return Err(issued(decision).into()),
    };
    let mut effects = Vec::new();
    if let Some(number) = number {
        let reason = NumberVoidReason::SignatureVoided;
        effects = number_voided(world, decision, number, reason)?;
    }
    let event = Event::SignatureVoided {
        reason_code: command.reason_code,
    };
    effects.push(on(decision, event));
    if draft.subject.presentation().is_some() {
        effects.extend(draft.awardees.iter().map(consumption_voided));
        for nomination in draft.nominations() {
            effects.push(approved_again(world, decision, nomination)?);
        }
    } else {
        effects.extend(amendments_dropped(world, decision, draft));
    }
    Ok(effects)
}

fn issued(decision: &DecisionId) -> Refusal {
    Refusal::IssuedAlready {
        decision: decision.clone(),
    }
}

fn number_voided(
    world: &World,
    decision: &DecisionId,
    number: &Number,
    reason_code: NumberVoidReason,
) -> Result<Vec<Effect>, Any> {
    let event = Event::NumberVoided {
        number: number.number,
        symbol: number.symbol.clone(),
        date: number.date,
        reason_code,
    };
    let voided = number_register::Event::NumberVoided {
        number: number.number,
        decision: decision.clone(),
        reason_code,
    };
    let year = number.date.year();
    let register = StreamKey::number_register(issuer(world)?, &number.symbol, year);
    Ok(vec![on(decision, event), Effect::new(register, voided)])
}

fn consumption_voided(awardee: &Awardee) -> Effect {
    let event = quota::Event::ConsumptionVoided {
        kind: awardee.kind,
        nomination: awardee.nomination.clone(),
    };
    Effect::new(StreamKey::quota(awardee.nomination.campaign()), event)
}

fn approved_again(
    world: &World,
    decision: &DecisionId,
    nomination: &NominationId,
) -> Result<Effect, Any> {
    gates::at_gate(world, nomination, Gate::DecisionSigned)?;
    let decision = decision.clone();
    let event = nomination::Event::SignatureVoided { decision };
    Ok(Effect::new(StreamKey::nomination(nomination), event))
}

/// Who would have been named otherwise is free for another draft.
fn amendments_dropped(world: &World, decision: &DecisionId, draft: &Draft) -> Vec<Effect> {
    let is_amended = |nomination: &&NominationId| {
        let case = world.nomination(nomination).case();
        let amendment = case.and_then(|case| case.amendment.as_ref());
        amendment.is_some_and(|(by, _)| by == decision)
    };
    let amended = draft.nominations().filter(is_amended);
    amended.map(|one| leave_out(decision, one)).collect()
}
