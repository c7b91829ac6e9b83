//! Stories of the ways back to the review.

use super::{on, recommended, under_review};
use crate::{
    CouncilSessionId, NominationId, PresentationId,
    nomination::{
        CouncilReason, Event, ReopenReview, Reopening, ReopeningReason, ReturnToReviewer,
        ReturnedRecommendation, ReturnedTo,
    },
    stories_kit::{Stage, campaign, given, review_head, sealed},
    stories_way::{both, c1, chairman, council_secretary, endorsed, i1, pass},
};

fn send_back(nomination: NominationId) -> ReturnToReviewer {
    let reason = sealed("nêu rõ minh chứng");
    let returns = vec![ReturnedRecommendation { nomination, reason }];
    ReturnToReviewer { returns }
}

fn reopen(reason_code: ReopeningReason) -> ReopenReview {
    let reviews = vec![Reopening {
        nomination: c1(),
        reason_code,
        reason: sealed("số liệu thay đổi"),
    }];
    ReopenReview { reviews }
}

#[test]
fn a_recommendation_goes_back_to_the_reviewer() {
    let returned = Event::ReturnedToReviewer {
        reason: sealed("nêu rõ minh chứng"),
    };
    given(recommended())
        .when(&review_head(), send_back(c1()))
        .then([(on(&c1()), returned)]);
    let stage = recommended().then(&review_head(), send_back(c1()));
    given(stage)
        .when(&review_head(), pass(vec![c1()]))
        .then_refused("not_recommended");
}

#[test]
fn what_is_not_recommended_lies_with_the_reviewer_already() {
    given(under_review())
        .when(&review_head(), send_back(c1()))
        .then_nothing_happens();
}

fn passed() -> Stage {
    recommended().then(&review_head(), pass(both()))
}

fn deferred() -> Stage {
    let deferred = Event::CouncilDeferred {
        session: CouncilSessionId {
            campaign: campaign(),
            number: 1,
        },
        reason_code: CouncilReason::NoQuorum,
    };
    passed().with(&council_secretary(), [(on(&c1()), deferred)])
}

fn returned(to: ReturnedTo) -> Stage {
    let returned = Event::ChairmanReturned {
        presentation: PresentationId {
            campaign: campaign(),
            number: 1,
        },
        to,
        reason: sealed("xem lại"),
    };
    passed().with(&chairman(), [(on(&c1()), returned)])
}

#[test]
fn a_review_is_opened_again_for_a_reason_that_fits_where_the_case_stands() {
    use ReopeningReason::{ChairmanReturned, CouncilAsks, FactChanged};

    for (stage, reason, refused) in [
        (passed(), FactChanged, None),
        (passed(), CouncilAsks, Some("reopening_reason")),
        (passed(), ChairmanReturned, Some("reopening_reason")),
        (deferred(), FactChanged, None),
        (deferred(), CouncilAsks, None),
        (deferred(), ChairmanReturned, Some("reopening_reason")),
        (returned(ReturnedTo::Review), ChairmanReturned, None),
        (
            returned(ReturnedTo::Review),
            FactChanged,
            Some("reopening_reason"),
        ),
        (
            returned(ReturnedTo::Council),
            ChairmanReturned,
            Some("wrong_gate"),
        ),
        (
            returned(ReturnedTo::Clarification),
            ChairmanReturned,
            Some("wrong_gate"),
        ),
    ] {
        let asked = given(stage).when(&review_head(), reopen(reason));
        if let Some(code) = refused {
            asked.then_refused(code);
        } else {
            let reopened = Event::ReviewReopened {
                reason_code: reason,
                reason: sealed("số liệu thay đổi"),
            };
            asked.then([(on(&c1()), reopened)]);
        }
    }
}

#[test]
fn a_reopened_review_is_recommended_anew_before_it_passes() {
    let stage = passed().then(&review_head(), reopen(ReopeningReason::FactChanged));
    given(stage)
        .when(&review_head(), pass(vec![c1()]))
        .then_refused("not_recommended");
}

#[test]
fn what_did_not_pass_is_not_opened_again() {
    let stage = endorsed().received("van-phong", vec![i1()]);
    let reviews = vec![Reopening {
        nomination: i1(),
        reason_code: ReopeningReason::FactChanged,
        reason: sealed("số liệu thay đổi"),
    }];
    given(stage)
        .when(&review_head(), ReopenReview { reviews })
        .then_refused("wrong_gate");
}
