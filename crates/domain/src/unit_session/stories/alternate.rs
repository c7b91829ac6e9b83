//! Stories of a unit that cannot meet (E16).

use crate::{
    Role, StreamKey, nomination,
    stories_kit::{
        Stage, assignment, draft_person, given, head, item, meeting, nomination as serial,
        secretary, unit,
    },
    stories_way::chairman,
    unit_session::{AlternateBody, AlternateReason, Event, NameAlternateBody, RecordUnitMeeting},
};

/// The head and the deputy of Tư pháp are nominated (3, 4): whoever could preside is a nominee.
fn stage() -> Stage {
    Stage::proposed()
        .proposing(3, &draft_person("head", "tu-phap"))
        .proposing(4, &draft_person("deputy", "tu-phap"))
        .at("2024-11-19T16:00")
}

fn both() -> RecordUnitMeeting {
    meeting("tu-phap", [item(3, (10, 0), 1), item(4, (9, 1), 1)])
}

fn name(body: AlternateBody) -> NameAlternateBody {
    NameAlternateBody {
        session: both().session,
        body,
        reason_code: AlternateReason::AllInvolved,
    }
}

fn sister() -> AlternateBody {
    AlternateBody::SisterUnit {
        unit: unit("noi-vu"),
    }
}

/// The two units meet as one: the sister unit's head presides, its secretary keeps the minutes.
fn as_one() -> RecordUnitMeeting {
    let lead = meeting("noi-vu", []);
    RecordUnitMeeting {
        chair: lead.chair,
        secretary: lead.secretary,
        present: 22,
        total: 24,
        items: vec![item(3, (20, 1), 1), item(4, (21, 0), 1)],
        ..both()
    }
}

/// E16.
#[test]
fn a_sister_unit_votes_where_all_who_could_are_nominees() {
    given(stage())
        .when(&secretary("tu-phap"), both())
        .then_refused("chair_is_nominee");
    let named = Event::AlternateBodyNamed {
        session: both().session,
        body: sister(),
        reason_code: AlternateReason::AllInvolved,
    };
    given(stage())
        .when(&chairman(), name(sister()))
        .then([(StreamKey::unit_session(&both().session), named)]);
    let replaced = stage().then(&chairman(), name(sister()));
    let effects = given(replaced.clone())
        .when(&secretary("noi-vu"), as_one())
        .then_effects();
    for id in [3, 4] {
        let endorsed = effects
            .iter()
            .find(|effect| effect.stream == StreamKey::nomination(&serial(id)));
        assert!(matches!(
            endorsed.map(|effect| &effect.event),
            Some(crate::Event::Nomination(
                nomination::Event::UnitEndorsed { .. }
            ))
        ));
    }
    given(replaced)
        .when(&secretary("tu-phap"), both())
        .then_refused("chair_unknown");
}

/// E16.
#[test]
fn another_body_is_another_unit_or_the_head_of_a_higher_one_and_the_chairman_names_it() {
    let own = AlternateBody::SisterUnit {
        unit: unit("tu-phap"),
    };
    let clerk = AlternateBody::HigherHead {
        head: assignment("secretary.noi-vu", Role::UnitSecretary),
    };
    for body in [own, clerk] {
        given(stage())
            .when(&chairman(), name(body))
            .then_refused("alternate_body_unfit");
    }
    given(stage())
        .when(&head("tu-phap"), name(sister()))
        .then_refused("role_not_allowed");
}
