//! Stories of the quota, of who may nominate, and of slots.

mod change;
mod overbooking;
mod reallocation;
mod restore;

use crate::{
    FactStatus, NomineeKind, StreamKey,
    campaign::{ApproveCriteria, Check},
    fact::{Tasks, UnitResult},
    quota::{DetermineEligibleUnits, Eligibility, EligibilityFacts, EligibilityReason, Event},
    slot,
    stories_kit::{
        Stage, allocate, approved, campaign, campaign_manager, criteria, determine,
        evidence_issuer, for_authority, given, good_result, group, import, launch, of_unit,
        review_head, set_quota, unit,
    },
};
use EligibilityReason as Reason;
use NomineeKind::{Collective, Individual};

#[test]
fn the_quota_is_set_before_the_launch() {
    given(Stage::registered())
        .when(&for_authority(), set_quota(5, 10))
        .then([(
            StreamKey::quota(&campaign()),
            Event::QuotaSet {
                collective: 5,
                individual: 10,
            },
        )]);
    given(Stage::launched())
        .when(&for_authority(), set_quota(5, 11))
        .then_refused("campaign_launched");
    given(Stage::office())
        .when(&for_authority(), set_quota(5, 10))
        .then_refused("plan_missing");
    given(Stage::registered())
        .when(&for_authority(), set_quota(0, 0))
        .then_refused("quota_empty");
}

/// What the facts say of one unit of the pool, under the criteria of the plan.
fn reason_for(kind: NomineeKind, of: &str, result: Option<UnitResult>) -> Reason {
    reason_on(Stage::launched(), kind, of, result)
}

fn reason_on(stage: Stage, kind: NomineeKind, of: &str, result: Option<UnitResult>) -> Reason {
    let rows = result.map(|result| import([(of, result)], FactStatus::Provisional));
    let stage = stage.at("2024-10-31T09:00");
    let stage = match rows {
        Some(rows) => stage.then(&evidence_issuer(), rows),
        None => stage,
    };
    let determine = DetermineEligibleUnits {
        campaign: campaign(),
        kind,
        units: vec![unit(of)],
    };
    let effects = given(stage)
        .when(&approved(&review_head()), determine)
        .then_effects();
    let [
        crate::Effect {
            event: crate::Event::Quota(event),
            ..
        },
    ] = effects.as_slice()
    else {
        panic!("one event on the quota: {effects:?}");
    };
    let Event::EligibleUnitsDetermined { units, .. } = event else {
        panic!("the pool is determined: {event:?}");
    };
    let [
        Eligibility {
            is_eligible,
            reason_code,
            ..
        },
    ] = units.as_slice()
    else {
        panic!("one unit was asked for: {units:?}");
    };
    assert_eq!(*is_eligible, *reason_code == Reason::Eligible);
    *reason_code
}

/// A campaign without a criterion on the score asks for none: its authority may be new.
#[test]
fn what_no_criterion_checks_decides_nothing() {
    let mut criteria = criteria();
    criteria.retain(|criterion| criterion.check != Check::ScoreRose);
    let approve = ApproveCriteria {
        campaign: campaign(),
        criteria,
    };
    let stage = Stage::registered()
        .then(&for_authority(), approve)
        .then(&for_authority(), set_quota(5, 10))
        .then(&for_authority(), launch());
    let new = UnitResult {
        score_bp: None,
        prior_score_bp: None,
        ..good_result()
    };
    for kind in [Collective, Individual] {
        let reason = reason_on(stage.clone(), kind, "tu-phap", Some(new.clone()));
        assert_eq!(reason, Reason::Eligible);
        let reason = reason_for(kind, "tu-phap", Some(new.clone()));
        assert_eq!(reason, Reason::ScoreNotHigher);
    }
}

#[test]
fn the_facts_say_who_may_nominate() {
    let open = Tasks {
        done: 19,
        total: 20,
    };
    let result = good_result();
    let uncommitted = UnitResult {
        committed: open,
        ..result.clone()
    };
    let unplanned = UnitResult {
        planned: open,
        ..result.clone()
    };
    let level = UnitResult {
        prior_score_bp: result.score_bp,
        ..result.clone()
    };
    let new = UnitResult {
        prior_score_bp: None,
        ..result.clone()
    };
    for (kind, of, facts, expected) in [
        (
            Collective,
            "tu-phap",
            Some(result.clone()),
            Reason::Eligible,
        ),
        (
            Individual,
            "tan-khai",
            Some(result.clone()),
            Reason::Eligible,
        ),
        (
            Collective,
            "tu-phap",
            Some(uncommitted.clone()),
            Reason::CommittedTasksOpen,
        ),
        (Individual, "tu-phap", Some(uncommitted), Reason::Eligible),
        (
            Individual,
            "tu-phap",
            Some(unplanned.clone()),
            Reason::PlannedTasksOpen,
        ),
        (Collective, "tu-phap", Some(unplanned), Reason::Eligible),
        (
            Collective,
            "tu-phap",
            Some(level.clone()),
            Reason::ScoreNotHigher,
        ),
        (Individual, "tu-phap", Some(level), Reason::ScoreNotHigher),
        (Individual, "tu-phap", Some(new), Reason::ScoreNotHigher),
        (Collective, "tu-phap", None, Reason::NoResult),
        (Individual, "lien-doan", Some(result), Reason::OutOfScope),
    ] {
        assert_eq!(reason_for(kind, of, facts), expected, "{kind} of {of}");
    }
}

#[test]
fn changed_facts_are_determined_anew_and_unchanged_ones_are_not() {
    let head = approved(&review_head());
    given(Stage::determined())
        .when(&head, determine(Collective))
        .then_nothing_happens();
    let worse = UnitResult {
        score_bp: Some(8_000),
        ..good_result()
    };
    let stage = Stage::determined().then(
        &evidence_issuer(),
        import([("tu-phap", worse)], FactStatus::Provisional),
    );
    let effects = given(stage).when(&head, determine(Collective));
    assert_eq!(effects.then_effects().len(), 1);
}

#[test]
fn a_pool_names_each_unit_once() {
    let of = |units: &[&str]| DetermineEligibleUnits {
        campaign: campaign(),
        kind: Collective,
        units: units.iter().map(|of| unit(of)).collect(),
    };
    let head = approved(&review_head());
    for (units, code) in [
        (of(&[]), "nothing_named"),
        (of(&["tu-phap", "tu-phap"]), "unit_twice"),
        (of(&["khong-co"]), "unit_unknown"),
    ] {
        given(Stage::launched().at("2024-10-31T09:00"))
            .when(&head, units)
            .then_refused(code);
    }
    given(Stage::registered())
        .when(&head, of(&["tu-phap"]))
        .then_refused("campaign_absent");
}

#[test]
fn slots_go_to_units_and_the_rest_stays_in_reserve() {
    let allocated = |of, slots| Event::QuotaAllocated {
        kind: Individual,
        to: of_unit(of),
        slots,
        reason: "Theo kết quả cải cách hành chính".into(),
    };
    let quota = StreamKey::quota(&campaign());
    let slots = |of| StreamKey::slot(&campaign(), Individual, &of_unit(of));
    let granted = |slots| {
        crate::Event::from(slot::Event::SlotsGranted {
            slots,
            live_max: None,
        })
    };
    given(Stage::determined())
        .when(
            &approved(&campaign_manager()),
            allocate(
                Individual,
                [(of_unit("tu-phap"), 3), (of_unit("tan-khai"), 7)],
            ),
        )
        .then([
            (quota.clone(), allocated("tu-phap", 3).into()),
            (quota, allocated("tan-khai", 7).into()),
            (slots("tu-phap"), granted(3)),
            (slots("tan-khai"), granted(7)),
        ]);
}

#[test]
fn all_slots_together_never_exceed_the_quota() {
    let to = |of: &str, slots| allocate(Individual, [(of_unit(of), slots)]);
    let manager = approved(&campaign_manager());
    given(Stage::determined())
        .when(&manager, to("tu-phap", 11))
        .then_refused("quota_exceeded");
    let stage = || Stage::determined().then(&manager, to("tu-phap", 6));
    given(stage())
        .when(&manager, to("tan-khai", 5))
        .then_refused("quota_exceeded");
    let effects = given(stage()).when(&manager, to("tan-khai", 4));
    assert_eq!(effects.then_effects().len(), 2);
    let effects = given(stage()).when(&manager, to("tu-phap", 10));
    assert_eq!(effects.then_effects().len(), 2);
}

#[test]
fn an_allocation_names_holders_that_can_hold() {
    let approver = approved(&campaign_manager());
    let twice = [(of_unit("tu-phap"), 1), (of_unit("tu-phap"), 2)];
    for (kind, lines, code) in [
        (Individual, vec![], "nothing_named"),
        (Individual, twice.to_vec(), "slot_holder_twice"),
        (
            Individual,
            vec![(group("agencies"), 1)],
            "wrong_slot_holder",
        ),
        (
            Collective,
            vec![(of_unit("tu-phap"), 1)],
            "wrong_slot_holder",
        ),
        (
            Individual,
            vec![(of_unit("thanh-tra"), 1)],
            "unit_not_eligible",
        ),
        (Collective, vec![(group("guests"), 1)], "group_not_eligible"),
    ] {
        given(Stage::determined())
            .when(&approver, allocate(kind, lines))
            .then_refused(code);
    }
}

#[test]
fn slots_and_the_pool_are_decided_by_the_chairmans_approval() {
    let to_agencies = || allocate(Collective, [(group("agencies"), 2)]);
    given(Stage::determined())
        .when(&campaign_manager(), to_agencies())
        .then_refused("not_on_behalf");
    given(Stage::launched())
        .when(&review_head(), determine(Collective))
        .then_refused("not_on_behalf");
    let effects = given(Stage::determined()).when(&approved(&campaign_manager()), to_agencies());
    assert_eq!(effects.then_effects().len(), 2);
}

#[test]
fn an_allocation_takes_no_slots_away() {
    let manager = approved(&campaign_manager());
    let to = |slots| allocate(Individual, [(of_unit("tu-phap"), slots)]);
    for slots in [0, 1] {
        given(Stage::allocated())
            .when(&manager, to(slots))
            .then_refused("slots_not_lowered");
    }
    given(Stage::allocated())
        .when(&manager, to(2))
        .then_nothing_happens();
    let effects = given(Stage::allocated()).when(&manager, to(3));
    assert_eq!(effects.then_effects().len(), 2);
}

#[test]
fn an_allocation_says_why() {
    let mut silent = allocate(Individual, [(of_unit("tu-phap"), 3)]);
    silent.reason = " ".into();
    given(Stage::determined())
        .when(&approved(&campaign_manager()), silent)
        .then_refused("allocation_reason_missing");
}

#[test]
fn the_pool_shows_the_figures_that_it_rests_on() {
    let result = good_result();
    let stage = Stage::launched().at("2024-10-31T09:00").then(
        &evidence_issuer(),
        import([("tu-phap", result.clone())], FactStatus::Provisional),
    );
    let determine = DetermineEligibleUnits {
        campaign: campaign(),
        kind: Individual,
        units: vec![unit("tu-phap"), unit("van-phong")],
    };
    let figures = EligibilityFacts {
        planned: result.planned,
        committed: result.committed,
        score_bp: result.score_bp,
        prior_score_bp: result.prior_score_bp,
        status: FactStatus::Provisional,
    };
    let one = |of, reason_code, facts| Eligibility {
        unit: unit(of),
        is_eligible: reason_code == Reason::Eligible,
        reason_code,
        facts,
    };
    given(stage)
        .when(&approved(&review_head()), determine)
        .then([(
            StreamKey::quota(&campaign()),
            Event::EligibleUnitsDetermined {
                kind: Individual,
                units: vec![
                    one("tu-phap", Reason::Eligible, Some(figures)),
                    one("van-phong", Reason::NoResult, None),
                ],
            },
        )]);
}
