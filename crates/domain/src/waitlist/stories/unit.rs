//! Whoever waits for a slot of the unit (4.5 row 10).

use super::{JUSTICE, carried, due, moving, promote, promoted, ranked};
use crate::{
    Event as Any,
    nomination::WaitGate,
    stories_kit::{
        Stage, approved, campaign_manager, given, head, moment, nomination as serial, review_head,
    },
    stories_way::{sign_letter, submit},
    submission::{Event, Late, LateBasis, PromotionTime},
    waitlist::PromoteFromWaitlist,
};

/// One more slot for the third.
fn with_a_slot() -> Stage {
    ranked().at("2024-12-09T10:00").moved(1, true, 1)
}

fn third_promoted() -> Stage {
    with_a_slot().then(&review_head(), promote(&[3]))
}

/// The term of the campaign, at the hour of the deadline; or what the command says. Before the
/// deadline nobody gets less time than all the others.
#[test]
fn the_next_in_rank_takes_a_free_slot_and_has_a_time_of_its_own() {
    let unit = WaitGate::Unit;
    given(with_a_slot())
        .when(&review_head(), promote(&[3]))
        .then([promoted(3, unit, 3, Some("2024-12-16T17:00"))]);
    let named = PromoteFromWaitlist {
        due: due("2024-12-13T17:00"),
        ..promote(&[3])
    };
    given(with_a_slot())
        .when(&review_head(), named.clone())
        .then([promoted(3, unit, 3, Some("2024-12-13T17:00"))]);
    given(third_promoted())
        .when(&review_head(), named)
        .then_refused("promoted_otherwise");
    let early = ranked().at("2024-11-20T10:00").moved(1, true, 1);
    given(early)
        .when(&review_head(), promote(&[3]))
        .then([promoted(3, unit, 3, Some("2024-11-29T17:00"))]);
}

#[test]
fn a_time_of_its_own_lies_ahead() {
    let behind = PromoteFromWaitlist {
        due: due("2024-12-09T10:00"),
        ..promote(&[3])
    };
    given(with_a_slot())
        .when(&review_head(), behind)
        .then_refused("promotion_due_behind");
}

#[test]
fn nobody_is_promoted_without_a_free_slot_or_a_ranking() {
    given(ranked())
        .when(&review_head(), promote(&[3]))
        .then_refused("no_free_slot");
    given(carried())
        .when(&review_head(), promote(&[1]))
        .then_refused("waiting_unranked");
    given(Stage::proposed())
        .when(&review_head(), promote(&[1]))
        .then_refused("wrong_gate");
}

/// Two slots went back to the reserve: 2, 1 and 3 wait; then one is there again.
fn all_wait() -> Stage {
    ranked().moved(1, false, 2).moved(2, true, 1)
}

#[test]
fn a_promotion_follows_the_ranking_and_passes_over_nobody_but_the_held() {
    let due = Some("2024-11-29T17:00");
    for serials in [&[3][..], &[1], &[1, 3]] {
        given(all_wait())
            .when(&review_head(), promote(serials))
            .then_refused("promoted_out_of_rank");
    }
    given(all_wait())
        .when(&review_head(), promote(&[2]))
        .then([promoted(2, WaitGate::Unit, 1, due)]);
    given(all_wait().held("officer"))
        .when(&review_head(), promote(&[2]))
        .then_refused("held");
    given(all_wait().held("officer"))
        .when(&review_head(), promote(&[1]))
        .then([promoted(1, WaitGate::Unit, 2, due)]);
    given(all_wait())
        .when(&review_head(), promote(&[1, 2]))
        .then_refused("no_free_slot");
}

/// INV-15, INV-23.
#[test]
fn a_promoted_dossier_is_sent_within_its_own_time_and_takes_the_slot() {
    let signed = third_promoted()
        .prepared(JUSTICE, vec![serial(3)])
        .then(&head(JUSTICE), sign_letter(JUSTICE));
    let effects = given(signed.clone().at("2024-12-16T17:00"))
        .when(&head(JUSTICE), submit(JUSTICE))
        .then_effects();
    let Any::Submission(Event::SubmissionSent { late, .. }) = &effects[0].event else {
        panic!("the letter is sent: {effects:?}");
    };
    let expected = Late {
        deadline: moment("2024-11-29T17:00"),
        basis: LateBasis::Promotion(PromotionTime {
            due: moment("2024-12-16T17:00"),
        }),
    };
    assert_eq!(late.as_ref(), Some(&expected));
    given(signed.at("2024-12-16T17:01"))
        .when(&head(JUSTICE), submit(JUSTICE))
        .then_refused("deadline_passed");
}

/// INV-15.
#[test]
fn who_was_not_promoted_does_not_come_late_with_who_was() {
    let both = third_promoted()
        .prepared(JUSTICE, vec![serial(1), serial(3)])
        .then(&head(JUSTICE), sign_letter(JUSTICE));
    given(both)
        .when(&head(JUSTICE), submit(JUSTICE))
        .then_refused("deadline_passed");
}

/// E14.
#[test]
fn slots_that_nobody_uses_go_back_to_the_reserve() {
    let effects = given(carried())
        .when(&approved(&campaign_manager()), moving(1, false, 2))
        .then_effects();
    let is_returned = |effect: &crate::Effect| {
        let returned = crate::slot::Event::SlotsReturned {
            slots: 0,
            live_max: None,
        };
        effect.event == returned.clone().into()
    };
    assert!(effects.iter().any(is_returned), "{effects:?}");
}
