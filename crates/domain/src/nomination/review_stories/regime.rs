//! Stories of prize rules reassigned while a case is open.

use super::{FINANCE, on, received, under_review};
use crate::{
    AwardCoefficients, InstrumentId, RoundingRule, State, StreamKey, legal_basis,
    nomination::{Event, ReassignLegalRegime},
    stories_kit::{Stage, day, given, instrument, paper, review_head, system},
    stories_way::{both, c1, decision, endorsed, i1, reviewer},
};

const LATER: &str = "ND-MOI";

/// A later law for collectives and individuals, in basis points, from this day on.
fn with_law(stage: Stage, collective_bp: u32, individual_bp: u32, from: &str) -> Stage {
    let recorded = legal_basis::Event::RegimeRecorded {
        instrument: instrument(LATER),
        coefficients: AwardCoefficients {
            individual_bp,
            collective_bp,
            rounding: RoundingRule::Ceil10k,
        },
        valid_from: day(from),
        valid_until: None,
        document: paper("Nghị định mới"),
    };
    let stream = StreamKey::legal_basis(&instrument(LATER));
    stage.with(&system(), [(stream, recorded)])
}

fn reassign() -> ReassignLegalRegime {
    ReassignLegalRegime {
        nominations: both(),
        legal_regime: instrument(LATER),
        basis: paper("Điều khoản chuyển tiếp"),
    }
}

fn pinned(stage: &Stage) -> Option<InstrumentId> {
    let state = stage.state(&on(&c1()));
    let State::Nomination(state) = state.as_ref() else {
        unreachable!("a nomination's stream holds a nomination");
    };
    state.case().and_then(|case| case.legal_regime.clone())
}

/// INV-17, E42.
#[test]
fn a_more_favourable_law_is_reassigned_by_the_review_head_on_a_basis() {
    let stage = with_law(under_review(), 8_000, 4_000, "2024-12-01");
    let reassigned = Event::LegalRegimeReassigned {
        legal_regime: instrument(LATER),
        basis: paper("Điều khoản chuyển tiếp"),
    };
    given(stage.clone())
        .when(&review_head(), reassign())
        .then([(on(&c1()), reassigned.clone()), (on(&i1()), reassigned)]);
    assert_eq!(pinned(&stage), Some(instrument("ND-98-2023")));
    let stage = stage.then(&review_head(), reassign());
    assert_eq!(pinned(&stage), Some(instrument(LATER)));
}

/// INV-17.
#[test]
fn nobody_else_reassigns_and_nobody_without_a_basis() {
    let stage = with_law(under_review(), 8_000, 4_000, "2024-12-01");
    given(stage.clone())
        .when(&reviewer(), reassign())
        .then_refused("role_not_allowed");
    let baseless = ReassignLegalRegime {
        basis: paper(" "),
        ..reassign()
    };
    given(stage)
        .when(&review_head(), baseless)
        .then_refused("regime_basis_missing");
}

/// E42.
#[test]
fn a_law_that_gives_no_more_or_is_not_in_force_changes_nothing_that_is_pinned() {
    for (collective_bp, individual_bp, from, code) in [
        (6_000, 4_000, "2024-12-01", "regime_not_more_favourable"),
        (8_000, 3_000, "2024-12-01", "regime_not_more_favourable"),
        (8_000, 2_999, "2024-12-01", "regime_not_more_favourable"),
        (8_000, 4_000, "2024-12-14", "regime_not_in_force"),
    ] {
        given(with_law(under_review(), collective_bp, individual_bp, from))
            .when(&review_head(), reassign())
            .then_refused(code);
    }
    let effects = given(with_law(under_review(), 6_001, 3_001, "2024-12-13"))
        .when(&review_head(), reassign())
        .then_effects();
    assert_eq!(effects.len(), 2);
    given(received())
        .when(&review_head(), reassign())
        .then_refused("regime_not_in_force");
}

/// INV-17.
#[test]
fn before_the_receipt_no_law_is_pinned_that_another_could_replace() {
    given(with_law(endorsed(), 8_000, 4_000, "2024-11-01"))
        .when(&review_head(), reassign())
        .then_refused("regime_not_pinned");
}

/// E42.
#[test]
fn what_is_signed_keeps_its_law() {
    let stage = endorsed()
        .received(FINANCE, vec![c1()])
        .at("2024-12-13T09:00")
        .with(&system(), [(on(&c1()), signed())]);
    let only = ReassignLegalRegime {
        nominations: vec![c1()],
        ..reassign()
    };
    given(with_law(stage, 8_000, 4_000, "2024-12-01"))
        .when(&review_head(), only)
        .then_refused("nomination_signed");
}

fn signed() -> Event {
    Event::DecisionSigned {
        decision: decision(1),
    }
}
