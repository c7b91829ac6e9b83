//! Stories of the directory.

use crate::{
    Role, UnitKind,
    org::{EndAssignment, EstablishAuthority, EstablishUnit, GrantAssignment, SetCalendar},
    stories_kit::{
        Stage, acting, assignment, day, establish_authority, given, grant, paper, person, system,
        unit,
    },
};

fn tu_phap() -> EstablishUnit {
    EstablishUnit {
        unit: unit("dan-toc"),
        name: "Phòng Dân tộc".into(),
        kind: UnitKind::SpecialisedAgency,
        group: crate::GroupId::parse("agencies").unwrap(),
        functions: Vec::new(),
        staff: 5,
        valid_from: day("2024-01-01"),
        valid_until: None,
    }
}

#[test]
fn the_authority_is_established_first_and_once() {
    given(Stage::default())
        .when(&system(), tu_phap())
        .then_refused("authority_unknown");
    let another = EstablishAuthority {
        name: "UBND huyện Giả Định".into(),
        ..establish_authority()
    };
    given(Stage::office())
        .when(&system(), another)
        .then_refused("exists_otherwise");
    given(Stage::office())
        .when(&system(), establish_authority())
        .then_nothing_happens();
}

#[test]
fn a_unit_is_established_once() {
    let stage = Stage::office().then(&system(), tu_phap());
    let grown = EstablishUnit {
        staff: 6,
        ..tu_phap()
    };
    given(stage)
        .when(&system(), grown)
        .then_refused("exists_otherwise");
    let ended = EstablishUnit {
        valid_until: Some(day("2023-12-31")),
        ..tu_phap()
    };
    given(Stage::office())
        .when(&system(), ended)
        .then_refused("period_backwards");
}

#[test]
fn a_calendar_holds_the_days_of_its_year_and_may_be_set_again() {
    let calendar = |holiday| SetCalendar {
        year: 2024,
        holidays: vec![day(holiday)],
        worked: Vec::new(),
        document: paper("Thông báo"),
    };
    let effects = given(Stage::office()).when(&system(), calendar("2024-09-03"));
    assert_eq!(effects.then_effects().len(), 1);
    given(Stage::office())
        .when(&system(), calendar("2025-01-01"))
        .then_refused("day_outside_year");
}

#[test]
fn an_assignment_needs_a_person_and_a_unit_that_exist() {
    let admin = acting("quan-tri", Role::Admin);
    let granted = || grant("head.tu-phap", Role::Reviewer, "noi-vu");
    assert_eq!(
        given(Stage::office())
            .when(&admin, granted())
            .then_effects()
            .len(),
        1
    );
    for (wrong, code) in [
        (
            GrantAssignment {
                person: person("khong-ai"),
                ..granted()
            },
            "person_unknown",
        ),
        (
            GrantAssignment {
                unit: Some(unit("khong-co")),
                ..granted()
            },
            "unit_unknown",
        ),
        (
            GrantAssignment {
                role: Role::UnitSecretary,
                unit: None,
                ..granted()
            },
            "unit_needed",
        ),
        (
            GrantAssignment {
                role: Role::UnitDeputy,
                unit: None,
                ..granted()
            },
            "unit_needed",
        ),
        (
            GrantAssignment {
                role: Role::System,
                ..granted()
            },
            "role_of_nobody",
        ),
    ] {
        given(Stage::office())
            .when(&admin, wrong)
            .then_refused(code);
    }
}

#[test]
fn nobody_grants_or_ends_a_role_of_his_own() {
    let admin = acting("quan-tri", Role::Admin);
    given(Stage::office())
        .when(&admin, grant("quan-tri", Role::Reviewer, "noi-vu"))
        .then_refused("own_assignment");
    given(Stage::office())
        .when(&admin, end("quan-tri", Role::Admin, "2024-06-30"))
        .then_refused("own_assignment");
}

#[test]
fn an_assignment_ends_once() {
    let admin = acting("quan-tri", Role::Admin);
    let stage = || Stage::office().then(&admin, end("van-thu", Role::RecordsClerk, "2024-06-30"));
    given(stage())
        .when(&admin, end("van-thu", Role::RecordsClerk, "2024-07-31"))
        .then_refused("assignment_over");
    given(stage())
        .when(&admin, end("khong-ai", Role::RecordsClerk, "2024-07-31"))
        .then_refused("assignment_absent");
    given(Stage::office())
        .when(&admin, end("van-thu", Role::RecordsClerk, "2023-12-31"))
        .then_refused("period_backwards");
}

#[test]
fn an_end_makes_no_assignment_longer() {
    let admin = acting("quan-tri", Role::Admin);
    let limited = GrantAssignment {
        to: Some(day("2024-06-30")),
        ..grant("tiep-nhan", Role::Reviewer, "noi-vu")
    };
    let ended = |to| {
        let stage = Stage::office().then(&system(), limited.clone());
        given(stage).when(&admin, end("tiep-nhan", Role::Reviewer, to))
    };
    ended("2024-07-01").then_refused("assignment_not_extended");
    for to in ["2024-06-30", "2024-06-29"] {
        assert_eq!(ended(to).then_effects().len(), 1, "{to}");
    }
}

fn end(who: &str, role: Role, to: &str) -> EndAssignment {
    EndAssignment {
        assignment: assignment(who, role),
        to: day(to),
        document: paper("Quyết định thôi phân công"),
    }
}
