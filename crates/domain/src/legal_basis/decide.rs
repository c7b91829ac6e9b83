//! What may be recorded of the law. Values are effective-dated data, never constants.

use super::{Event, RecordBaseWage, RecordRegime, Refusal, Regime, State};
use crate::{Context, Dong, Effect, StreamKey, World};

pub(crate) fn record_regime(
    world: &World,
    _: &Context,
    command: &RecordRegime,
) -> Result<Vec<Effect>, crate::Refusal> {
    let from = command.valid_from;
    if let Some(until) = command.valid_until.filter(|until| *until < from) {
        return Err(Refusal::InForceBackwards { from, until }.into());
    }
    let wish = Regime {
        coefficients: command.coefficients,
        valid_from: from,
        valid_until: command.valid_until,
    };
    match world.legal_basis(&command.instrument) {
        State::Regime(known) if *known == wish => return Ok(Vec::new()),
        State::Regime(_) | State::BaseWages(_) => {
            let instrument = command.instrument.clone();
            return Err(Refusal::RecordedOtherwise { instrument }.into());
        }
        State::Absent => {}
    }
    let event = Event::RegimeRecorded {
        instrument: command.instrument.clone(),
        coefficients: command.coefficients,
        valid_from: from,
        valid_until: command.valid_until,
        document: command.document.clone(),
    };
    let stream = StreamKey::legal_basis(&command.instrument);
    Ok(vec![Effect::new(stream, event)])
}

pub(crate) fn record_base_wage(
    world: &World,
    _: &Context,
    command: &RecordBaseWage,
) -> Result<Vec<Effect>, crate::Refusal> {
    let amount = command.amount;
    if amount <= Dong(0) {
        return Err(Refusal::NoWage { amount }.into());
    }
    let otherwise = || Refusal::RecordedOtherwise {
        instrument: command.instrument.clone(),
    };
    match world.legal_basis(&command.instrument) {
        State::Absent => {}
        State::Regime(_) => return Err(otherwise().into()),
        State::BaseWages(wages) => match wages.get(&command.valid_from) {
            Some(known) if *known == amount => return Ok(Vec::new()),
            Some(_) => return Err(otherwise().into()),
            None => {}
        },
    }
    let event = Event::BaseWageRecorded {
        instrument: command.instrument.clone(),
        amount,
        valid_from: command.valid_from,
        document: command.document.clone(),
    };
    let stream = StreamKey::legal_basis(&command.instrument);
    Ok(vec![Effect::new(stream, event)])
}
