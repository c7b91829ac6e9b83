//! Stories of who reviews and confirms which case (SD1 to SD3).

use super::{acting_reviewer, on, reassign_to, received, recommended, under_review};
use crate::{
    Actor, FactStatus, Finding, NominationId, NomineeKind, Role,
    fact::Rating,
    nomination::{Event, NameSubstitutes, ReplacementReason},
    stories_kit::{
        Stage, acting, assignment, given, good_result, grant, nomination, of_unit, review_head,
        system,
    },
    stories_way::{
        assign, assign_to, c1, chairman, endorsed, find, i1, pass, recommend_pass, reviewer,
    },
};

#[test]
fn another_reviewer_takes_over_for_a_reason() {
    let stage = under_review().then(&system(), grant("tiep-nhan", Role::Reviewer, "noi-vu"));
    let other = assignment("tiep-nhan", Role::Reviewer);
    given(stage.clone())
        .when(&review_head(), assign_to(other.clone(), vec![c1()]))
        .then_refused("reviewer_assigned");
    let reassigned = Event::ReviewerReassigned {
        reviewer: other.clone(),
        reason_code: ReplacementReason::Absence,
    };
    given(stage)
        .when(&review_head(), reassign_to(other, vec![c1()]))
        .then([(on(&c1()), reassigned)]);
}

#[test]
fn nobody_is_replaced_before_anybody_is_assigned() {
    let reviewer = assignment("chuyen-mon", Role::Reviewer);
    given(received())
        .when(&review_head(), reassign_to(reviewer, vec![c1()]))
        .then_refused("wrong_gate");
}

#[test]
fn what_a_replaced_reviewer_recommended_is_recommended_by_nobody() {
    let other = assignment("tiep-nhan", Role::Reviewer);
    let stage = recommended()
        .then(&system(), grant("tiep-nhan", Role::Reviewer, "noi-vu"))
        .then(&review_head(), reassign_to(other, vec![c1()]));
    given(stage.clone())
        .when(&review_head(), pass(vec![c1()]))
        .then_refused("not_recommended");
    let stage = stage.then(&acting_reviewer("tiep-nhan"), recommend_pass(vec![c1()]));
    let effects = given(stage)
        .when(&review_head(), pass(vec![c1()]))
        .then_effects();
    assert_eq!(effects.len(), 1);
}

fn third() -> NominationId {
    nomination(3)
}

/// A person of Home Affairs is nominated, and intake received the dossier.
fn of_home_affairs() -> Stage {
    endorsed()
        .nominated(&third(), "noi-vu", NomineeKind::Individual)
        .with_slots(NomineeKind::Individual, &of_unit("noi-vu"), 1)
        .with_results("noi-vu", FactStatus::Final, &good_result())
        .with_rating(&third(), Rating::CompletedWell, FactStatus::Final)
        .received("noi-vu", vec![third()])
}

fn name() -> NameSubstitutes {
    NameSubstitutes {
        nominations: vec![third()],
        reviewer: substitute_reviewer().assignment,
        confirmer: substitute_confirmer().assignment,
    }
}

fn substitute_reviewer() -> Actor {
    acting("thanh-tra-vien", Role::SubstituteReviewer)
}

fn substitute_confirmer() -> Actor {
    acting("pho-thanh-tra", Role::SubstituteConfirmer)
}

fn substituted() -> Stage {
    let named = Event::SubstitutesNamed {
        reviewer: name().reviewer,
        confirmer: name().confirmer,
    };
    of_home_affairs().with(&chairman(), [(on(&third()), named)])
}

#[test]
fn home_affairs_does_not_review_the_own_nominee() {
    given(of_home_affairs())
        .when(&review_head(), assign(vec![third()]))
        .then_refused("of_nominees_unit");
    let substitute = assign_to(substitute_reviewer().assignment, vec![third()]);
    given(of_home_affairs())
        .when(&substitute_confirmer(), substitute)
        .then_refused("no_substitutes");
}

#[test]
fn only_the_named_substitutes_handle_the_case() {
    given(substituted())
        .when(&review_head(), assign(vec![third()]))
        .then_refused("substitute_named");
    given(substituted())
        .when(&substitute_confirmer(), assign(vec![third()]))
        .then_refused("substitute_named");
    let substitute = assign_to(substitute_reviewer().assignment, vec![third()]);
    let assigned = Event::ReviewerAssigned {
        reviewer: substitute_reviewer().assignment,
    };
    given(substituted())
        .when(&substitute_confirmer(), substitute)
        .then([(on(&third()), assigned)]);
}

#[test]
fn a_case_of_others_is_none_for_substitutes() {
    let substitute = substitute_reviewer().assignment;
    given(received())
        .when(&review_head(), assign_to(substitute, vec![c1()]))
        .then_refused("no_substitutes");
    given(recommended())
        .when(&substitute_confirmer(), pass(vec![c1()]))
        .then_refused("no_substitutes");
}

#[test]
fn substitutes_review_and_confirm_by_two() {
    let substitute = assign_to(substitute_reviewer().assignment, vec![third()]);
    let findings = ["I1", "I2", "I3", "I4", "I5"].map(|code| (code, Finding::Met));
    let stage = substituted()
        .then(&substitute_confirmer(), substitute)
        .then(&substitute_reviewer(), find(third(), &findings))
        .then(&substitute_reviewer(), recommend_pass(vec![third()]));
    given(stage.clone())
        .when(&review_head(), pass(vec![third()]))
        .then_refused("substitute_named");
    let effects = given(stage)
        .when(&substitute_confirmer(), pass(vec![third()]))
        .then_effects();
    assert_eq!(effects.len(), 1);
}

#[test]
fn with_substitutes_named_the_word_of_the_first_reviewer_counts_no_more() {
    let assigned = Event::ReviewerAssigned {
        reviewer: reviewer().assignment,
    };
    let named = Event::SubstitutesNamed {
        reviewer: name().reviewer,
        confirmer: name().confirmer,
    };
    let stage = of_home_affairs()
        .with(&review_head(), [(on(&third()), assigned)])
        .with(&chairman(), [(on(&third()), named)]);
    given(stage)
        .when(&reviewer(), recommend_pass(vec![third()]))
        .then_refused("not_the_reviewer");
}

/// The person says more than the unit: the nominee holds a role of Home Affairs since.
#[test]
fn nobody_handles_the_own_case() {
    let moved = grant("nominee.van-phong", Role::Reviewer, "noi-vu");
    let stage = received().then(&system(), moved);
    let own = assign_to(assignment("nominee.van-phong", Role::Reviewer), vec![i1()]);
    given(stage)
        .when(&review_head(), own)
        .then_refused("is_the_nominee");
}
