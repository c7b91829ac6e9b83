//! Stories of a stolen account that votes (E57).

use super::{EVERYBODY, closed, item, stream, tally, voting};
use crate::{
    Event as Any, Outcome,
    council_session::{Choice, Event},
    stories_kit::{Stage, given},
    stories_way::{c1, close_motion, council_secretary, list, member, open_motion, session},
    unit_session::{AnnulMotion, AnnulReason, AnnulledMotion},
};

fn annul() -> AnnulMotion {
    AnnulMotion {
        motion: AnnulledMotion::Council {
            session: session(),
            motion: 1,
        },
        reason_code: AnnulReason::CredentialCompromised,
    }
}

/// Whoever has the account of the trade union's member votes against, and C1 is lost by it.
fn stolen(present: &[&str]) -> Stage {
    let (thief, others) = present.split_last().expect("somebody is there");
    let votes: Vec<_> = others.iter().map(|who| (*who, Choice::Against)).collect();
    voting(present, vec![c1()])
        .voted(1, &votes)
        .voted(1, &[(*thief, Choice::Against)])
        .then(&council_secretary(), close_motion(1))
}

/// E57.
#[test]
fn a_vote_with_a_stolen_account_is_annulled_and_repeated_and_its_ballots_count_no_more() {
    let again = stolen(&EVERYBODY)
        .then(&member("chu-tich"), annul())
        .then(&council_secretary(), list(vec![c1()]))
        .then(&council_secretary(), open_motion(2, vec![c1()]))
        .voted(
            2,
            &EVERYBODY[..3]
                .iter()
                .map(|who| (*who, Choice::For))
                .collect::<Vec<_>>(),
        );
    let effects = given(again.clone())
        .when(&council_secretary(), close_motion(2))
        .then_effects();
    let Any::CouncilSession(expected) = Any::from(closed(vec![item(
        c1(),
        tally(3, 0, 0),
        4,
        Outcome::Carried,
    )])) else {
        panic!("a closed motion is an event of the Council");
    };
    let Event::CouncilMotionClosed { items, .. } = expected else {
        panic!("a closed motion is one");
    };
    assert_eq!(
        effects[0].event,
        Any::from(Event::CouncilMotionClosed { motion: 2, items })
    );
    let kept = again
        .history()
        .iter()
        .filter(|(_, effect)| effect.stream == stream())
        .filter(|(_, effect)| {
            matches!(
                &effect.event,
                Any::CouncilSession(Event::BallotCast { motion: 1, .. })
            )
        });
    assert_eq!(kept.count(), 4);
}

/// E57, SD5.
#[test]
fn a_vice_chair_annuls_where_the_chair_is_not_there_and_nobody_else_does() {
    let without_chair = || stolen(&EVERYBODY[1..]);
    let effects = given(without_chair())
        .when(&member("pho-chu-tich"), annul())
        .then_effects();
    assert!(matches!(
        &effects[0].event,
        Any::CouncilSession(Event::MotionAnnulled { motion: 1, .. })
    ));
    given(stolen(&EVERYBODY))
        .when(&member("pho-chu-tich"), annul())
        .then_refused("not_the_council_chair");
    given(without_chair())
        .when(&member("cong-doan"), annul())
        .then_refused("not_the_council_chair");
}
