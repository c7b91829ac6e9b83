//! What may happen to the directory. What is there already with the same content is left alone; the
//! paper that it rests on is not compared.

use jiff::civil::Date;

use super::{
    Authority, EndAssignment, Ending, EstablishAuthority, EstablishUnit, Event, Person, Refusal,
    RegisterPerson, SetCalendar, State, Succession, Unit, Validity,
};
use crate::{
    Context, Effect, StreamKey, UnitId, World,
    calendar::{Calendar, YearDays},
};

pub(crate) use super::{
    assignment::grant_assignment,
    delegation::{authority_for, end_delegation, grant_delegation},
    identity::{merge_identity, undo_identity_merge},
    membership::move_person,
    succession::{dissolve_unit, end_authority},
};

type Decided = Result<Vec<Effect>, crate::Refusal>;

/// The unit, if it is established.
pub(crate) fn known_unit<'w>(world: &'w World, unit: &UnitId) -> Result<&'w Unit, Refusal> {
    let known = world.unit(unit).unit();
    known.ok_or_else(|| Refusal::UnitUnknown { unit: unit.clone() })
}

/// The issuing authority exists on this day (INV-29, INV-30): a district until 30 June 2025.
pub(crate) fn issuer_must_exist(world: &World, day: Date) -> Result<(), Refusal> {
    let authority = world.authority().authority();
    let validity = authority.map(|authority| authority.validity);
    if validity.is_some_and(|validity| validity.contains(day)) {
        return Ok(());
    }
    Err(Refusal::IssuerNotValid {
        day,
        valid_from: validity.map(|validity| validity.from),
        valid_until: validity.and_then(|validity| validity.until),
    })
}

pub(crate) fn establish_authority(
    world: &World,
    _: &Context,
    command: &EstablishAuthority,
) -> Decided {
    let validity = whole(command.valid_from, command.valid_until)?;
    let stream = StreamKey::authority();
    let wish = Authority {
        name: command.name.clone(),
        parent: command.parent.clone(),
        place: command.place.clone(),
        signatory_title: command.signatory_title.clone(),
        validity,
        calendar: Calendar::default(),
        is_ended: false,
    };
    let is_same = |state: &State| state.authority().is_some_and(|known| known.is_same(&wish));
    once(world.authority(), is_same, stream, || {
        Event::AuthorityEstablished {
            name: command.name.clone(),
            parent: command.parent.clone(),
            place: command.place.clone(),
            signatory_title: command.signatory_title.clone(),
            valid_from: command.valid_from,
            valid_until: command.valid_until,
            document: command.document.clone(),
        }
    })
}

pub(crate) fn set_calendar(world: &World, _: &Context, command: &SetCalendar) -> Decided {
    let year = command.year;
    let authority = known_authority(world)?;
    let mut days = command.holidays.iter().chain(&command.worked);
    if let Some(date) = days.find(|date| date.year() != year) {
        return Err(Refusal::DayOutsideYear { date: *date, year }.into());
    }
    let wish = YearDays {
        holidays: command.holidays.iter().copied().collect(),
        worked: command.worked.iter().copied().collect(),
    };
    if authority.calendar.year(year) == Some(&wish) {
        return Ok(Vec::new());
    }
    let event = Event::CalendarSet {
        year,
        holidays: wish.holidays.into_iter().collect(),
        worked: wish.worked.into_iter().collect(),
        document: command.document.clone(),
    };
    Ok(vec![Effect::new(StreamKey::authority(), event)])
}

pub(crate) fn establish_unit(world: &World, _: &Context, command: &EstablishUnit) -> Decided {
    known_authority(world)?;
    let wish = Unit {
        name: command.name.clone(),
        kind: command.kind,
        group: command.group.clone(),
        functions: command.functions.clone(),
        staff: command.staff,
        validity: whole(command.valid_from, command.valid_until)?,
        succession: Succession::default(),
    };
    let is_same = |state: &State| state.unit().is_some_and(|known| known.is_same(&wish));
    let stream = StreamKey::unit(&command.unit);
    once(world.unit(&command.unit), is_same, stream, || {
        Event::UnitEstablished {
            unit: command.unit.clone(),
            name: command.name.clone(),
            kind: command.kind,
            group: command.group.clone(),
            functions: command.functions.clone(),
            staff: command.staff,
            valid_from: command.valid_from,
            valid_until: command.valid_until,
        }
    })
}

/// The name is not compared: rules never look inside a sealed value.
pub(crate) fn register_person(world: &World, _: &Context, command: &RegisterPerson) -> Decided {
    known_unit(world, &command.unit)?;
    let is_so =
        |one: &Person| (one.works.first(), one.category) == (&command.unit, command.category);
    let is_same = |state: &State| state.person().is_some_and(is_so);
    let stream = StreamKey::person(&command.person);
    once(world.person(&command.person), is_same, stream, || {
        Event::PersonRegistered {
            name: command.name.clone(),
            category: command.category,
            unit: command.unit.clone(),
        }
    })
}

/// Ends an assignment on a day that is not later than its last; a longer term is granted anew.
pub(crate) fn end_assignment(world: &World, context: &Context, command: &EndAssignment) -> Decided {
    let id = &command.assignment;
    let absent = || Refusal::AssignmentAbsent {
        assignment: id.clone(),
    };
    let held = world.assignment(id).assignment().ok_or_else(absent)?;
    must_be_another(held.person == context.actor.principal)?;
    whole(held.validity.from, Some(command.to))?;
    match held.validity.ending(held.is_ended, command.to) {
        Ending::Now => {}
        Ending::Recorded => return Ok(Vec::new()),
        Ending::Over(last) => {
            let assignment = id.clone();
            return Err(Refusal::AssignmentOver { assignment, last }.into());
        }
        Ending::TooLate(last) => {
            let (assignment, to) = (id.clone(), command.to);
            let refusal = Refusal::AssignmentNotExtended {
                assignment,
                last,
                to,
            };
            return Err(refusal.into());
        }
    }
    let event = Event::AssignmentEnded {
        to: command.to,
        document: command.document.clone(),
    };
    Ok(vec![Effect::new(StreamKey::assignment(id), event)])
}

fn known_authority(world: &World) -> Result<&Authority, Refusal> {
    world
        .authority()
        .authority()
        .ok_or(Refusal::AuthorityUnknown {})
}

pub(super) fn must_be_another(is_own: bool) -> Result<(), Refusal> {
    if is_own {
        return Err(Refusal::OwnAssignment {});
    }
    Ok(())
}

pub(super) fn whole(from: Date, until: Option<Date>) -> Result<Validity, Refusal> {
    match until {
        Some(to) if to < from => Err(Refusal::PeriodBackwards { from, to }),
        Some(_) | None => Ok(Validity::new(from, until)),
    }
}

/// What is established once: nothing when it is there with the same content.
fn once(
    state: &State,
    is_same: impl FnOnce(&State) -> bool,
    stream: StreamKey,
    event: impl FnOnce() -> Event,
) -> Decided {
    match state {
        State::Absent => Ok(vec![Effect::new(stream, event())]),
        there if is_same(there) => Ok(Vec::new()),
        State::Authority(_)
        | State::Unit(_)
        | State::Person(_)
        | State::Assignment(_)
        | State::Asked(_)
        | State::Delegation(_) => {
            let stream = stream.to_string();
            Err(Refusal::ExistsOtherwise { stream }.into())
        }
    }
}
