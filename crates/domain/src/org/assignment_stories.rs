//! Stories of who is given which role, and by whom.

use crate::{
    Actor, Role, StreamKey,
    org::{Event, GrantAssignment},
    stories_kit::{Stage, acting, assignment, day, given, grant, person, system, unit},
    stories_way::{both, draft, endorsed},
};

fn admin() -> Actor {
    acting("quan-tri", Role::Admin)
}

fn second_admin() -> Actor {
    Actor {
        principal: person("van-thu"),
        assignment: assignment("van-thu", Role::Admin),
        role: Role::Admin,
        unit: Some(unit("van-phong")),
        on_behalf_of: None,
    }
}

/// The office with two administrators.
fn two() -> Stage {
    Stage::office().then(&system(), grant("van-thu", Role::Admin, "van-phong"))
}

fn wish() -> GrantAssignment {
    grant("head.tu-phap", Role::Reviewer, "noi-vu")
}

/// SD8.
#[test]
fn what_one_administrator_asks_for_a_second_one_grants() {
    let stream = StreamKey::assignment(&wish().assignment);
    let asked = given(two()).when(&admin(), wish()).then_effects();
    assert_eq!(asked.len(), 1);
    assert_eq!(asked[0].stream, stream);
    let stage = two().then(&admin(), wish());
    let granted = given(stage).when(&second_admin(), wish()).then_effects();
    let noted = Event::AssignmentNoted {
        assignment: wish().assignment,
    };
    assert_eq!(granted.len(), 2);
    assert_eq!(granted[0].stream, stream);
    assert_eq!(granted[1].stream, StreamKey::person(&wish().person));
    assert_eq!(granted[1].event, noted.into());
}

/// SD8.
#[test]
fn what_was_only_asked_for_gives_no_power() {
    let reviewer = Actor {
        principal: person("head.tu-phap"),
        assignment: wish().assignment,
        role: Role::Reviewer,
        unit: Some(unit("noi-vu")),
        on_behalf_of: None,
    };
    let attempt = || crate::nomination::RecommendPass {
        nominations: both(),
    };
    let asked = two().then(&admin(), wish());
    given(asked)
        .when(&reviewer, attempt())
        .then_refused("assignment_unknown");
    let granted = two().then(&admin(), wish()).then(&second_admin(), wish());
    given(granted)
        .when(&reviewer, attempt())
        .then_refused("nomination_absent");
}

/// SD8.
#[test]
fn nobody_grants_alone_nor_himself_nor_something_else() {
    let asked = || two().then(&admin(), wish());
    given(asked()).when(&admin(), wish()).then_nothing_happens();
    let longer = GrantAssignment {
        title: "Trưởng phòng".into(),
        ..wish()
    };
    given(asked())
        .when(&second_admin(), longer)
        .then_refused("assignment_asked_otherwise");
    let own = grant("van-thu", Role::Reviewer, "noi-vu");
    given(two().then(&admin(), own.clone()))
        .when(&second_admin(), own)
        .then_refused("own_assignment");
}

/// SD8.
#[test]
fn what_definitions_say_is_loaded_in_one_act() {
    let effects = given(Stage::office())
        .when(&system(), wish())
        .then_effects();
    assert_eq!(effects.len(), 2);
    given(Stage::office().then(&system(), wish()))
        .when(&system(), wish())
        .then_nothing_happens();
}

/// SD9.
#[test]
fn whoever_audits_has_no_seat_in_the_council_at_that_time() {
    for (who, role) in [
        ("chu-tich", Role::CouncilChair),
        ("pho-chu-tich", Role::CouncilViceChair),
        ("cong-doan", Role::CouncilMember),
        ("chuyen-mon", Role::CouncilSecretary),
        ("head.noi-vu", Role::ReviewHead),
    ] {
        given(Stage::office())
            .when(&system(), grant(who, Role::Auditor, "van-phong"))
            .then_refused("auditor_in_body");
        let audits = grant("officer.tu-phap", Role::Auditor, "van-phong");
        given(Stage::office().then(&system(), audits))
            .when(&system(), grant("officer.tu-phap", role, "noi-vu"))
            .then_refused("auditor_in_body");
    }
}

/// SD9.
#[test]
fn audit_and_council_follow_each_other() {
    let audits = GrantAssignment {
        to: Some(day("2024-06-30")),
        ..grant("officer.tu-phap", Role::Auditor, "van-phong")
    };
    for (from, may) in [("2024-06-30", false), ("2024-07-01", true)] {
        let sits = GrantAssignment {
            from: day(from),
            ..grant("officer.tu-phap", Role::CouncilMember, "tu-phap")
        };
        let stage = Stage::office().then(&system(), audits.clone());
        let asked = given(stage).when(&system(), sits);
        if may {
            assert_eq!(asked.then_effects().len(), 2);
        } else {
            asked.then_refused("auditor_in_body");
        }
    }
}

/// SD9.
#[test]
fn a_second_person_looks_at_the_seats_again() {
    let audits = || grant("head.tu-phap", Role::Auditor, "van-phong");
    let sits = grant("head.tu-phap", Role::CouncilMember, "tu-phap");
    let stage = two().then(&admin(), audits()).then(&system(), sits);
    given(stage)
        .when(&second_admin(), audits())
        .then_refused("auditor_in_body");
}

/// SD12.
#[test]
fn one_officer_runs_the_campaign_reviews_and_keeps_the_minutes() {
    let roles = [
        Role::CampaignManager,
        Role::Reviewer,
        Role::CouncilSecretary,
    ];
    let mut stage = Stage::office();
    for role in roles {
        stage = stage.then(&system(), grant("officer.tu-phap", role, "noi-vu"));
    }
    let heads = [Role::ReviewHead, Role::CouncilMember];
    for role in heads {
        stage = stage.then(&system(), grant("head.tu-phap", role, "noi-vu"));
    }
    let person = stage.state(&StreamKey::person(&person("officer.tu-phap")));
    let crate::State::Org(person) = person.as_ref() else {
        panic!("a person's stream holds a person");
    };
    let held = person.person().map(|one| one.assignments.len());
    assert_eq!(held, Some(4));
}

/// E56. The event says in which.
#[test]
fn whoever_holds_two_roles_acts_in_the_one_that_is_chosen() {
    let approved = || {
        endorsed()
            .received("tai-chinh", vec![both()[0].clone()])
            .received("van-phong", vec![both()[1].clone()])
            .at("2024-12-13T09:00")
            .review_passed(both())
            .council_approved(&both())
            .chairman_approved(1, both())
            .at("2024-12-26T14:00")
    };
    let as_manager = acting("chuyen-mon", Role::CampaignManager);
    let as_secretary = acting("chuyen-mon", Role::CouncilSecretary);
    assert_eq!(as_manager.principal, as_secretary.principal);
    let drafted = approved().then(&as_manager, draft(1, both()));
    let (origin, _) = drafted.history().last().expect("a draft was recorded");
    assert_eq!(origin.actor.assignment, as_manager.assignment);
    given(approved())
        .when(&as_secretary, draft(1, both()))
        .then_refused("role_not_allowed");
}
