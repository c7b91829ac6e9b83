//! Whoever waits for a place after the review or the Council (4.5 rows 24 and 28).

use super::{JUSTICE, of_case, promote, promoted, ranked, slots};
use crate::{
    Event as Any, NominationId, NomineeKind, StreamKey, Tally,
    nomination::{self, WaitGate, WaitReason},
    quota,
    slot::{self, FreedBecause},
    stories_kit::{
        Stage, campaign, given, head, nomination as serial, of_unit, officer, review_head,
    },
    stories_way::{session, submission},
    waitlist::RankForCouncil,
};

impl Stage {
    /// The review passed a person of Tư pháp, as history.
    pub(in crate::waitlist) fn passed(self, number: u32) -> Self {
        let nomination = serial(number);
        let submitted = nomination::Event::DossierSubmitted {
            submission: submission(JUSTICE),
            slot_holder: of_unit(JUSTICE),
            documents: Vec::new(),
        };
        let passed = nomination::Event::ReviewPassed {
            criteria_version: 1,
            criteria: Vec::new(),
        };
        let taken = slot::Event::SlotTaken {
            nomination: nomination.clone(),
        };
        self.with(&head(JUSTICE), [(slots(), taken)]).with(
            &officer(JUSTICE),
            [submitted, passed].map(|event| (of_case(&nomination), event)),
        )
    }
}

/// Persons 1 and 2 passed the review, with both slots of their unit.
fn both_passed() -> Stage {
    ranked().passed(1).passed(2)
}

fn rank(serials: &[u32]) -> RankForCouncil {
    RankForCouncil {
        campaign: campaign(),
        kind: NomineeKind::Individual,
        ranking: serials.iter().copied().map(serial).collect(),
    }
}

fn recorded(serials: &[u32]) -> (StreamKey, Any) {
    let RankForCouncil { kind, ranking, .. } = rank(serials);
    let event = quota::Event::CouncilRanked { kind, ranking };
    (StreamKey::quota(&campaign()), event.into())
}

fn freed(nomination: NominationId) -> (StreamKey, Any) {
    let event = slot::Event::SlotFreed {
        nomination,
        reason_code: FreedBecause::Waitlisted,
    };
    (slots(), event.into())
}

fn taken(nomination: NominationId) -> (StreamKey, Any) {
    (slots(), slot::Event::SlotTaken { nomination }.into())
}

fn waits(number: u32, gate: WaitGate, reason_code: WaitReason) -> (StreamKey, nomination::Event) {
    let event = nomination::Event::NominationWaitlisted { gate, reason_code };
    (of_case(&serial(number)), event)
}

/// One place for two: the first waits.
fn first_waits() -> Stage {
    both_passed()
        .with_quota(5, 1)
        .then(&review_head(), rank(&[2, 1]))
}

/// INV-24.
#[test]
fn whom_the_places_do_not_carry_waits_by_the_ranking_and_gives_its_slot_back() {
    let (stream, event) = waits(1, WaitGate::Review, WaitReason::RankedBehind);
    given(both_passed().with_quota(5, 1))
        .when(&review_head(), rank(&[2, 1]))
        .then([recorded(&[2, 1]), freed(serial(1)), (stream, event.into())]);
}

#[test]
fn where_places_suffice_a_ranking_moves_nobody() {
    given(both_passed())
        .when(&review_head(), rank(&[2, 1]))
        .then([recorded(&[2, 1])]);
}

#[test]
fn a_ranking_for_the_council_names_whom_the_review_passed_and_nobody_else() {
    for (ranking, code) in [
        (&[2][..], "council_ranking_incomplete"),
        (&[2, 1, 3], "wrong_gate"),
        (&[2, 1, 9], "nomination_absent"),
        (&[2, 1, 2], "listed_twice"),
    ] {
        given(both_passed())
            .when(&review_head(), rank(ranking))
            .then_refused(code);
    }
    let collectives = RankForCouncil {
        kind: NomineeKind::Collective,
        ..rank(&[2, 1])
    };
    given(both_passed())
        .when(&review_head(), collectives)
        .then_refused("ranked_other_kind");
}

#[test]
fn a_new_ranking_lets_in_whom_the_places_carry_again() {
    given(first_waits().with_quota(5, 2))
        .when(&review_head(), rank(&[1, 2]))
        .then([
            recorded(&[1, 2]),
            taken(serial(1)),
            promoted(1, WaitGate::Review, 1, None),
        ]);
}

/// INV-26.
#[test]
fn a_held_case_keeps_its_rank_and_stops_nobody_else() {
    let stage = first_waits().with_quota(5, 2).held("nominee");
    given(stage)
        .when(&review_head(), rank(&[1, 2]))
        .then([recorded(&[1, 2])]);
}

/// INV-23, INV-24.
#[test]
fn who_waits_after_the_review_takes_a_place_and_a_slot_again() {
    given(first_waits().with_quota(5, 2))
        .when(&review_head(), promote(&[1]))
        .then([taken(serial(1)), promoted(1, WaitGate::Review, 2, None)]);
    given(first_waits())
        .when(&review_head(), promote(&[1]))
        .then_refused("places_exceeded");
    given(first_waits().with_quota(5, 4).moved(1, false, 1))
        .when(&review_head(), promote(&[1]))
        .then_refused("no_free_slot");
    given(first_waits().with_quota(5, 2).held("nominee"))
        .when(&review_head(), promote(&[1]))
        .then_refused("held");
}

/// Both were approved by the Council, then one place was there for them.
fn first_waits_behind_the_council() -> Stage {
    let approved = |number| {
        let tally = Tally {
            votes_for: 4,
            votes_against: 0,
            abstained: 0,
        };
        let session = session();
        let event = nomination::Event::CouncilApproved { session, tally };
        (of_case(&serial(number)), event)
    };
    let waits = waits(1, WaitGate::Council, WaitReason::QuotaLowered);
    let (slots, freed) = freed(serial(1));
    both_passed()
        .then(&review_head(), rank(&[2, 1]))
        .with(&review_head(), [approved(1), approved(2), waits])
        .with(&review_head(), [(slots, freed)])
}

#[test]
fn who_waits_behind_the_council_returns_to_its_approval() {
    given(first_waits_behind_the_council())
        .when(&review_head(), promote(&[1]))
        .then([taken(serial(1)), promoted(1, WaitGate::Council, 2, None)]);
    given(first_waits_behind_the_council().with_quota(5, 1))
        .when(&review_head(), promote(&[1]))
        .then_refused("places_exceeded");
}

/// Whom the Council approved comes before whoever waits after the review.
#[test]
fn a_place_goes_to_the_approved_before_it_goes_to_the_reviewed() {
    let stage = first_waits_behind_the_council()
        .with_quota(5, 2)
        .passed(3)
        .then(&review_head(), rank(&[2, 1, 3]));
    let state = stage.state(&of_case(&serial(3)));
    let crate::State::Nomination(state) = state.as_ref() else {
        panic!("a nomination's stream holds a nomination");
    };
    let gate = state.case().map(|case| case.gate);
    assert_eq!(gate, Some(nomination::Gate::ReviewWaitlisted));
}
