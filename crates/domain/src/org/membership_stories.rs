//! Stories of people who go to another unit.

use super::{Event, MovePerson};
use crate::{
    Role, StreamKey,
    stories_kit::{
        Stage, acting, day, draft_individual, given, officer, paper, person_of, system, unit,
    },
};

fn go(to: &str, from: &str) -> MovePerson {
    MovePerson {
        person: person_of("nominee", "van-phong"),
        to: unit(to),
        from: day(from),
        document: paper("Quyết định điều động"),
    }
}

/// E06.
#[test]
fn a_person_goes_to_another_unit_on_a_day() {
    let moved = Event::PersonMoved {
        to: unit("noi-vu"),
        from: day("2024-11-01"),
        document: paper("Quyết định điều động"),
    };
    let stream = StreamKey::person(&person_of("nominee", "van-phong"));
    for actor in [system(), acting("quan-tri", Role::Admin)] {
        given(Stage::office())
            .when(&actor, go("noi-vu", "2024-11-01"))
            .then([(stream.clone(), moved.clone())]);
    }
}

/// E06.
#[test]
fn moves_follow_each_other_and_lead_elsewhere() {
    let moved = || Stage::office().then(&system(), go("noi-vu", "2024-11-01"));
    for (to, from, code) in [
        ("tu-phap", "2024-10-31", "moved_later"),
        ("tu-phap", "2024-11-01", "moved_later"),
        ("noi-vu", "2024-12-01", "works_there"),
        ("khong-co", "2024-12-01", "unit_unknown"),
        ("tu-phap", "1900-01-01", "unit_not_there"),
    ] {
        given(moved())
            .when(&system(), go(to, from))
            .then_refused(code);
    }
    let effects = given(moved())
        .when(&system(), go("van-phong", "2024-12-01"))
        .then_effects();
    assert_eq!(effects.len(), 1);
}

/// E06.
#[test]
fn a_person_is_nominated_by_the_unit_of_the_day() {
    let moved = |from| Stage::allocated().then(&system(), go("tu-phap", from));
    given(moved("2024-02-01"))
        .when(&officer("van-phong"), draft_individual("van-phong"))
        .then_refused("nominee_elsewhere");
    let effects = given(moved("2030-01-01"))
        .when(&officer("van-phong"), draft_individual("van-phong"))
        .then_effects();
    assert_eq!(effects.len(), 3);
}
