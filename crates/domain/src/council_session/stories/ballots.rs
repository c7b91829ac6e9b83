//! Stories of votes at once, secret ballots, and items out of the list.

use super::{EVERYBODY, on, passed, stream};
use crate::{
    Actor, Event as Any, Outcome, State, Tally, council_session,
    council_session::{
        BallotForm, Choice, Event, ItemFlag, OpenMotion, PaperTally, PullItem, RecordTally,
        RecordVotes, TallySource, WrittenVote,
    },
    nomination,
    stories_kit::{Stage, given, person},
    stories_way::{
        ballot, both, c1, close_motion, council_secretary, i1, member, open_motion, session,
    },
    unit_session::{AnnulMotion, AnnulReason, AnnulledMotion, ItemVotes},
};

fn secretly() -> OpenMotion {
    OpenMotion {
        ballot: BallotForm::Secret,
        ..open_motion(1, vec![c1()])
    }
}

fn in_secret() -> Stage {
    passed()
        .listed(vec![c1()])
        .attended(&EVERYBODY)
        .then(&council_secretary(), secretly())
}

fn counted(votes_for: u32, votes_against: u32) -> RecordTally {
    RecordTally {
        session: session(),
        motion: 1,
        tally: PaperTally {
            source: TallySource::Paper,
            issued: 4,
            returned: 4,
            valid: 4,
            invalid: 0,
            items: vec![ItemVotes {
                nomination: c1(),
                tally: Tally {
                    votes_for,
                    votes_against,
                    abstained: 0,
                },
            }],
            minutes_hash: "08".repeat(32),
        },
    }
}

fn tellers() -> (Actor, Actor) {
    (council_secretary(), member("cong-doan"))
}

/// INV-20, E49: two tellers with equal figures, and nothing else, make the outcome.
#[test]
fn a_secret_ballot_is_counted_by_two_tellers() {
    let (first, second) = tellers();
    given(in_secret())
        .when(&council_secretary(), close_motion(1))
        .then_refused("tally_missing");
    let once = in_secret().then(&first, counted(3, 1));
    given(once.clone())
        .when(&second, counted(4, 0))
        .then_refused("tellers_differ");
    given(once.clone())
        .when(&council_secretary(), close_motion(1))
        .then_refused("tally_missing");
    let twice = once.then(&second, counted(3, 1));
    given(twice.clone())
        .when(&first, counted(4, 0))
        .then_refused("ballots_counted");
    let effects = given(twice)
        .when(&council_secretary(), close_motion(1))
        .then_effects();
    let Any::CouncilSession(Event::CouncilMotionClosed { items, .. }) = &effects[0].event else {
        panic!("the vote closes: {effects:?}");
    };
    assert_eq!(items[0].outcome, Outcome::Carried);
    assert_eq!(items[0].flags, []);
}

/// INV-21: the figures are all that is recorded of a secret ballot.
#[test]
fn nobody_votes_by_name_in_a_secret_ballot() {
    let named = ballot(1, person("cong-doan"), Choice::For);
    given(in_secret())
        .when(&council_secretary(), named)
        .then_refused("ballot_is_secret");
}

#[test]
fn a_secret_ballot_of_one_voice_is_flagged() {
    let (first, second) = tellers();
    let stage = in_secret()
        .then(&first, counted(4, 0))
        .then(&second, counted(4, 0));
    let effects = given(stage)
        .when(&council_secretary(), close_motion(1))
        .then_effects();
    let Any::CouncilSession(Event::CouncilMotionClosed { items, .. }) = &effects[0].event else {
        panic!("the vote closes: {effects:?}");
    };
    assert_eq!(items[0].flags, [ItemFlag::UnanimousSecret]);
}

#[test]
fn two_voters_have_no_secret() {
    let two = passed().listed(vec![c1()]).attended(&EVERYBODY[..2]);
    given(two)
        .when(&council_secretary(), secretly())
        .then_refused("too_few_for_secrecy");
}

#[test]
fn figures_that_do_not_add_up_are_refused() {
    let (first, _) = tellers();
    let mut more_issued = counted(3, 1);
    more_issued.tally.issued = 5;
    let mut one_invalid = counted(3, 1);
    one_invalid.tally.invalid = 1;
    let mut another_item = counted(3, 1);
    another_item.tally.items[0].nomination = i1();
    for (command, code) in [
        (more_issued, "tally_unsound"),
        (one_invalid, "tally_unsound"),
        (another_item, "tally_unsound"),
        (counted(4, 1), "tally_exceeds"),
    ] {
        given(in_secret()).when(&first, command).then_refused(code);
    }
}

/// E55: one record for all votes of a motion.
#[test]
fn the_votes_of_all_are_recorded_at_once() {
    let vote = |who| WrittenVote {
        member: person(who),
        choice: Choice::For,
        exceptions: Vec::new(),
    };
    let votes = RecordVotes {
        session: session(),
        motion: 1,
        votes: EVERYBODY.map(vote).into(),
    };
    let stage = super::voting(&EVERYBODY, vec![c1()]);
    let recorded = Event::VotesRecorded {
        motion: 1,
        votes: votes.votes.clone(),
    };
    given(stage.clone())
        .when(&council_secretary(), votes.clone())
        .then([(stream(), recorded)]);
    let effects = given(stage.then(&council_secretary(), votes.clone()))
        .when(&council_secretary(), close_motion(1))
        .then_effects();
    let is_approved = matches!(
        effects[1].event,
        Any::Nomination(nomination::Event::CouncilApproved { .. })
    );
    assert!(is_approved && effects[1].stream == on(&c1()));
    let mut twice = votes;
    twice.votes.push(vote("chu-tich"));
    given(super::voting(&EVERYBODY, vec![c1()]))
        .when(&council_secretary(), twice)
        .then_refused("council_votes_twice");
}

#[test]
fn an_item_out_of_the_list_is_voted_on_alone() {
    let pull = PullItem {
        session: session(),
        member: person("cong-doan"),
        nomination: i1(),
    };
    let stage = passed().listed(both()).attended(&EVERYBODY);
    let stage = stage.then(&member("cong-doan"), pull);
    given(stage.clone())
        .when(&council_secretary(), open_motion(1, both()))
        .then_refused("council_item_pulled");
    let opened = Event::MotionOpened {
        motion: 1,
        items: vec![i1()],
        ballot: BallotForm::Open,
    };
    given(stage)
        .when(&council_secretary(), open_motion(1, vec![i1()]))
        .then([(stream(), opened)]);
}

/// E57: a secret vote too; its count is kept.
#[test]
fn an_annulled_secret_ballot_keeps_its_count_and_puts_the_item_off() {
    let (first, second) = tellers();
    let stage = in_secret()
        .then(&first, counted(3, 1))
        .then(&second, counted(3, 1))
        .then(&council_secretary(), close_motion(1));
    let annul = AnnulMotion {
        motion: AnnulledMotion::Council {
            session: session(),
            motion: 1,
        },
        reason_code: AnnulReason::CredentialCompromised,
    };
    let put_off = nomination::Event::CouncilDeferred {
        session: session(),
        reason_code: nomination::CouncilReason::Annulled,
    };
    let chair = member("chu-tich");
    let effects = given(stage.clone())
        .when(&chair, annul.clone())
        .then_effects();
    assert_eq!(effects[1].event, Any::from(put_off));
    let after = stage.then(&chair, annul);
    let State::CouncilSession(council_session::State::Open(sitting)) = &*after.state(&stream())
    else {
        panic!("the session is open");
    };
    let kept = sitting.motions[&1].tally.as_ref();
    assert_eq!(kept.map(|kept| &kept.tally), Some(&counted(3, 1).tally));
}
