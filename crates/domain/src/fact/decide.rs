//! What may be attested. That nobody attests for the own unit, the table of access sees to (SD11).

use std::collections::BTreeSet;

use jiff::civil::Date;

use super::{
    Discipline, Event, FactAbout, ImportUnitResults, Initiative, RecordAuthorityIndex,
    RecordDiscipline, RecordInitiative, RecordPastAward, RecordRating, RecordedResult, Refusal,
    UnitResult, UnitResultRow,
};
use crate::{Context, Effect, FactStatus, FactSubject, StreamKey, UnitId, World, org};

type Decided = Result<Vec<Effect>, crate::Refusal>;

/// A whole sheet; rows that say what is known already are passed over.
pub(crate) fn import_unit_results(
    world: &World,
    context: &Context,
    command: &ImportUnitResults,
) -> Decided {
    must_not_lie_ahead(context, command.cut_off)?;
    let mut named = BTreeSet::new();
    let mut effects = Vec::new();
    for row in &command.rows {
        let unit = row.unit.clone();
        if !named.insert(&row.unit) {
            return Err(Refusal::RowTwice { unit }.into());
        }
        org::decide::known_unit(world, &row.unit)?;
        if !is_sound(&row.result) {
            return Err(Refusal::ResultUnsound { unit }.into());
        }
        effects.extend(unit_result(world, command, row)?);
    }
    if named.is_empty() {
        return Err(Refusal::NoRow {}.into());
    }
    Ok(effects)
}

pub(crate) fn record_initiative(
    world: &World,
    context: &Context,
    command: &RecordInitiative,
) -> Decided {
    must_not_lie_ahead(context, command.date)?;
    org::decide::known_unit(world, &command.unit)?;
    let wish = Initiative {
        date: command.date,
        recognised_by: command.recognised_by.clone(),
    };
    let number = command.number.clone();
    match of_unit(world, &command.unit, command.year).initiative(&number) {
        None => {}
        Some(known) if *known == wish => return Ok(Vec::new()),
        Some(_) => return Err(Refusal::RecordedOtherwise { number }.into()),
    }
    let event = Event::InitiativeRecorded {
        number,
        date: command.date,
        recognised_by: command.recognised_by.clone(),
        document: command.document.clone(),
    };
    Ok(vec![on_unit(&command.unit, command.year, event)])
}

pub(crate) fn record_rating(world: &World, context: &Context, command: &RecordRating) -> Decided {
    if world.person(&command.person).person().is_none() {
        return Err(org::Refusal::PersonUnknown {}.into());
    }
    if command.person == context.actor.principal {
        return Err(Refusal::AboutOneself {}.into());
    }
    let (rating, status) = (command.rating, command.status);
    match world.fact(&command.subject, command.year).rating() {
        Some(known) if known == (rating, status) => return Ok(Vec::new()),
        Some((_, known)) if is_step_back(known, status) => {
            return Err(Refusal::RatingFinal {}.into());
        }
        Some(_) | None => {}
    }
    let stream = StreamKey::fact(&command.subject, command.year);
    let event = Event::RatingRecorded { rating, status };
    Ok(vec![Effect::new(stream, event)])
}

pub(crate) fn record_discipline(
    world: &World,
    context: &Context,
    command: &RecordDiscipline,
) -> Decided {
    must_not_lie_ahead(context, command.issued_on)?;
    org::decide::known_unit(world, &command.unit)?;
    let wish = Discipline {
        is_key_leader: command.is_key_leader,
        issued_on: command.issued_on,
    };
    let number = command.document_number.clone();
    match of_unit(world, &command.unit, command.year).discipline(&number) {
        None => {}
        Some(known) if known == wish => return Ok(Vec::new()),
        Some(_) => return Err(Refusal::RecordedOtherwise { number }.into()),
    }
    let event = Event::DisciplineRecorded {
        is_key_leader: command.is_key_leader,
        issued_on: command.issued_on,
        document_number: number,
    };
    Ok(vec![on_unit(&command.unit, command.year, event)])
}

/// Once under the number of its decision (L3, E10).
pub(crate) fn record_past_award(
    world: &World,
    context: &Context,
    command: &RecordPastAward,
) -> Decided {
    let award = &command.award;
    must_not_lie_ahead(context, award.date)?;
    must_be_known(world, &command.awardee)?;
    let number = award.number.clone();
    if number.trim().is_empty() {
        return Err(Refusal::AwardUnnumbered {}.into());
    }
    let subject = command.awardee.subject();
    match world.fact(&subject, command.year).past_award(&number) {
        None => {}
        Some(known) if known == award => return Ok(Vec::new()),
        Some(_) => return Err(Refusal::RecordedOtherwise { number }.into()),
    }
    let event = Event::PastAwardRecorded {
        award: award.clone(),
    };
    let stream = StreamKey::fact(&subject, command.year);
    Ok(vec![Effect::new(stream, event)])
}

/// The index of the issuing authority itself (plan V.1).
pub(crate) fn record_authority_index(
    world: &World,
    _: &Context,
    command: &RecordAuthorityIndex,
) -> Decided {
    let (year, status) = (command.year, command.status);
    match world.authority_index(year).authority_index() {
        Some((index, known)) if (index, *known) == (&command.index, status) => {
            return Ok(Vec::new());
        }
        Some((_, known)) if is_step_back(*known, status) => {
            return Err(Refusal::IndexFinal { year }.into());
        }
        Some(_) | None => {}
    }
    let event = Event::AuthorityIndexRecorded {
        index: command.index.clone(),
        status,
    };
    Ok(vec![Effect::new(StreamKey::authority_index(year), event)])
}

pub(crate) fn must_be_known(world: &World, about: &FactAbout) -> Result<(), org::Refusal> {
    match about {
        FactAbout::Unit { unit } => org::decide::known_unit(world, unit).map(|_| ()),
        FactAbout::Person { person, .. } => {
            let person = world.person(person).person();
            person.map(|_| ()).ok_or(org::Refusal::PersonUnknown {})
        }
    }
}

fn unit_result(
    world: &World,
    command: &ImportUnitResults,
    row: &UnitResultRow,
) -> Result<Option<Effect>, Refusal> {
    let wish = RecordedResult {
        result: row.result.clone(),
        status: command.status,
        cut_off: command.cut_off,
    };
    match of_unit(world, &row.unit, command.year).result() {
        Some(known) if *known == wish => return Ok(None),
        Some(known) if is_step_back(known.status, command.status) => {
            let unit = row.unit.clone();
            return Err(Refusal::ResultFinal { unit });
        }
        Some(_) | None => {}
    }
    let event = Event::UnitResultRecorded {
        result: wish.result,
        status: wish.status,
        cut_off: wish.cut_off,
    };
    Ok(Some(on_unit(&row.unit, command.year, event)))
}

fn is_sound(result: &UnitResult) -> bool {
    let counts = [result.planned, result.committed];
    let are_possible = counts.into_iter().all(|tasks| tasks.done <= tasks.total);
    are_possible && result.on_time <= result.planned.done
}

fn is_step_back(known: FactStatus, new: FactStatus) -> bool {
    known == FactStatus::Final && new == FactStatus::Provisional
}

fn must_not_lie_ahead(context: &Context, date: Date) -> Result<(), Refusal> {
    if date > context.now.date() {
        return Err(Refusal::DayAhead { date });
    }
    Ok(())
}

fn of_unit<'w>(world: &'w World, unit: &UnitId, year: i16) -> &'w super::State {
    world.fact(&FactSubject::from(unit), year)
}

fn on_unit(unit: &UnitId, year: i16, event: Event) -> Effect {
    Effect::new(StreamKey::fact(&FactSubject::from(unit), year), event)
}
