//! Stories of a campaign: prepared and launched; what follows has chapters of its own.

mod amend;
mod closing;
mod criteria;
mod deadline;
mod reorganisation;
mod rollout;

use crate::{
    NomineeKind, StreamKey,
    campaign::{
        ApproveCriteria, Event, GateRules, LaunchCampaign, Plan, RegisterPlan, SetGateRules, Share,
        Threshold, TieRule, VotingRules,
    },
    stories_kit::{
        Stage, campaign, criteria, day, for_authority, gate_rules, given, plan, set_quota,
    },
};

fn register(plan: Plan) -> RegisterPlan {
    RegisterPlan {
        campaign: campaign(),
        plan: Box::new(plan),
    }
}

fn launch(date: &str) -> LaunchCampaign {
    LaunchCampaign {
        campaign: campaign(),
        date: day(date),
    }
}

fn rules(rules: GateRules) -> SetGateRules {
    SetGateRules {
        campaign: campaign(),
        rules,
    }
}

#[test]
fn a_plan_without_number_and_date_is_registered() {
    assert_eq!(plan().document.number, None);
    assert_eq!(plan().document.date, None);
    given(Stage::office())
        .when(&for_authority(), register(plan()))
        .then([(
            StreamKey::campaign(&campaign()),
            Event::PlanRegistered {
                campaign: campaign(),
                plan: Box::new(plan()),
            },
        )]);
}

#[test]
fn one_plan_is_registered() {
    let other = Plan {
        year: 2025,
        ..plan()
    };
    for stage in [Stage::registered(), Stage::launched()] {
        given(stage)
            .when(&for_authority(), register(other.clone()))
            .then_refused("plan_registered");
    }
}

#[test]
fn the_symbol_of_decisions_fits_a_document() {
    for (chars, is_fit) in [(0, false), (1, true), (30, true), (31, false)] {
        let symbol = Plan {
            decision_symbol: "Đ".repeat(chars),
            ..plan()
        };
        let outcome = given(Stage::office()).when(&for_authority(), register(symbol));
        if is_fit {
            assert_eq!(outcome.then_effects().len(), 1);
        } else {
            outcome.then_refused("decision_symbol");
        }
    }
}

#[test]
fn criteria_may_change_until_the_launch() {
    let mut fewer = criteria();
    fewer.pop();
    let approve = ApproveCriteria {
        campaign: campaign(),
        criteria: fewer.clone(),
    };
    given(Stage::registered())
        .when(&for_authority(), approve.clone())
        .then([(
            StreamKey::campaign(&campaign()),
            Event::CriteriaVersionPublished {
                version: 2,
                criteria: fewer,
            },
        )]);
    given(Stage::launched())
        .when(&for_authority(), approve.clone())
        .then_refused("campaign_launched");
    given(Stage::office())
        .when(&for_authority(), approve)
        .then_refused("plan_missing");
}

#[test]
fn criteria_cover_both_kinds_and_every_code_stands_once() {
    let approve = |criteria| ApproveCriteria {
        campaign: campaign(),
        criteria,
    };
    let mut collectives = criteria();
    collectives.retain(|criterion| criterion.kind == NomineeKind::Collective);
    given(Stage::registered())
        .when(&for_authority(), approve(collectives))
        .then_refused("criteria_missing");
    let mut twice = criteria();
    twice.push(twice[0].clone());
    given(Stage::registered())
        .when(&for_authority(), approve(twice))
        .then_refused("criterion_twice");
}

#[test]
fn rules_that_nobody_could_keep_are_refused() {
    let sound = gate_rules().standing_committee;
    let third = Share { part: 1, whole: 3 };
    let more_than_all = Share { part: 4, whole: 3 };
    for unsound in [
        VotingRules {
            quorum: more_than_all,
            ..sound.clone()
        },
        VotingRules {
            threshold: Threshold::MoreThan(Share { part: 1, whole: 1 }),
            ..sound.clone()
        },
        VotingRules {
            threshold: Threshold::MoreThan(third),
            ..sound.clone()
        },
        VotingRules {
            eligible_min: 0,
            ..sound.clone()
        },
        VotingRules {
            threshold: Threshold::MoreThan(Share { part: 2, whole: 3 }),
            ..sound
        },
    ] {
        let unsound = GateRules {
            standing_committee: unsound,
            ..gate_rules()
        };
        given(Stage::registered())
            .when(&for_authority(), rules(unsound))
            .then_refused("rules_unsound");
    }
    let mut chair_of_a_unit = gate_rules();
    chair_of_a_unit.unit_session.tie = Some(TieRule::ChairSide);
    given(Stage::registered())
        .when(&for_authority(), rules(chair_of_a_unit))
        .then_refused("rules_unsound");
}

#[test]
fn the_launch_waits_for_criteria_rules_and_quota() {
    let manager = for_authority();
    given(Stage::registered())
        .when(&manager, launch("2024-03-15"))
        .then_refused("campaign_not_ready");
    let ready = || Stage::registered().then(&manager, set_quota(5, 10));
    given(ready())
        .when(&manager, launch("2024-03-16"))
        .then_refused("launch_ahead");
    let date = day("2024-03-15");
    given(ready()).when(&manager, launch("2024-03-15")).then([(
        StreamKey::campaign(&campaign()),
        Event::CampaignLaunched { date },
    )]);
    given(Stage::launched())
        .when(&manager, launch("2024-03-14"))
        .then_refused("campaign_launched");
}

#[test]
fn what_was_fixed_before_the_launch_stays() {
    let mut later = gate_rules();
    later.agenda_days = 1;
    given(Stage::launched())
        .when(&for_authority(), rules(later))
        .then_refused("campaign_launched");
    given(Stage::launched())
        .when(&for_authority(), rules(gate_rules()))
        .then_nothing_happens();
}
