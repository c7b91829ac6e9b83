//! Number and date: `assign_number`.

use super::{absent, is_signer, on};
use crate::{
    Context, Effect, Refusal as Any, StreamKey, World, access, campaign,
    decision::{AssignNumber, Event, Number, Refusal, Signature, State},
    number_register,
};

/// The records clerk gives number and date, after the signature (INV-27, INV-28, SD6). A number that
/// is recorded late says why (INV-05).
pub(crate) fn assign_number(
    world: &World,
    context: &Context,
    command: &AssignNumber,
) -> Result<Vec<Effect>, Any> {
    let decision = &command.decision;
    let signature = match world.decision(decision) {
        State::Signed(_, signature) => signature,
        State::Numbered(_, _, number)
        | State::Sealed(_, _, number)
        | State::Issued(_, _, number, _) => return as_numbered(number, command),
        State::Absent => return Err(absent(decision).into()),
        State::Drafted(_) => {
            let decision = decision.clone();
            return Err(Refusal::NotSigned { decision }.into());
        }
    };
    if is_signer(world, context, signature) {
        let decision = decision.clone();
        return Err(Refusal::NumberedBySigner { decision }.into());
    }
    must_fit_the_signature(world, context, command, signature)?;
    access::explained(world, context, command.date, access::LAG_WORKING_DAYS)?;
    let active = world.campaign(&decision.campaign).active();
    let plan = &active.ok_or(campaign::Refusal::Absent {})?.plan;
    let symbol = &plan.decision_symbol;
    must_be_free(world, command, symbol)?;
    let numbered = Event::NumberAssigned {
        number: command.number,
        symbol: symbol.clone(),
        date: command.date,
        source: command.source,
    };
    let given = number_register::Event::NumberGiven {
        number: command.number,
        date: command.date,
        decision: decision.clone(),
    };
    let register = StreamKey::number_register(symbol, command.date.year());
    Ok(vec![on(decision, numbered), Effect::new(register, given)])
}

fn as_numbered(number: &Number, command: &AssignNumber) -> Result<Vec<Effect>, Any> {
    if number.number == command.number && number.date == command.date {
        return Ok(vec![]);
    }
    Err(Refusal::AlreadyNumbered {
        decision: command.decision.clone(),
        number: number.number,
        date: number.date,
    }
    .into())
}

/// The date is the day of the signature or the next working day, and no other, and not ahead.
fn must_fit_the_signature(
    world: &World,
    context: &Context,
    command: &AssignNumber,
    signature: &Signature,
) -> Result<(), Refusal> {
    let date = command.date;
    let earliest = signature.signed_at.date();
    let authority = world.authority().authority();
    let latest = authority.map_or(earliest, |authority| {
        authority.calendar.next_working_day(earliest)
    });
    if ![earliest, latest].contains(&date) {
        return Err(Refusal::NumberDateOutOfRange {
            date,
            earliest,
            latest,
        });
    }
    let today = context.now.date();
    if date > today {
        return Err(Refusal::NumberDateInFuture { date, today });
    }
    Ok(())
}

fn must_be_free(world: &World, command: &AssignNumber, symbol: &str) -> Result<(), Refusal> {
    let number = command.number;
    if number == 0 {
        return Err(Refusal::NumberNotPositive {});
    }
    let year = command.date.year();
    match world.number_register(symbol, year).bearer(number) {
        None => Ok(()),
        Some(bearer) => Err(Refusal::NumberTaken {
            number,
            symbol: symbol.to_owned(),
            year,
            bearer: bearer.clone(),
        }),
    }
}
