//! Number and date: `assign_number`.

use super::{absent, is_signer, issuer, on, on_paper};
use crate::{
    Context, Effect, Refusal as Any, StreamKey, World, access, campaign,
    decision::{AssignNumber, Event, Number, NumberSource, Refusal, Signature, State},
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
        State::Legacy(_) => return Err(on_paper(decision).into()),
        State::Drafted(_) | State::Voided(_) => {
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
    let (issuer, symbol) = (issuer(world)?, &plan.decision_symbol);
    let register = world.number_register(issuer, symbol, command.date.year());
    let (number, source) = number(register, command, symbol)?;
    let numbered = Event::NumberAssigned {
        number,
        symbol: symbol.clone(),
        date: command.date,
        source,
        out_of_order: register.is_out_of_order(number, command.date),
    };
    let given = number_register::Event::NumberGiven {
        number,
        date: command.date,
        decision: decision.clone(),
        source,
    };
    let register = StreamKey::number_register(issuer, symbol, command.date.year());
    Ok(vec![on(decision, numbered), Effect::new(register, given)])
}

/// The document system's number, or the next of a series that is Khen's own. Of two that are numbered
/// at once the second finds the number taken, or gets the next (E30).
fn number(
    register: &number_register::State,
    command: &AssignNumber,
    symbol: &str,
) -> Result<(u32, NumberSource), Refusal> {
    let source = match command.number {
        Some(_) => NumberSource::External,
        None => NumberSource::Khen,
    };
    let number = command.number.unwrap_or_else(|| register.next());
    must_be_free(register, (number, source), symbol, command.date.year())?;
    Ok((number, source))
}

/// A series has one source, and a number is given once (INV-28).
pub(super) fn must_be_free(
    register: &number_register::State,
    (number, source): (u32, NumberSource),
    symbol: &str,
    year: i16,
) -> Result<(), Refusal> {
    if let Some(expected) = register.source().filter(|one| *one != source) {
        return Err(Refusal::NumberSourceDiffers {
            symbol: symbol.to_owned(),
            year,
            expected,
        });
    }
    if number == 0 {
        return Err(Refusal::NumberNotPositive {});
    }
    match register.bearer(number) {
        None => Ok(()),
        Some(bearer) => Err(Refusal::NumberTaken {
            number,
            symbol: symbol.to_owned(),
            year,
            bearer: bearer.clone(),
        }),
    }
}

fn as_numbered(borne: &Number, command: &AssignNumber) -> Result<Vec<Effect>, Any> {
    let is_same = match command.number {
        Some(number) => number == borne.number,
        None => borne.source == NumberSource::Khen,
    };
    if is_same && borne.date == command.date {
        return Ok(vec![]);
    }
    Err(Refusal::AlreadyNumbered {
        decision: command.decision.clone(),
        number: borne.number,
        date: borne.date,
    }
    .into())
}

/// The date is the day of the signature or the next working day, and no other, and not ahead (E29).
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
