//! Stories of the ranking of a unit's individuals.

use super::{of_tu_phap, on, waits};
use crate::{
    NominationId, NomineeKind, StreamKey,
    nomination::{Event, WaitGate, WaitReason},
    slot,
    stories_kit::{
        Stage, campaign, deputy, draft_collective, draft_person, given, head, hold_subject, item,
        meeting, nomination as serial, of_unit, officer, person_of, secretary, unit,
    },
    unit_session::RankNominees,
};

fn rank(serials: &[u32]) -> RankNominees {
    RankNominees {
        campaign: campaign(),
        unit: unit("tu-phap"),
        ranking: serials.iter().copied().map(serial).collect(),
    }
}

/// Tư pháp has two slots and carried three individuals (3, 4, 5).
fn three_carried() -> Stage {
    let record = meeting("tu-phap", [3, 4, 5].map(|id| item(id, (10, 0), 1)));
    of_tu_phap().then(&secretary("tu-phap"), record)
}

fn slots() -> StreamKey {
    StreamKey::slot(&campaign(), NomineeKind::Individual, &of_unit("tu-phap"))
}

fn ranked(serials: [u32; 3]) -> (StreamKey, crate::Event) {
    let ranking: Vec<NominationId> = serials.map(serial).into();
    (slots(), slot::Event::NomineesRanked { ranking }.into())
}

fn promoted(rank: u32) -> Event {
    let gate = WaitGate::Unit;
    let due = None;
    Event::WaitlistPromoted {
        gate,
        rank,
        due,
        to: None,
    }
}

/// E13.
#[test]
fn the_best_of_a_unit_leave_the_waitlist_and_the_others_learn_why() {
    given(three_carried())
        .when(&head("tu-phap"), rank(&[5, 3, 4]))
        .then([
            ranked([5, 3, 4]),
            on(5, promoted(1)),
            on(3, promoted(2)),
            on(4, waits(WaitReason::RankedBehind)),
        ]);
}

#[test]
fn a_ranking_names_all_that_were_carried_and_nobody_else() {
    let stage = || three_carried().proposing(6, &draft_collective("tu-phap"));
    for (ranking, code) in [
        (&[5, 3][..], "ranking_incomplete"),
        (&[5, 3, 4, 6], "not_individual_of"),
        (&[5, 3, 4, 2], "not_individual_of"),
        (&[5, 5, 3, 4], "listed_twice"),
        (&[5, 3, 4, 9], "nomination_absent"),
        (&[], "list_empty"),
    ] {
        given(stage())
            .when(&head("tu-phap"), rank(ranking))
            .then_refused(code);
    }
}

#[test]
fn who_has_a_slot_keeps_it_in_a_new_ranking() {
    let ranked = three_carried().then(&head("tu-phap"), rank(&[5, 3, 4]));
    given(ranked)
        .when(&head("tu-phap"), rank(&[4, 5, 3]))
        .then_refused("endorsed_behind");
}

#[test]
fn who_was_submitted_no_longer_counts_in_a_new_ranking() {
    let taken = slot::Event::SlotTaken {
        nomination: serial(5),
    };
    let submitted = Event::DossierSubmitted {
        slot_holder: of_unit("tu-phap"),
        submission: crate::SubmissionId {
            campaign: campaign(),
            unit: unit("tu-phap"),
            number: 1,
        },
        documents: Vec::new(),
    };
    let stage = three_carried()
        .then(&head("tu-phap"), rank(&[5, 3, 4]))
        .with(
            &head("tu-phap"),
            [(slots(), taken.into()), on(5, submitted)],
        );
    for ranking in [&[3, 4][..], &[5, 3, 4]] {
        let asked = stage.ask(&head("tu-phap"), &rank(ranking).into());
        let effects = asked.expect("the submitted may be named or left out");
        let cases = effects.iter().filter(|effect| effect.stream != slots());
        let behind = cases.map(|effect| effect.stream.clone());
        let is_new = ranking.len() == 2;
        let expected = is_new.then(|| StreamKey::nomination(&serial(4)));
        assert_eq!(behind.collect::<Vec<_>>(), Vec::from_iter(expected));
    }
}

#[test]
fn a_held_nominee_keeps_the_rank_and_nobody_else_gets_the_slot() {
    let held = hold_subject(&person_of("nominee", "tu-phap"));
    given(three_carried().with_hold(&held))
        .when(&head("tu-phap"), rank(&[3, 4, 5]))
        .then([
            ranked([3, 4, 5]),
            on(4, promoted(2)),
            on(5, waits(WaitReason::RankedBehind)),
        ]);
}

#[test]
fn the_deputy_ranks_where_the_head_is_a_nominee() {
    let mut record = meeting("tu-phap", [item(3, (10, 0), 1)]);
    record.chair = deputy("tu-phap").assignment;
    let stage = Stage::proposed()
        .proposing(3, &draft_person("head", "tu-phap"))
        .at("2024-11-19T16:00")
        .then(&secretary("tu-phap"), record);
    given(stage.clone())
        .when(&head("tu-phap"), rank(&[3]))
        .then_refused("own_nomination");
    let asked = given(stage).when(&deputy("tu-phap"), rank(&[3]));
    assert_eq!(asked.then_effects().len(), 1);
}

#[test]
fn only_head_and_deputy_of_the_unit_rank_its_individuals() {
    given(three_carried())
        .when(&officer("tu-phap"), rank(&[3, 4, 5]))
        .then_refused("role_not_allowed");
    given(three_carried())
        .when(&head("van-phong"), rank(&[3, 4, 5]))
        .then_refused("other_unit");
}
