//! Stories of a nominee who went to another unit after the vote (E06).

use super::{on, under_review};
use crate::{
    DocumentKind, NominationId, StreamKey,
    nomination::{Event, OpinionValue, Recommendation, RecordOpinion, RequestOpinion},
    org::{self, MovePerson},
    stories_kit::{Stage, day, document, given, paper, person_of, sealed, system, unit},
    stories_way::{i1, recommend_pass, reviewer},
};

fn ask(nomination: NominationId, body: String) -> RequestOpinion {
    RequestOpinion {
        nomination,
        body,
        question: sealed("xác nhận quá trình công tác"),
        due: day("2024-12-16"),
    }
}

/// I1 works for Justice since 2 December.
fn moved() -> Stage {
    let goes = MovePerson {
        person: person_of("nominee", "van-phong"),
        to: unit("tu-phap"),
        from: day("2024-12-02"),
        document: paper("Quyết định điều động"),
    };
    under_review().found_met(&i1()).then(&system(), goes)
}

/// The unit that I1 works for now, by its name.
fn current_unit(stage: &Stage) -> String {
    let state = stage.state(&StreamKey::unit(&unit("tu-phap")));
    let crate::State::Org(org::State::Unit(known)) = state.as_ref() else {
        panic!("the story's office has this unit");
    };
    known.name.clone()
}

/// E06.
#[test]
fn the_unit_that_a_nominee_went_to_is_asked_before_anything_passes() {
    given(moved())
        .when(&reviewer(), recommend_pass(vec![i1()]))
        .then_refused("current_unit_unheard");
    let name = current_unit(&moved());
    let asked = moved().then(&reviewer(), ask(i1(), name.clone()));
    given(asked.clone())
        .when(&reviewer(), recommend_pass(vec![i1()]))
        .then_refused("current_unit_unheard");
    let passes = Event::ReviewRecommended {
        recommendation: Recommendation::Pass,
        criteria: Vec::new(),
    };
    given(asked.clone().at("2024-12-17T09:00"))
        .when(&reviewer(), recommend_pass(vec![i1()]))
        .then([(on(&i1()), passes.clone())]);
    let answer = RecordOpinion {
        nomination: i1(),
        body: name,
        value: OpinionValue::Favourable,
        document: document(DocumentKind::Evidence, 0x61),
    };
    given(asked.then(&reviewer(), answer))
        .when(&reviewer(), recommend_pass(vec![i1()]))
        .then([(on(&i1()), passes)]);
}

/// E06.
#[test]
fn a_move_leaves_the_case_and_its_slot_with_the_unit_that_nominated() {
    let stage = moved();
    let state = stage.state(&on(&i1()));
    let crate::State::Nomination(case) = state.as_ref() else {
        panic!("a nomination's stream has its case");
    };
    let case = case.case().expect("I1 was drafted");
    assert_eq!(case.unit, unit("van-phong"));
}
