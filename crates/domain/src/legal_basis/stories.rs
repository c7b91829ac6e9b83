//! Stories of the law.

use crate::{
    AwardCoefficients, Dong, RoundingRule, State, StreamKey,
    legal_basis::{RecordBaseWage, RecordRegime},
    stories_kit::{Stage, day, given, instrument, paper, system},
};

fn wage(amount: i64, from: &str) -> RecordBaseWage {
    RecordBaseWage {
        instrument: instrument("luong-co-so"),
        amount: Dong(amount),
        valid_from: day(from),
        document: paper("Nghị định"),
    }
}

fn regime() -> RecordRegime {
    RecordRegime {
        instrument: instrument("ND-98-2023"),
        coefficients: AwardCoefficients {
            individual_bp: 3_000,
            collective_bp: 6_000,
            rounding: RoundingRule::Ceil10k,
        },
        valid_from: day("2024-01-01"),
        valid_until: Some(day("2025-06-30")),
        document: paper("Nghị định"),
    }
}

#[test]
fn a_base_wage_holds_until_the_next() {
    let told = Stage::office()
        .then(&system(), wage(1_800_000, "2023-07-01"))
        .then(&system(), wage(2_340_000, "2024-07-01"));
    let state = told.state(&StreamKey::legal_basis(&instrument("luong-co-so")));
    let State::LegalBasis(wages) = state.as_ref() else {
        panic!("an instrument's stream holds the law");
    };
    for (date, expected) in [
        ("2023-06-30", None),
        ("2023-07-01", Some(Dong(1_800_000))),
        ("2024-06-30", Some(Dong(1_800_000))),
        ("2024-07-01", Some(Dong(2_340_000))),
        ("2026-01-01", Some(Dong(2_340_000))),
    ] {
        assert_eq!(wages.base_wage_on(day(date)), expected, "{date}");
    }
}

#[test]
fn the_law_of_a_day_is_recorded_once() {
    let stage = || Stage::office().then(&system(), wage(2_340_000, "2024-07-01"));
    given(stage())
        .when(&system(), wage(2_340_000, "2024-07-01"))
        .then_nothing_happens();
    given(stage())
        .when(&system(), wage(2_350_000, "2024-07-01"))
        .then_refused("instrument_recorded_otherwise");
    given(Stage::office())
        .when(&system(), wage(0, "2024-07-01"))
        .then_refused("no_wage");
}

#[test]
fn a_regime_is_recorded_with_its_validity() {
    let stage = Stage::office().then(&system(), regime());
    let longer = RecordRegime {
        valid_until: None,
        ..regime()
    };
    given(stage)
        .when(&system(), longer)
        .then_refused("instrument_recorded_otherwise");
    let backwards = RecordRegime {
        valid_until: Some(day("2023-12-31")),
        ..regime()
    };
    given(Stage::office())
        .when(&system(), backwards)
        .then_refused("in_force_backwards");
}
