//! Stories of held items, of withdrawn ones, and of annulled votes.

use super::{EVERYBODY, closed, held, item, on, passed, stream, tally, voting};
use crate::{
    Event as Any, NomineeKind, NomineeRef, Outcome, StreamKey, claim,
    council_session::{Choice, Event},
    nomination::{self, CouncilReason},
    slot,
    stories_kit::{Stage, campaign, given, group, head, nomination as serial, review_head, unit},
    stories_way::{
        all_for, both, c1, close_motion, close_session, council_secretary, i1, list, member,
        open_motion, present, session, sign_minutes,
    },
    unit_session::{AnnulMotion, AnnulReason, AnnulledMotion},
};

fn everybody(choice: Choice) -> [(&'static str, Choice); 4] {
    EVERYBODY.map(|who| (who, choice))
}

/// Both were voted on, and the vote is closed.
fn counted(choice: Choice) -> Stage {
    voting(&EVERYBODY, both())
        .voted(1, &everybody(choice))
        .then(&council_secretary(), close_motion(1))
}

fn annul() -> AnnulMotion {
    AnnulMotion {
        motion: AnnulledMotion::Council {
            session: session(),
            motion: 1,
        },
        reason_code: AnnulReason::CredentialCompromised,
    }
}

fn put_off(reason_code: CouncilReason) -> nomination::Event {
    nomination::Event::CouncilDeferred {
        session: session(),
        reason_code,
    }
}

#[test]
fn what_is_carried_while_it_is_held_is_put_off_and_keeps_its_slot() {
    let stage = held(voting(&EVERYBODY, both()).voted(1, &everybody(Choice::For)));
    let carried = |id| item(id, tally(4, 0, 0), 4, Outcome::Carried);
    let approved = nomination::Event::CouncilApproved {
        session: session(),
        tally: tally(4, 0, 0),
    };
    given(stage)
        .when(&council_secretary(), close_motion(1))
        .then([
            (
                stream(),
                Any::from(closed(vec![carried(c1()), carried(i1())])),
            ),
            (on(&c1()), put_off(CouncilReason::Held).into()),
            (on(&i1()), approved.into()),
        ]);
}

#[test]
fn a_hold_does_not_stand_in_the_way_of_a_rejection() {
    let stage = held(voting(&EVERYBODY, vec![c1()]).voted(1, &everybody(Choice::Against)));
    let effects = given(stage)
        .when(&council_secretary(), close_motion(1))
        .then_effects();
    let rejected = nomination::Event::CouncilRejected {
        session: session(),
        tally: tally(0, 4, 0),
        reason_code: CouncilReason::BelowThreshold,
    };
    assert_eq!(effects[1].event, Any::from(rejected));
}

#[test]
fn a_case_that_is_withdrawn_stops_nobody_else() {
    let withdrawn = nomination::Event::NominationWithdrawn { reason: None };
    let before = voting(&EVERYBODY, both()).voted(1, &everybody(Choice::For));
    let stage = before.with(&head("van-phong"), [(on(&i1()), withdrawn.clone())]);
    let effects = given(stage)
        .when(&council_secretary(), close_motion(1))
        .then_effects();
    assert_eq!(effects.len(), 2);
    let unvoted = passed()
        .listed(both())
        .attended(&EVERYBODY)
        .with(&head("van-phong"), [(on(&i1()), withdrawn)])
        .then(&council_secretary(), open_motion(1, vec![c1()]))
        .voted(1, &everybody(Choice::For))
        .then(&council_secretary(), close_motion(1));
    let effects = given(unvoted)
        .when(&council_secretary(), close_session())
        .then_effects();
    assert_eq!(effects.len(), 1);
}

#[test]
fn an_annulled_vote_puts_off_what_it_approved() {
    let annulled = Event::MotionAnnulled {
        motion: 1,
        reason_code: AnnulReason::CredentialCompromised,
    };
    given(counted(Choice::For))
        .when(&member("chu-tich"), annul())
        .then([
            (stream(), Any::from(annulled)),
            (on(&c1()), put_off(CouncilReason::Annulled).into()),
            (on(&i1()), put_off(CouncilReason::Annulled).into()),
        ]);
}

#[test]
fn what_an_annulled_vote_rejected_takes_its_slot_again() {
    let effects = given(counted(Choice::Against))
        .when(&member("chu-tich"), annul())
        .then_effects();
    let taken = slot::Event::SlotTaken { nomination: c1() };
    let slots = StreamKey::slot(&campaign(), NomineeKind::Collective, &group("agencies"));
    let slot = effects.iter().find(|effect| effect.stream == slots);
    let slot = slot.expect("the group's slots are written");
    assert_eq!(slot.event, Any::from(taken));
    assert_eq!(effects.len(), 5);
    let given_away =
        counted(Choice::Against).with_slots(NomineeKind::Collective, &group("agencies"), 0);
    given(given_away)
        .when(&member("chu-tich"), annul())
        .then_refused("council_slot_gone");
}

#[test]
fn a_rejected_case_whose_nominee_is_claimed_by_another_stays_rejected() {
    let claimed = claim::Event::NomineeClaimed {
        nomination: serial(9),
    };
    let claim = StreamKey::claim(&campaign(), &NomineeRef::from(&unit("tai-chinh")));
    let stage = counted(Choice::Against).with(&head("tai-chinh"), [(claim, claimed)]);
    given(stage)
        .when(&member("chu-tich"), annul())
        .then_refused("nominee_claimed");
}

#[test]
fn the_items_of_an_annulled_vote_are_voted_on_again_in_the_same_session() {
    let stage = counted(Choice::For).then(&member("chu-tich"), annul());
    given(stage.clone())
        .when(&council_secretary(), open_motion(2, both()))
        .then_refused("wrong_gate");
    let listed = || nomination::Event::NominationListed { session: session() };
    given(stage.clone())
        .when(&council_secretary(), list(both()))
        .then([(on(&c1()), listed()), (on(&i1()), listed())]);
    let stage = stage
        .then(&council_secretary(), list(both()))
        .then(&council_secretary(), open_motion(2, both()))
        .voted(2, &everybody(Choice::For));
    let effects = given(stage)
        .when(&council_secretary(), close_motion(2))
        .then_effects();
    assert_eq!(effects.len(), 3);
}

#[test]
fn after_the_session_an_annulled_vote_is_repeated_in_another() {
    let closed = counted(Choice::For).then(&council_secretary(), close_session());
    given(closed.clone())
        .when(&council_secretary(), list(both()))
        .then_nothing_happens();
    given(closed.then(&member("chu-tich"), annul()))
        .when(&council_secretary(), list(both()))
        .then_refused("agenda_closed");
}

#[test]
fn a_session_closes_over_an_annulled_vote_but_not_over_what_it_listed_again() {
    let annulled = counted(Choice::For).then(&member("chu-tich"), annul());
    let effects = given(annulled.clone())
        .when(&council_secretary(), close_session())
        .then_effects();
    assert_eq!(effects.len(), 1);
    given(annulled.then(&council_secretary(), list(both())))
        .when(&council_secretary(), close_session())
        .then_refused("council_items_undecided");
}

#[test]
fn what_lies_before_the_chairman_stands() {
    let stage = counted(Choice::For)
        .then(&council_secretary(), close_session())
        .then(&member("chu-tich"), sign_minutes(all_for(&both())))
        .at("2024-12-23T09:00")
        .then(&review_head(), present(1, both()));
    given(stage)
        .when(&member("chu-tich"), annul())
        .then_refused("vote_acted_on");
}

#[test]
fn nobody_but_the_chair_annuls_a_vote_of_the_council() {
    given(counted(Choice::For))
        .when(&head("van-phong"), annul())
        .then_refused("role_not_allowed");
}

#[test]
fn who_waits_behind_the_council_loses_its_approval_with_the_vote() {
    let waits = |gate| nomination::Event::NominationWaitlisted {
        gate,
        reason_code: nomination::WaitReason::QuotaLowered,
    };
    let behind = waits(nomination::WaitGate::Council);
    let stage = counted(Choice::For).with(&review_head(), [(on(&c1()), behind)]);
    let effects = given(stage)
        .when(&member("chu-tich"), annul())
        .then_effects();
    let back = Any::from(waits(nomination::WaitGate::Review));
    let is_back = |effect: &crate::Effect| effect.stream == on(&c1()) && effect.event == back;
    assert!(effects.iter().any(is_back), "{effects:?}");
}
