//! Stories of a person and the own collective in one campaign.

use super::{on, under_review};
use crate::{
    DocumentKind, Event as Any, Finding, NomineeKind, NomineeRef, StreamKey, claim,
    nomination::{Event, Nominee, Recommendation},
    stories_kit::{Stage, campaign, document, given, nomination, officer, review_head, unit},
    stories_way::{find, i1, pass, recommend_pass, reviewer},
};

/// The report of every nominee of the stories.
const OF_I1: u8 = 7;

/// The unit of I1 is nominated as well, with this report.
fn with_collective(stage: Stage, report: u8) -> Stage {
    let office = unit("van-phong");
    let own = nomination(3);
    let drafted = Event::NominationDrafted {
        campaign: campaign(),
        unit: office.clone(),
        nominee_kind: NomineeKind::Collective,
        nominee_ref: NomineeRef::from(&office),
        nominee: Nominee::Collective {
            unit: office.clone(),
        },
    };
    let attached = Event::ReportAttached {
        document: document(DocumentKind::AchievementReport, report),
    };
    let claimed = claim::Event::NomineeClaimed {
        nomination: own.clone(),
    };
    let claim = StreamKey::claim(&campaign(), &NomineeRef::from(&office));
    stage.with(
        &officer("van-phong"),
        [
            (on(&own), Any::from(drafted)),
            (on(&own), attached.into()),
            (claim, claimed.into()),
        ],
    )
}

/// E09.
#[test]
fn a_person_and_the_own_collective_may_both_be_nominated() {
    let stage = with_collective(under_review().found_met(&i1()), OF_I1 + 1);
    let recommended = Event::ReviewRecommended {
        recommendation: Recommendation::Pass,
        criteria: Vec::new(),
    };
    given(stage)
        .when(&reviewer(), recommend_pass(vec![i1()]))
        .then([(on(&i1()), recommended)]);
}

/// E09: one achievement is not rewarded twice (L3).
#[test]
fn the_report_of_the_own_collective_asks_for_an_answer() {
    let stage = with_collective(under_review().found_met(&i1()), OF_I1);
    given(stage.clone())
        .when(&reviewer(), recommend_pass(vec![i1()]))
        .then_refused("achievement_shared_unanswered");
    let answered = stage.then(&reviewer(), find(i1(), &[("L3", Finding::Met)]));
    let effects = given(answered).when(&reviewer(), recommend_pass(vec![i1()]));
    assert_eq!(effects.then_effects().len(), 1);
}

/// E09: the confirmer looks again.
#[test]
fn a_report_that_is_shared_after_the_recommendation_stops_the_pass() {
    let recommended = under_review()
        .found_met(&i1())
        .then(&reviewer(), recommend_pass(vec![i1()]));
    given(with_collective(recommended, OF_I1))
        .when(&review_head(), pass(vec![i1()]))
        .then_refused("achievement_shared_unanswered");
}

/// E09: it does so no more once the collective is out.
#[test]
fn a_collective_that_is_nominated_no_more_shares_nothing() {
    let stage = with_collective(under_review().found_met(&i1()), OF_I1);
    let discarded = Event::DraftDiscarded {};
    let stage = stage.with(&officer("van-phong"), [(on(&nomination(3)), discarded)]);
    let effects = given(stage).when(&reviewer(), recommend_pass(vec![i1()]));
    assert_eq!(effects.then_effects().len(), 1);
}
