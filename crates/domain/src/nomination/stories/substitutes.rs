//! Stories of substitutes for Home Affairs (SD3, E18).

use crate::{
    NominationId, Role, StreamKey,
    nomination::{Event, NameSubstitutes},
    stories_kit::{
        Stage, assignment, day, draft_collective, draft_individual, given, grant, item, meeting,
        nomination as serial, officer, on_behalf, review_head, secretary, system,
    },
    stories_way::{c1, chairman, endorsed, i1, office},
    unit_session::RecordUnitMeeting,
};

fn name(nomination: NominationId) -> NameSubstitutes {
    NameSubstitutes {
        nominations: vec![nomination],
        reviewer: assignment("thanh-tra-vien", Role::SubstituteReviewer),
        confirmer: assignment("pho-thanh-tra", Role::SubstituteConfirmer),
    }
}

/// A person of Home Affairs is nominated (3).
fn of_home_affairs() -> Stage {
    endorsed().then(&officer("noi-vu"), draft_individual("noi-vu"))
}

#[test]
fn the_chairman_names_two_of_an_office_without_nominees() {
    let named = Event::SubstitutesNamed {
        reviewer: assignment("thanh-tra-vien", Role::SubstituteReviewer),
        confirmer: assignment("pho-thanh-tra", Role::SubstituteConfirmer),
    };
    let expected = || [(StreamKey::nomination(&serial(3)), named.clone())];
    given(of_home_affairs())
        .when(&chairman(), name(serial(3)))
        .then(expected());
    let recorded = on_behalf(&office(), "chu-tich", Role::Chairman);
    given(of_home_affairs())
        .when(&recorded, name(serial(3)))
        .then(expected());
    given(of_home_affairs())
        .when(&review_head(), name(serial(3)))
        .then_refused("role_not_allowed");
}

#[test]
fn home_affairs_reviews_everybody_else() {
    given(of_home_affairs())
        .when(&chairman(), name(i1()))
        .then_refused("home_affairs_reviews");
}

#[test]
fn substitutes_hold_the_roles_and_are_two_of_one_office() {
    let stage = of_home_affairs()
        .then(
            &system(),
            grant("thanh-tra-vien", Role::SubstituteConfirmer, "thanh-tra"),
        )
        .then(
            &system(),
            grant("officer.tu-phap", Role::SubstituteConfirmer, "tu-phap"),
        )
        .then(
            &system(),
            grant("van-thu", Role::SubstituteConfirmer, "thanh-tra"),
        );
    let confirmer = |who: &str, role| NameSubstitutes {
        confirmer: assignment(who, role),
        ..name(serial(3))
    };
    for (who, role, code) in [
        (
            "thanh-tra-vien",
            Role::SubstituteReviewer,
            "not_a_substitute",
        ),
        ("nobody", Role::SubstituteConfirmer, "not_a_substitute"),
        (
            "thanh-tra-vien",
            Role::SubstituteConfirmer,
            "substitutes_same_person",
        ),
        (
            "officer.tu-phap",
            Role::SubstituteConfirmer,
            "substitutes_apart",
        ),
        ("van-thu", Role::SubstituteConfirmer, "substitutes_apart"),
    ] {
        given(stage.clone())
            .when(&chairman(), confirmer(who, role))
            .then_refused(code);
    }
}

#[test]
fn substitutes_are_not_of_the_nominees_unit() {
    let seats = [
        ("tiep-nhan", Role::SubstituteReviewer),
        ("chuyen-mon", Role::SubstituteConfirmer),
    ];
    let stage = seats.iter().fold(of_home_affairs(), |stage, (who, role)| {
        stage.then(&system(), grant(who, *role, "noi-vu"))
    });
    let inside = NameSubstitutes {
        nominations: vec![serial(3)],
        reviewer: assignment("tiep-nhan", Role::SubstituteReviewer),
        confirmer: assignment("chuyen-mon", Role::SubstituteConfirmer),
    };
    given(stage)
        .when(&chairman(), inside)
        .then_refused("substitute_involved");
}

/// Seats for two persons of an office, and what names them.
fn seated(stage: Stage, of: &str) -> (Stage, NameSubstitutes) {
    let (officer, head) = (format!("officer.{of}"), format!("deputy.{of}"));
    let stage = stage
        .then(&system(), grant(&officer, Role::SubstituteReviewer, of))
        .then(&system(), grant(&head, Role::SubstituteConfirmer, of));
    let command = NameSubstitutes {
        nominations: vec![serial(3)],
        reviewer: assignment(&officer, Role::SubstituteReviewer),
        confirmer: assignment(&head, Role::SubstituteConfirmer),
    };
    (stage, command)
}

#[test]
fn an_office_with_a_nominee_does_not_substitute() {
    // Tài chính – Kế hoạch is a nominee itself, a person of Văn phòng came before its meeting.
    for of in ["tai-chinh", "van-phong"] {
        let (stage, command) = seated(of_home_affairs(), of);
        given(stage)
            .when(&chairman(), command)
            .then_refused("office_has_nominee");
    }
    let (stage, command) = seated(of_home_affairs(), "tu-phap");
    assert_eq!(
        given(stage).when(&chairman(), command).then_effects().len(),
        1
    );
}

#[test]
fn an_office_whose_nominee_has_ended_substitutes() {
    let proposed = of_home_affairs().proposing(4, &draft_collective("tu-phap"));
    let (before, command) = seated(proposed.clone(), "tu-phap");
    given(before)
        .when(&chairman(), command)
        .then_refused("office_has_nominee");
    let lost = RecordUnitMeeting {
        date: day("2024-11-25"),
        ..meeting("tu-phap", [item(4, (0, 11), 0)])
    };
    let (after, command) = seated(proposed.then(&secretary("tu-phap"), lost), "tu-phap");
    assert_eq!(
        given(after).when(&chairman(), command).then_effects().len(),
        1
    );
}

#[test]
fn naming_is_over_once_the_review_is_confirmed() {
    let passed = endorsed()
        .received("tai-chinh", vec![c1()])
        .review_passed(vec![c1()]);
    given(passed)
        .when(&chairman(), name(c1()))
        .then_refused("review_over");
}
