//! Stories of the count and of what follows from it.

use super::{EVERYBODY, closed, item, on, passed, stream, tally, voting};
use crate::{
    Event as Any, NomineeKind, Outcome, StreamKey,
    campaign::{Share, VotingRules},
    council_session::{CastBallot, Choice, CouncilItem, Event, Exception, ItemFlag},
    nomination::{self, CouncilReason},
    slot::{self, FreedBecause},
    stories_kit::{campaign, gate_rules, given, group, person},
    stories_way::{
        ballot, both, c1, close_motion, council_secretary, i1, member, open_motion, recuse, session,
    },
};

#[test]
fn a_rejection_frees_the_slot_and_leaves_the_others_alone() {
    let against_c1 = CastBallot {
        exceptions: vec![Exception {
            nomination: c1(),
            choice: Choice::Against,
        }],
        ..ballot(1, person("chu-tich"), Choice::For)
    };
    let ballots = EVERYBODY.map(|who| CastBallot {
        member: person(who),
        ..against_c1.clone()
    });
    let stage = ballots
        .into_iter()
        .fold(voting(&EVERYBODY, both()), |stage, ballot| {
            stage.then(&council_secretary(), ballot)
        });
    let rejected = nomination::Event::CouncilRejected {
        session: session(),
        tally: tally(0, 4, 0),
        reason_code: CouncilReason::BelowThreshold,
    };
    let approved = nomination::Event::CouncilApproved {
        session: session(),
        tally: tally(4, 0, 0),
    };
    let freed = slot::Event::SlotFreed {
        nomination: c1(),
        reason_code: FreedBecause::CouncilRejected,
    };
    let outcomes = closed(vec![
        item(c1(), tally(0, 4, 0), 4, Outcome::Lost),
        item(i1(), tally(4, 0, 0), 4, Outcome::Carried),
    ]);
    let slots = StreamKey::slot(&campaign(), NomineeKind::Collective, &group("agencies"));
    given(stage)
        .when(&council_secretary(), close_motion(1))
        .then([
            (stream(), Any::from(outcomes)),
            (on(&c1()), rejected.into()),
            (on(&i1()), approved.into()),
            (slots, freed.into()),
        ]);
}

/// The votes in the order of the roster; where the chair is recused, the vice-chair's side counts.
#[test]
fn a_tie_goes_to_the_side_of_the_chair() {
    use Choice::{Abstain, Against, For};

    let leaving_two = ["chu-tich", "cong-doan"];
    let all = [
        ([For, Against, For, Against], &[][..], Outcome::Carried),
        ([Against, For, For, Against], &[], Outcome::Lost),
        ([For, For, Against, Abstain], &leaving_two, Outcome::Carried),
        ([For, Against, For, Abstain], &leaving_two, Outcome::Lost),
        ([For, Against, Abstain, Abstain], &[], Outcome::Lost),
    ];
    for (choices, recused, expected) in all {
        let mut stage = voting(&EVERYBODY, vec![c1()]);
        for (who, choice) in EVERYBODY.iter().zip(choices) {
            stage = stage.voted(1, &[(*who, choice)]);
        }
        for who in recused {
            stage = stage.then(&member(who), recuse(who, c1()));
        }
        let effects = given(stage)
            .when(&council_secretary(), close_motion(1))
            .then_effects();
        let Any::CouncilSession(Event::CouncilMotionClosed { items, .. }) = &effects[0].event
        else {
            panic!("the motion is closed");
        };
        assert_eq!(items[0].outcome, expected, "{choices:?}");
    }
}

#[test]
fn a_tie_that_nobody_breaks_is_put_off_and_keeps_its_slot() {
    let stage = ["chu-tich", "pho-chu-tich"]
        .into_iter()
        .fold(voting(&EVERYBODY, vec![c1()]), |stage, who| {
            stage.then(&member(who), recuse(who, c1()))
        })
        .voted(
            1,
            &[("head.noi-vu", Choice::Against), ("cong-doan", Choice::For)],
        );
    let deferred = nomination::Event::CouncilDeferred {
        session: session(),
        reason_code: CouncilReason::TieUnbroken,
    };
    let outcome = CouncilItem {
        flags: vec![ItemFlag::ChairRecused],
        ..item(c1(), tally(1, 1, 0), 2, Outcome::Deferred)
    };
    given(stage)
        .when(&council_secretary(), close_motion(1))
        .then([
            (stream(), Any::from(closed(vec![outcome]))),
            (on(&c1()), deferred.into()),
        ]);
}

#[test]
fn without_quorum_nothing_is_approved_and_nothing_rejected() {
    let without_presider = ["head.noi-vu", "cong-doan"];
    let too_few = ["chu-tich", "pho-chu-tich"];
    for present in [&without_presider[..], &too_few[..]] {
        let votes: Vec<_> = present.iter().map(|who| (*who, Choice::For)).collect();
        let effects = given(voting(present, vec![c1()]).voted(1, &votes))
            .when(&council_secretary(), close_motion(1))
            .then_effects();
        let deferred = nomination::Event::CouncilDeferred {
            session: session(),
            reason_code: CouncilReason::NoQuorum,
        };
        assert_eq!(effects[1].event, Any::from(deferred), "{present:?}");
    }
}

#[test]
fn the_quorum_needs_chair_or_vice_chair() {
    let half = VotingRules {
        quorum: Share { part: 1, whole: 2 },
        ..gate_rules().standing_committee
    };
    let attendance = Event::AttendanceRecorded {
        present: ["head.noi-vu", "cong-doan"].map(person).into(),
        absent: ["chu-tich", "pho-chu-tich"].map(person).into(),
        guests: Vec::new(),
        rules: half,
    };
    let stage = passed()
        .listed(vec![c1()])
        .at("2024-12-20T08:00")
        .with(&council_secretary(), [(stream(), attendance)])
        .then(&council_secretary(), open_motion(1, vec![c1()]))
        .voted(
            1,
            &[("head.noi-vu", Choice::For), ("cong-doan", Choice::For)],
        );
    let effects = given(stage)
        .when(&council_secretary(), close_motion(1))
        .then_effects();
    let counted = CouncilItem {
        present: 2,
        recused: 0,
        ..item(c1(), tally(2, 0, 0), 2, Outcome::NoQuorum)
    };
    let expected = closed(vec![counted]);
    assert_eq!(effects[0].event, Any::from(expected));
}

#[test]
fn too_few_who_may_vote_put_the_item_off() {
    let stage = ["pho-chu-tich", "head.noi-vu", "cong-doan"]
        .into_iter()
        .fold(voting(&EVERYBODY, vec![c1()]), |stage, who| {
            stage.then(&member(who), recuse(who, c1()))
        })
        .voted(1, &[("chu-tich", Choice::For)]);
    let effects = given(stage)
        .when(&council_secretary(), close_motion(1))
        .then_effects();
    let deferred = nomination::Event::CouncilDeferred {
        session: session(),
        reason_code: CouncilReason::TooFewEligible,
    };
    assert_eq!(effects[1].event, Any::from(deferred));
}
