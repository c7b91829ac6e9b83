//! Stories of a unit of two who are both nominees (E16).

use super::{endorsed, on, outcome_of};
use crate::{
    Actor, OfficeFunction, Role, StreamKey, UnitKind, org,
    stories_kit::{
        Stage, acting, assignment, day, draft_person, given, head, item, meeting, secretary,
        system, unit,
    },
    unit_session::{AlternateBody, AlternateReason, Event, NameAlternateBody, RecordUnitMeeting},
};

/// Two belong to Tư pháp, and both are nominees (3 and 4).
fn two_nominees() -> Stage {
    let two = org::Event::UnitEstablished {
        unit: unit("tu-phap"),
        name: "Phòng Tư pháp".into(),
        kind: UnitKind::SpecialisedAgency,
        group: crate::GroupId::parse("agencies").unwrap(),
        functions: Vec::<OfficeFunction>::new(),
        staff: 2,
        valid_from: day("2024-01-01"),
        valid_until: None,
    };
    Stage::proposed()
        .with(&system(), [(StreamKey::unit(&unit("tu-phap")), two)])
        .proposing(3, &draft_person("nominee", "tu-phap"))
        .proposing(4, &draft_person("head", "tu-phap"))
        .at("2024-11-19T16:00")
}

fn chairman() -> Actor {
    acting("chu-tich", Role::Chairman)
}

fn name(body: AlternateBody) -> NameAlternateBody {
    NameAlternateBody {
        session: meeting("tu-phap", []).session,
        body,
        reason_code: AlternateReason::AllInvolved,
    }
}

fn sister(of: &str) -> AlternateBody {
    AlternateBody::SisterUnit { unit: unit(of) }
}

fn higher_head() -> AlternateBody {
    AlternateBody::HigherHead {
        head: assignment("chu-tich", Role::Chairman),
    }
}

/// The two and the twelve of Tài chính met as one; who is voted on steps out.
fn merged() -> RecordUnitMeeting {
    RecordUnitMeeting {
        chair: head("tai-chinh").assignment,
        total: 14,
        present: 13,
        ..meeting("tu-phap", [item(3, (11, 1), 1), item(4, (12, 0), 1)])
    }
}

/// E16.
#[test]
fn the_chairman_names_who_votes_for_a_unit_that_cannot_meet() {
    for body in [sister("tai-chinh"), higher_head()] {
        let command = name(body.clone());
        let named = Event::AlternateBodyNamed {
            session: command.session.clone(),
            body,
            reason_code: AlternateReason::AllInvolved,
        };
        let stream = StreamKey::unit_session(&command.session);
        given(two_nominees())
            .when(&chairman(), command)
            .then([(stream, named)]);
    }
}

/// E16: a unit of two whose members both step out has nobody to vote.
#[test]
fn a_unit_of_two_nominees_endorses_nobody_by_itself() {
    let alone = RecordUnitMeeting {
        total: 2,
        present: 2,
        chair: assignment("deputy.tu-phap", Role::UnitDeputy),
        ..meeting("tu-phap", [item(3, (0, 0), 2), item(4, (0, 0), 2)])
    };
    assert_eq!(outcome_of(two_nominees(), "tu-phap", alone), []);
}

/// E16.
#[test]
fn the_merged_session_endorses() {
    let stage = two_nominees().then(&chairman(), name(sister("tai-chinh")));
    let record = merged();
    let endorsed: Vec<_> = record
        .items
        .iter()
        .map(|item| endorsed("tu-phap", 1, item))
        .collect();
    assert_eq!(outcome_of(stage, "tu-phap", record), endorsed);
}

/// E16.
#[test]
fn the_head_of_the_higher_unit_decides_alone() {
    let record = RecordUnitMeeting {
        chair: assignment("chu-tich", Role::Chairman),
        total: 1,
        present: 1,
        ..meeting("tu-phap", [item(3, (1, 0), 0)])
    };
    let stage = two_nominees().then(&chairman(), name(higher_head()));
    let carried = endorsed("tu-phap", 1, &record.items[0]);
    let effects = given(stage)
        .when(&secretary("tu-phap"), record)
        .then_effects();
    let last = effects.last().expect("something happens");
    let (stream, event) = on(3, carried);
    assert_eq!(*last, crate::Effect::new(stream, event));
}

/// E16: another body votes only where it is named, led by its own people and counted with both.
#[test]
fn a_merged_session_is_led_and_counted_as_named() {
    let of_staff = |present, total| RecordUnitMeeting {
        present,
        total,
        ..merged()
    };
    let led_by = |chair: Actor| RecordUnitMeeting {
        chair: chair.assignment,
        ..merged()
    };
    let named = || two_nominees().then(&chairman(), name(sister("tai-chinh")));
    for (stage, record, code) in [
        (two_nominees(), merged(), "chair_unknown"),
        (named(), led_by(head("tu-phap")), "chair_unknown"),
        (named(), led_by(head("van-phong")), "chair_unknown"),
        (named(), of_staff(11, 12), "staff_differs"),
    ] {
        given(stage)
            .when(&secretary("tu-phap"), record)
            .then_refused(code);
    }
}
