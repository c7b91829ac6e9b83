//! Stories of holds: placed, looked at again, lifted by two, and what they block.

use crate::{
    Access, Command, PersonId, StreamKey,
    hold::{Event, HeldSubject, HoldGround, HoldOutcome, LiftHold, PlaceHold, ReviewHold},
    stories_kit::{
        Stage, campaign_manager, complaint_officer, day, draft_collective, draft_person, given,
        hold_subject, nominee, officer, paper, person_of, propose, review_head, unit,
    },
};

const CONFIRMED: HoldOutcome = HoldOutcome::Confirmed;
const UNFOUNDED: HoldOutcome = HoldOutcome::Unfounded;

/// Tuesday 3 December 2024.
fn stage() -> Stage {
    Stage::office().at("2024-12-03T09:00")
}

fn of_unit(id: &str) -> HeldSubject {
    HeldSubject::Unit { unit: unit(id) }
}

fn of_person(person: PersonId) -> HeldSubject {
    let subject = hold_subject(&person);
    HeldSubject::Person { person, subject }
}

fn place(subject: HeldSubject) -> PlaceHold {
    PlaceHold {
        subject,
        hold: 1,
        ground: HoldGround::Discipline,
        verifying_body: "Thanh tra huyện".into(),
        document: paper("Thông báo xem xét kỷ luật"),
        review_by: day("2024-12-20"),
    }
}

fn review(hold: u32, review_by: &str) -> ReviewHold {
    ReviewHold {
        subject: of_unit("tan-khai"),
        hold,
        review_by: day(review_by),
    }
}

fn lift(subject: HeldSubject, outcome: HoldOutcome) -> LiftHold {
    LiftHold {
        subject,
        hold: 1,
        outcome,
        document: paper("Kết luận xác minh"),
    }
}

/// Tân Khai's collective is held.
fn held() -> Stage {
    stage().then(&complaint_officer(), place(of_unit("tan-khai")))
}

fn on(id: &str, event: Event) -> [(StreamKey, Event); 1] {
    [(StreamKey::hold(&of_unit(id).subject()), event)]
}

#[test]
fn a_hold_names_ground_body_document_and_the_day_to_look_again() {
    let placed = Event::HoldPlaced {
        hold: 1,
        ground: HoldGround::Discipline,
        verifying_body: "Thanh tra huyện".into(),
        document: paper("Thông báo xem xét kỷ luật"),
        review_by: day("2024-12-20"),
    };
    given(stage())
        .when(&complaint_officer(), place(of_unit("tan-khai")))
        .then(on("tan-khai", placed));
    let bodyless = PlaceHold {
        verifying_body: " ".into(),
        ..place(of_unit("tan-khai"))
    };
    let paperless = PlaceHold {
        document: paper(""),
        ..place(of_unit("tan-khai"))
    };
    for unfounded in [bodyless, paperless] {
        given(stage())
            .when(&complaint_officer(), unfounded)
            .then_refused("hold_unfounded");
    }
}

#[test]
fn the_day_to_look_again_lies_ahead() {
    for (review_by, is_ahead) in [
        ("2024-12-02", false),
        ("2024-12-03", false),
        ("2024-12-04", true),
    ] {
        let placed = PlaceHold {
            review_by: day(review_by),
            ..place(of_unit("tan-khai"))
        };
        let placed = given(stage()).when(&complaint_officer(), placed);
        let reviewed = given(held()).when(&complaint_officer(), review(1, review_by));
        if is_ahead {
            assert_eq!(placed.then_effects().len(), 1);
            assert_eq!(reviewed.then_effects().len(), 1);
        } else {
            placed.then_refused("hold_review_not_ahead");
            reviewed.then_refused("hold_review_not_ahead");
        }
    }
}

#[test]
fn holds_of_a_subject_are_numbered_in_order_and_never_overwritten() {
    let numbered = |hold| PlaceHold {
        hold,
        ..place(of_unit("tan-khai"))
    };
    for hold in [0, 2] {
        given(stage())
            .when(&complaint_officer(), numbered(hold))
            .then_refused("hold_out_of_order");
    }
    let second = given(held()).when(&complaint_officer(), numbered(2));
    assert_eq!(second.then_effects().len(), 1);
    let otherwise = PlaceHold {
        ground: HoldGround::Complaint,
        ..numbered(1)
    };
    given(held())
        .when(&complaint_officer(), otherwise)
        .then_refused("hold_placed_otherwise");
}

#[test]
fn a_hold_is_of_somebody_in_the_directory() {
    given(stage())
        .when(&complaint_officer(), place(of_unit("khong-co")))
        .then_refused("unit_unknown");
    let nobody = of_person(person_of("khong-ai", "tan-khai"));
    given(stage())
        .when(&complaint_officer(), place(nobody))
        .then_refused("person_unknown");
}

#[test]
fn nobody_handles_holds_of_the_own_unit_or_of_himself() {
    let inspector = complaint_officer();
    let of_home_affairs = of_person(review_head().principal);
    for (actor, subject) in [
        (&inspector, of_unit("thanh-tra")),
        (&inspector, of_person(inspector.principal.clone())),
        (&review_head(), of_unit("noi-vu")),
        (&review_head(), of_home_affairs.clone()),
    ] {
        given(stage())
            .when(actor, place(subject))
            .then_refused("own_unit");
    }
    let effects = given(stage()).when(&inspector, place(of_home_affairs));
    assert_eq!(effects.then_effects().len(), 1);
    given(stage())
        .when(&campaign_manager(), place(of_unit("tan-khai")))
        .then_refused("role_not_allowed");
}

#[test]
fn a_person_stays_unnamed_beside_the_hold() {
    let subject = of_person(person_of("nominee", "tan-khai"));
    let person = StreamKey::person(&person_of("nominee", "tan-khai"));
    let command: Command = place(subject).into();
    let named = stage().named(&complaint_officer(), &command);
    assert_eq!(named[&person], Access::Guard);
}

#[test]
fn two_persons_lift_a_hold_with_one_outcome() {
    let wish = || lift(of_unit("tan-khai"), CONFIRMED);
    given(held()).when(&complaint_officer(), wish()).then(on(
        "tan-khai",
        Event::HoldLiftRequested {
            hold: 1,
            outcome: CONFIRMED,
            document: paper("Kết luận xác minh"),
        },
    ));
    let asked = || held().then(&complaint_officer(), wish());
    given(asked()).when(&review_head(), wish()).then(on(
        "tan-khai",
        Event::HoldLifted {
            hold: 1,
            outcome: CONFIRMED,
        },
    ));
    given(asked())
        .when(&complaint_officer(), wish())
        .then_nothing_happens();
    for actor in [complaint_officer(), review_head()] {
        given(asked())
            .when(&actor, lift(of_unit("tan-khai"), UNFOUNDED))
            .then_refused("hold_lifted_otherwise");
    }
}

#[test]
fn keeping_a_hold_sets_the_wish_to_lift_it_aside() {
    let stage = held()
        .then(&complaint_officer(), lift(of_unit("tan-khai"), CONFIRMED))
        .then(&review_head(), review(1, "2024-12-20"));
    let effects = given(stage).when(&review_head(), lift(of_unit("tan-khai"), UNFOUNDED));
    let effects = effects.then_effects();
    assert!(matches!(
        effects[0].event,
        crate::Event::Hold(Event::HoldLiftRequested { .. })
    ));
}

#[test]
fn a_lifted_hold_is_at_its_end() {
    let lifted = || {
        held()
            .then(&complaint_officer(), lift(of_unit("tan-khai"), CONFIRMED))
            .then(&review_head(), lift(of_unit("tan-khai"), CONFIRMED))
    };
    given(lifted())
        .when(&complaint_officer(), lift(of_unit("tan-khai"), CONFIRMED))
        .then_nothing_happens();
    given(lifted())
        .when(&complaint_officer(), lift(of_unit("tan-khai"), UNFOUNDED))
        .then_refused("hold_lifted");
    given(lifted())
        .when(&complaint_officer(), review(1, "2024-12-30"))
        .then_refused("hold_lifted");
    given(lifted())
        .when(&complaint_officer(), review(2, "2024-12-30"))
        .then_refused("hold_absent");
}

/// A collective and a person of Tư pháp are drafted, on 5 November.
fn drafted() -> Stage {
    let drafts = [
        draft_collective("tu-phap"),
        draft_person("nominee", "tu-phap"),
    ];
    let stage = Stage::allocated().at("2024-11-05T09:00");
    drafts
        .into_iter()
        .fold(stage, |stage, draft| stage.then(&officer("tu-phap"), draft))
}

#[test]
fn a_held_nominee_is_not_proposed_and_the_others_are() {
    let person = of_person(person_of("nominee", "tu-phap"));
    for (subject, held, free) in [(of_unit("tu-phap"), 1, 2), (person, 2, 1)] {
        let stage = || drafted().then(&complaint_officer(), place(subject.clone()));
        given(stage())
            .when(&officer("tu-phap"), propose(held))
            .then_refused("held");
        let effects = given(stage()).when(&officer("tu-phap"), propose(free));
        assert_eq!(effects.then_effects().len(), 1);
        let lifted = stage()
            .then(&complaint_officer(), lift(subject.clone(), UNFOUNDED))
            .then(&review_head(), lift(subject.clone(), UNFOUNDED));
        let effects = given(lifted).when(&officer("tu-phap"), propose(held));
        assert_eq!(effects.then_effects().len(), 1);
    }
}

#[test]
fn of_an_erased_nominee_nobody_can_tell_that_nothing_is_verified() {
    given(drafted().forgetting(nominee("nominee.tu-phap")))
        .when(&officer("tu-phap"), propose(2))
        .then_refused("nominee_erased");
}

#[test]
fn the_holds_of_a_person_stay_unnamed_beside_the_case() {
    let person = person_of("nominee", "tu-phap");
    let holds = StreamKey::hold(&hold_subject(&person));
    let named = drafted().named(&officer("tu-phap"), &propose(2).into());
    assert_eq!(named[&holds], Access::Guard);
    let of_unit = StreamKey::hold(&of_unit("tu-phap").subject());
    let named = drafted().named(&officer("tu-phap"), &propose(1).into());
    assert_eq!(named[&of_unit], Access::Read);
}
