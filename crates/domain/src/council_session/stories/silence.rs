//! Stories of who is silent in a written consultation: no opinion, and never consent (4.8).

use super::{EVERYBODY, item, passed, stream, tally};
use crate::{
    Event as Any, Outcome,
    campaign::VotingRules,
    council_session::{Choice, CouncilItem, Event, Member, Mode, Seat},
    stories_kit::{Stage, assignment, day, gate_rules, given, moment, person, unit},
    stories_way::{
        MEMBERS, c1, close_motion, council_secretary, list, member, open_motion, session,
    },
    unit_session::{AnnulMotion, AnnulReason, AnnulledMotion},
};

/// A body of four is asked in writing about C1.
fn convened() -> Stage {
    let seats = [
        (Seat::Chair, "lanh-dao"),
        (Seat::ViceChair, "lanh-dao"),
        (Seat::StandingViceChair, "noi-vu"),
        (Seat::Member, "lien-doan"),
    ];
    let roster = MEMBERS.into_iter().zip(seats);
    let roster = roster.map(|((who, role), (seat, home))| Member {
        person: person(who),
        assignment: assignment(who, role),
        seat,
        unit: Some(unit(home)),
    });
    let event = Event::CouncilConvened {
        session: session(),
        mode: Mode::Written,
        at: moment("2024-12-17T09:00"),
        place: "Bằng văn bản".into(),
        roster: roster.collect(),
    };
    passed()
        .at("2024-12-17T09:00")
        .with(&council_secretary(), [(stream(), event)])
        .then(&council_secretary(), list(vec![c1()]))
}

/// The forms are out to the four until 20 December.
fn asked() -> Stage {
    let sent = Event::ConsultationSent {
        due: day("2024-12-20"),
        rules: VotingRules {
            members: Some(4),
            ..gate_rules().written_consultation
        },
    };
    convened()
        .with(&council_secretary(), [(stream(), sent)])
        .then(&council_secretary(), open_motion(1, vec![c1()]))
}

fn outcome(stage: Stage) -> CouncilItem {
    let effects = given(stage)
        .when(&council_secretary(), close_motion(1))
        .then_effects();
    let Any::CouncilSession(Event::CouncilMotionClosed { items, .. }) = &effects[0].event else {
        panic!("the motion is closed");
    };
    items[0].clone()
}

/// Two of three answers are two thirds, of the four who were asked they are not.
#[test]
fn who_is_silent_stays_in_the_whole() {
    for (third, expected) in [
        (Choice::For, Outcome::Carried),
        (Choice::Against, Outcome::Lost),
        (Choice::Abstain, Outcome::Lost),
    ] {
        let votes = [
            ("chu-tich", Choice::For),
            ("pho-chu-tich", Choice::For),
            ("cong-doan", third),
        ];
        let counted = outcome(asked().voted(1, &votes).at("2024-12-21T08:00"));
        assert_eq!(counted.eligible, 4, "{third:?}");
        assert_eq!(counted.outcome, expected, "{third:?}");
    }
}

/// Who is silent does not make the quorum either.
#[test]
fn two_answers_of_four_are_no_quorum() {
    let votes = EVERYBODY[..2].iter().map(|who| (*who, Choice::For));
    let stage = asked().voted(1, &votes.collect::<Vec<_>>());
    let counted = outcome(stage.at("2024-12-21T08:00"));
    assert_eq!(counted.outcome, Outcome::NoQuorum);
}

#[test]
fn it_is_counted_early_once_everybody_has_answered() {
    let counted = outcome(asked().voted(1, &EVERYBODY.map(|who| (who, Choice::For))));
    assert_eq!(counted, item(c1(), tally(4, 0, 0), 4, Outcome::Carried));
}

/// E57: in writing too; its answers are kept and count no more.
#[test]
fn an_answer_of_a_stolen_account_annuls_the_consultation() {
    let stage = asked()
        .voted(1, &EVERYBODY.map(|who| (who, Choice::For)))
        .then(&council_secretary(), close_motion(1));
    let annul = AnnulMotion {
        motion: AnnulledMotion::Council {
            session: session(),
            motion: 1,
        },
        reason_code: AnnulReason::CredentialCompromised,
    };
    given(stage.clone())
        .when(&member("pho-chu-tich"), annul.clone())
        .then_refused("not_the_council_chair");
    let asked = given(stage).when(&member("chu-tich"), annul);
    assert_eq!(asked.then_effects().len(), 2);
}
