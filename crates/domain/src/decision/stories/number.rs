//! Stories of number and date.

use super::{SIGNED_AT, initialled, numbered, register, signed, stream};
use crate::{
    Actor, DecisionId, Event as Any, LateReason, Role,
    decision::{AssignNumber, Event, NumberSource, NumberVoidReason, VoidNumber},
    number_register,
    stories_kit::{Stage, assignment, day, given, grant, system},
    stories_way::{assign_number, chairman, clerk, decision},
};

#[test]
fn number_and_date_follow_the_signature() {
    let given_number = Event::NumberAssigned {
        number: 4385,
        symbol: "QĐ-UBND".into(),
        date: day("2024-12-27"),
        source: NumberSource::External,
        out_of_order: false,
    };
    let in_register = number_register::Event::NumberGiven {
        number: 4385,
        date: day("2024-12-27"),
        decision: decision(1),
        source: NumberSource::External,
    };
    given(signed())
        .when(&clerk(), assign_number(1, 4385, "2024-12-27"))
        .then([
            (stream(), Any::from(given_number)),
            (register(2024), in_register.into()),
        ]);
    given(initialled())
        .when(&clerk(), assign_number(1, 4385, "2024-12-27"))
        .then_refused("decision_not_signed");
}

/// INV-27, E29: signed on a Friday, that day or the Monday.
#[test]
fn the_date_is_the_day_of_the_signature_or_the_next_working_day() {
    for (date, is_refused) in [
        ("2024-12-26", true),
        ("2024-12-27", false),
        ("2024-12-28", true),
        ("2024-12-30", false),
        ("2024-12-31", true),
    ] {
        let stage = signed()
            .at("2024-12-31T08:00")
            .recording(SIGNED_AT, Some(LateReason::Absence));
        let asked = given(stage).when(&clerk(), assign_number(1, 4385, date));
        if is_refused {
            asked.then_refused("number_date_out_of_range");
        } else {
            assert_eq!(asked.then_effects().len(), 2, "{date}");
        }
    }
}

/// Dated on a Friday: on the Monday it is one working day late, on the Tuesday two.
#[test]
fn a_number_recorded_late_says_why() {
    for (now, reason, is_refused) in [
        ("2024-12-30T16:00", None, false),
        ("2024-12-31T08:00", None, true),
        ("2024-12-31T08:00", Some(LateReason::Absence), false),
    ] {
        let stage = signed().at(now).recording(now, reason);
        let asked = given(stage).when(&clerk(), assign_number(1, 4385, "2024-12-27"));
        if is_refused {
            asked.then_refused("late_without_reason");
        } else {
            assert_eq!(asked.then_effects().len(), 2, "{now}");
        }
    }
}

/// INV-28, E30: of two that are numbered at once the second finds the number taken.
#[test]
fn a_number_is_given_once_in_a_series_and_year() {
    let taken = |year| {
        let given = number_register::Event::NumberGiven {
            number: 4385,
            date: day("2024-12-20"),
            decision: decision(9),
            source: NumberSource::External,
        };
        signed().with(&clerk(), [(register(year), given)])
    };
    given(taken(2024))
        .when(&clerk(), assign_number(1, 4385, "2024-12-27"))
        .then_refused("number_taken");
    let effects = given(taken(2023))
        .when(&clerk(), assign_number(1, 4385, "2024-12-27"))
        .then_effects();
    assert_eq!(effects.len(), 2);
}

#[test]
fn a_number_starts_at_one_and_stays() {
    given(signed())
        .when(&clerk(), assign_number(1, 0, "2024-12-27"))
        .then_refused("number_not_positive");
    given(numbered())
        .when(&clerk(), assign_number(1, 4386, "2024-12-27"))
        .then_refused("decision_numbered");
}

#[test]
fn who_signed_does_not_number() {
    let stage = signed().then(&system(), grant("chu-tich", Role::RecordsClerk, "lanh-dao"));
    let numbering = Actor {
        assignment: assignment("chu-tich", Role::RecordsClerk),
        role: Role::RecordsClerk,
        ..chairman()
    };
    given(stage)
        .when(&numbering, assign_number(1, 4385, "2024-12-27"))
        .then_refused("numbered_by_signer");
}

fn next_number(date: &str) -> AssignNumber {
    AssignNumber {
        decision: decision(1),
        number: None,
        date: day(date),
    }
}

fn in_register(stage: Stage, number: u32, date: &str, source: NumberSource) -> Stage {
    let bearer = DecisionId {
        number: 100 + number,
        ..decision(1)
    };
    let given = number_register::Event::NumberGiven {
        number,
        date: day(date),
        decision: bearer,
        source,
    };
    stage.with(&clerk(), [(register(2024), given)])
}

fn number_in(stage: Stage, command: AssignNumber) -> (u32, NumberSource, bool) {
    let effects = given(stage).when(&clerk(), command).then_effects();
    let Any::Decision(Event::NumberAssigned {
        number,
        source,
        out_of_order,
        ..
    }) = &effects[0].event
    else {
        unreachable!("a number is assigned to the decision first");
    };
    (*number, *source, *out_of_order)
}

/// INV-28, E30: a series of Khen begins at 01 and leaves no gap; the second of two gets the next.
#[test]
fn a_series_of_khen_gives_the_next_number_itself() {
    let khen = NumberSource::Khen;
    let first = number_in(signed(), next_number("2024-12-27"));
    assert_eq!(first, (1, khen, false));
    let two = in_register(
        in_register(signed(), 1, "2024-12-20", khen),
        2,
        "2024-12-27",
        khen,
    );
    assert_eq!(number_in(two, next_number("2024-12-27")), (3, khen, false));
}

/// INV-28: the voided one is a number of the series for ever.
#[test]
fn a_series_of_khen_goes_on_behind_a_voided_number() {
    let stage = signed().then(&clerk(), next_number("2024-12-27"));
    let void = VoidNumber {
        decision: decision(1),
        number: 1,
        reason_code: NumberVoidReason::DateMistyped,
    };
    let stage = stage.then(&clerk(), void);
    let (number, ..) = number_in(stage, next_number("2024-12-27"));
    assert_eq!(number, 2);
}

#[test]
fn a_series_has_one_source_of_numbers() {
    let external = in_register(signed(), 4380, "2024-12-20", NumberSource::External);
    given(external)
        .when(&clerk(), next_number("2024-12-27"))
        .then_refused("number_source_differs");
    let khen = in_register(signed(), 1, "2024-12-20", NumberSource::Khen);
    given(khen)
        .when(&clerk(), assign_number(1, 2, "2024-12-27"))
        .then_refused("number_source_differs");
}

/// 4.10: it is given all the same, with a warning on the record.
#[test]
fn a_number_that_does_not_run_with_the_dates_is_flagged() {
    for (other, date, is_flagged) in [
        (4384, "2024-12-27", false),
        (4384, "2024-12-28", true),
        (4386, "2024-12-26", true),
        (4386, "2024-12-27", false),
    ] {
        let stage = in_register(signed(), other, date, NumberSource::External);
        let (_, _, out_of_order) = number_in(stage, assign_number(1, 4385, "2024-12-27"));
        assert_eq!(out_of_order, is_flagged, "{other} of {date}");
    }
}
