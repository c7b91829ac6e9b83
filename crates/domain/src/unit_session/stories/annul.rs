//! Stories of votes that are annulled (4.5 row 9).

use super::on;
use crate::{
    StreamKey, UnitSessionId,
    nomination::{self, Gate},
    stories_kit::{
        Stage, acting, deputy, draft_person, given, head, item, meeting, nomination as serial,
        secretary,
    },
    stories_way::{endorsed, i1},
    unit_session::{AnnulMotion, AnnulReason, AnnulledMotion, Event, Meeting},
};

fn session(of: &str) -> UnitSessionId {
    meeting(of, []).session
}

fn annul(of: &str) -> AnnulMotion {
    AnnulMotion {
        motion: AnnulledMotion::Unit {
            session: session(of),
        },
        reason_code: AnnulReason::CountedWrongly,
    }
}

#[test]
fn whom_an_annulled_vote_carried_stands_before_the_vote_again() {
    let session = session("van-phong");
    let annulled = Event::MotionAnnulled {
        reason_code: AnnulReason::CountedWrongly,
    };
    let endorsement = nomination::Event::EndorsementAnnulled {
        session: session.clone(),
    };
    given(Stage::met())
        .when(&head("van-phong"), annul("van-phong"))
        .then([
            (StreamKey::unit_session(&session), annulled.into()),
            on(2, endorsement),
        ]);
}

#[test]
fn a_new_meeting_votes_after_an_annulment() {
    let mut second = meeting("van-phong", [item(2, (10, 0), 1)]);
    second.session.number = 2;
    let stage = Stage::met()
        .then(&head("van-phong"), annul("van-phong"))
        .then(&secretary("van-phong"), second);
    let key = StreamKey::nomination(&serial(2));
    let crate::State::Nomination(state) = &*stage.state(&key) else {
        panic!("the nomination is there");
    };
    let case = state.case().expect("the nomination is there");
    assert_eq!(case.gate, Gate::UnitEndorsed);
    let first = stage.state(&StreamKey::unit_session(&session("van-phong")));
    let crate::State::UnitSession(first) = &*first else {
        panic!("the first meeting is there");
    };
    assert_eq!(
        first.meeting().map(|first| first.carried().count()),
        Some(0)
    );
    assert_eq!(
        first.meeting().map(|first: &Meeting| first.items.len()),
        Some(1)
    );
}

#[test]
fn a_vote_stands_once_somebody_whom_it_carried_is_submitted() {
    given(endorsed().sent("van-phong", vec![i1()]))
        .when(&head("van-phong"), annul("van-phong"))
        .then_refused("submitted_since");
}

#[test]
fn each_body_annuls_its_own_votes() {
    let chair = acting("chu-tich", crate::Role::CouncilChair);
    given(Stage::met())
        .when(&chair, annul("van-phong"))
        .then_refused("role_not_allowed");
    given(Stage::met())
        .when(&head("tai-chinh"), annul("van-phong"))
        .then_refused("other_unit");
    let of_council = AnnulMotion {
        motion: AnnulledMotion::Council {
            session: crate::stories_way::session(),
            motion: 1,
        },
        reason_code: AnnulReason::Procedure,
    };
    given(Stage::met())
        .when(&head("van-phong"), of_council)
        .then_refused("role_not_allowed");
}

#[test]
fn a_head_who_was_voted_on_leaves_it_to_the_deputy() {
    let mut record = meeting("tu-phap", [item(3, (10, 0), 1)]);
    record.chair = deputy("tu-phap").assignment;
    let stage = Stage::proposed()
        .proposing(3, &draft_person("head", "tu-phap"))
        .at("2024-11-19T16:00")
        .then(&secretary("tu-phap"), record);
    given(stage.clone())
        .when(&head("tu-phap"), annul("tu-phap"))
        .then_refused("own_nomination");
    let asked = given(stage).when(&deputy("tu-phap"), annul("tu-phap"));
    assert_eq!(asked.then_effects().len(), 2);
}

#[test]
fn what_was_not_held_is_not_annulled() {
    given(Stage::proposed())
        .when(&head("van-phong"), annul("van-phong"))
        .then_refused("unit_session_absent");
}
