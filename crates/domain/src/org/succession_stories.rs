//! Stories of units that end.

use crate::{
    Event as Any, Role,
    org::{DissolveUnit, Event},
    stories_kit::{Stage, acting, day, given, paper, system, unit},
};

fn merge(successors: &[&str], on: &str) -> DissolveUnit {
    DissolveUnit {
        unit: unit("tu-phap"),
        on: day(on),
        successors: successors.iter().map(|id| unit(id)).collect(),
        document: paper("Nghị quyết sắp xếp các phòng"),
    }
}

/// E40.
#[test]
fn a_unit_ends_and_its_successor_knows_whose_work_it_goes_on_with() {
    let admin = acting("quan-tri", Role::Admin);
    for actor in [system(), admin] {
        let effects = given(Stage::office())
            .when(&actor, merge(&["noi-vu"], "2024-11-30"))
            .then_effects();
        assert_eq!(effects.len(), 2);
        assert!(matches!(
            &effects[1].event,
            Any::Org(Event::UnitSucceeded { predecessor, from })
                if *predecessor == unit("tu-phap") && *from == day("2024-12-01")
        ));
    }
}

/// E40.
#[test]
fn a_unit_ends_once_with_successors_that_are_there() {
    for (successors, on, code) in [
        (["khong-co"], "2024-11-30", "unit_unknown"),
        (["tu-phap"], "2024-11-30", "successor_unfit"),
        (["noi-vu"], "1900-01-01", "period_backwards"),
    ] {
        given(Stage::office())
            .when(&system(), merge(&successors, on))
            .then_refused(code);
    }
    let ended = || Stage::office().then(&system(), merge(&["noi-vu"], "2024-11-30"));
    for (successors, on) in [(["noi-vu"], "2024-11-29"), (["van-phong"], "2024-11-30")] {
        given(ended())
            .when(&system(), merge(&successors, on))
            .then_refused("unit_over");
    }
}
