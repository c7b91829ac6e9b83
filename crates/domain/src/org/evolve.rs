//! What an event means.

use std::collections::BTreeSet;

use jiff::civil::Date;

use super::{
    Asked, Assignment, Authority, Delegation, Event, Membership, Person, State, Succession, Unit,
    Validity,
};
use crate::{
    AssignmentId, Origin, PersonId, UnitId,
    calendar::{Calendar, YearDays},
};

/// The state after this event.
#[must_use]
#[expect(clippy::too_many_lines, reason = "a table: one arm per event")]
pub fn evolve(state: State, event: &Event, origin: &Origin) -> State {
    match event {
        Event::CalendarSet {
            year,
            holidays,
            worked,
            document: _,
        } => with_calendar(state, *year, holidays, worked),
        Event::AssignmentEnded { to, document: _ } | Event::DelegationEnded { to, document: _ } => {
            ended(state, *to)
        }
        Event::PersonRegistered { category, unit, .. } => State::Person(Person {
            works: Membership::new(unit.clone()),
            category: *category,
            assignments: BTreeSet::new(),
            joined: BTreeSet::new(),
        }),
        Event::PersonMoved {
            to,
            from,
            document: _,
        } => moved(state, *from, to),
        Event::IdentityMerged { with, document: _ } => joined(state, with),
        Event::IdentityMergeUndone { with, document: _ } => parted(state, with),
        Event::AuthorityEnded { on, document: _ } => authority_ended(state, *on),
        Event::AssignmentNoted { assignment } => noted(state, assignment),
        Event::AssignmentRequested {
            person,
            role,
            unit,
            title,
            is_key_leader,
            from,
            to,
            ..
        } => State::Asked(Box::new(Asked {
            assignment: Assignment {
                person: person.clone(),
                role: *role,
                unit: unit.clone(),
                title: title.clone(),
                is_key_leader: *is_key_leader,
                validity: Validity::new(*from, *to),
                is_ended: false,
            },
            by: origin.actor.principal.clone(),
        })),
        Event::AuthorityEstablished {
            name,
            parent,
            place,
            signatory_title,
            valid_from,
            valid_until,
            document: _,
        } => State::Authority(Box::new(Authority {
            name: name.clone(),
            parent: parent.clone(),
            place: place.clone(),
            signatory_title: signatory_title.clone(),
            validity: Validity::new(*valid_from, *valid_until),
            calendar: Calendar::default(),
            is_ended: false,
        })),
        Event::UnitEstablished {
            unit: _,
            name,
            kind,
            group,
            functions,
            staff,
            valid_from,
            valid_until,
        } => State::Unit(Box::new(Unit {
            name: name.clone(),
            kind: *kind,
            group: group.clone(),
            functions: functions.clone(),
            staff: *staff,
            validity: Validity::new(*valid_from, *valid_until),
            succession: Succession::default(),
        })),
        Event::UnitDissolved {
            on,
            successors,
            document: _,
        } => dissolved(state, *on, successors),
        Event::UnitSucceeded { predecessor, from } => following(state, predecessor, *from),
        Event::AssignmentGranted {
            person,
            role,
            unit,
            title,
            is_key_leader,
            from,
            to,
            ..
        } => State::Assignment(Box::new(Assignment {
            person: person.clone(),
            role: *role,
            unit: unit.clone(),
            title: title.clone(),
            is_key_leader: *is_key_leader,
            validity: Validity::new(*from, *to),
            is_ended: false,
        })),
        Event::DelegationGranted {
            delegator,
            delegate,
            form,
            acts,
            from,
            to,
            document: _,
        } => State::Delegation(Box::new(Delegation {
            delegator: delegator.clone(),
            delegate: delegate.clone(),
            form: *form,
            acts: acts.iter().copied().collect(),
            validity: Validity::new(*from, Some(*to)),
            is_ended: false,
        })),
    }
}

fn with_calendar(mut state: State, year: i16, holidays: &[Date], worked: &[Date]) -> State {
    if let State::Authority(authority) = &mut state {
        let days = YearDays {
            holidays: holidays.iter().copied().collect(),
            worked: worked.iter().copied().collect(),
        };
        authority.calendar.set(year, days);
    }
    state
}

fn noted(mut state: State, assignment: &AssignmentId) -> State {
    if let State::Person(person) = &mut state {
        person.assignments.insert(assignment.clone());
    }
    state
}

fn moved(mut state: State, from: Date, to: &UnitId) -> State {
    if let State::Person(person) = &mut state {
        person.works.moved(from, to.clone());
    }
    state
}

fn joined(mut state: State, with: &PersonId) -> State {
    if let State::Person(person) = &mut state {
        person.joined.insert(with.clone());
    }
    state
}

fn parted(mut state: State, with: &PersonId) -> State {
    if let State::Person(person) = &mut state {
        person.joined.remove(with);
    }
    state
}

fn authority_ended(mut state: State, last: Date) -> State {
    if let State::Authority(authority) = &mut state {
        authority.validity.until = Some(last);
        authority.is_ended = true;
    }
    state
}

fn dissolved(mut state: State, last: Date, successors: &[UnitId]) -> State {
    if let State::Unit(unit) = &mut state {
        unit.validity.until = Some(last);
        unit.succession.successors = Some(successors.iter().cloned().collect());
    }
    state
}

fn following(mut state: State, predecessor: &UnitId, from: Date) -> State {
    if let State::Unit(unit) = &mut state {
        unit.succession
            .predecessors
            .insert(predecessor.clone(), from);
    }
    state
}

fn ended(mut state: State, last: Date) -> State {
    match &mut state {
        State::Assignment(assignment) => {
            assignment.validity.until = Some(last);
            assignment.is_ended = true;
        }
        State::Delegation(delegation) => {
            delegation.validity.until = Some(last);
            delegation.is_ended = true;
        }
        State::Absent
        | State::Authority(_)
        | State::Unit(_)
        | State::Person(_)
        | State::Asked(_) => {}
    }
    state
}
