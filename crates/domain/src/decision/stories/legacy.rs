//! Stories of decisions that were made on paper before Khen.

use super::{initialled, register};
use crate::{
    CampaignId, DecisionId, Document, DocumentKind, Event as Any, FactSubject, LateReason, State,
    StreamKey,
    decision::{
        Event, LegacyAward, LegacyPaper, NumberSource, RegisterLegacyDecision, SignDecision,
    },
    fact::{self, AwardLevel, FactAbout, PastAward},
    number_register,
    stories_kit::{Stage, campaign, day, document, given, person_of, unit},
    stories_way::{clerk, sign},
};

const ON_PAPER: &str = "2023-12-25T10:00";

fn earlier() -> DecisionId {
    DecisionId {
        campaign: CampaignId::parse("HQ-CCHC-2023").unwrap(),
        number: 1,
    }
}

fn stream() -> StreamKey {
    StreamKey::decision(&earlier())
}

/// The day of the import; what it records happened on the day of the paper.
fn import() -> Stage {
    Stage::office()
        .at("2024-10-01T09:00")
        .recording(ON_PAPER, Some(LateReason::PaperSigned))
}

fn of_unit(id: &str) -> LegacyAward {
    LegacyAward {
        awardee: FactAbout::Unit { unit: unit(id) },
        form: "Giấy khen".into(),
    }
}

fn of_person(who: &str) -> LegacyAward {
    LegacyAward {
        awardee: FactAbout::Person {
            person: person_of(who, "tu-phap"),
            subject: FactSubject::parse("subject.1").unwrap(),
        },
        form: "Giấy khen".into(),
    }
}

fn paper() -> LegacyPaper {
    LegacyPaper {
        issuer: "UBND huyện Ví Dụ".into(),
        level: AwardLevel::District,
        number: 4102,
        symbol: "QĐ-UBND".into(),
        date: day("2023-12-25"),
        scans: vec![document(DocumentKind::Decision, 0x51)],
    }
}

fn legacy(awards: Vec<LegacyAward>) -> RegisterLegacyDecision {
    RegisterLegacyDecision {
        decision: earlier(),
        paper: paper(),
        year: 2023,
        awards,
    }
}

fn fact_of(form: &str) -> PastAward {
    PastAward {
        level: AwardLevel::District,
        form: form.into(),
        number: "4102/QĐ-UBND".into(),
        date: day("2023-12-25"),
        same_achievement: false,
    }
}

/// E58, E29.
#[test]
fn a_paper_decision_comes_in_whole_with_its_number_and_awards() {
    let registered = Event::LegacyDecisionRegistered {
        decision: earlier(),
        paper: paper(),
        year: 2023,
        collectives: 1,
        individuals: 1,
    };
    let given_number = number_register::Event::NumberGiven {
        number: 4102,
        date: day("2023-12-25"),
        decision: earlier(),
        source: NumberSource::External,
    };
    let awarded = || fact::Event::LegacyAwardRecorded {
        award: fact_of("Giấy khen"),
        decision: earlier(),
    };
    let of = |subject: &FactSubject| StreamKey::fact(subject, 2023);
    let awards = vec![of_unit("tu-phap"), of_person("nominee")];
    given(import()).when(&clerk(), legacy(awards)).then([
        (stream(), Any::from(registered)),
        (register(2023), given_number.into()),
        (of(&FactSubject::from(&unit("tu-phap"))), awarded().into()),
        (
            of(&FactSubject::parse("subject.1").unwrap()),
            awarded().into(),
        ),
    ]);
}

/// INV-28, E58: what stood in the register before is not given to a second paper.
#[test]
fn the_number_of_a_paper_decision_is_taken_for_ever() {
    let stage = import().then(&clerk(), legacy(vec![of_unit("tu-phap")]));
    let second = RegisterLegacyDecision {
        decision: DecisionId {
            number: 2,
            ..earlier()
        },
        ..legacy(vec![of_unit("tan-khai")])
    };
    given(stage)
        .when(&clerk(), second)
        .then_refused("number_taken");
}

/// INV-27, E29: the own type opens no way around the date of the signature.
#[test]
fn a_campaign_that_runs_in_khen_decides_in_khen() {
    let own = RegisterLegacyDecision {
        decision: DecisionId {
            campaign: campaign(),
            number: 9,
        },
        ..legacy(vec![of_unit("tu-phap")])
    };
    let running = initialled().recording(ON_PAPER, Some(LateReason::PaperSigned));
    given(running)
        .when(&clerk(), own)
        .then_refused("legacy_campaign_runs_here");
}

/// E58.
#[test]
fn an_import_is_whole_shown_and_dated_as_the_paper() {
    let papers = |change: fn(&mut LegacyPaper)| {
        let mut command = legacy(vec![of_unit("tu-phap")]);
        change(&mut command.paper);
        command
    };
    for (command, code) in [
        (legacy(vec![]), "list_empty"),
        (
            legacy(vec![of_unit("tu-phap"), of_unit("tu-phap")]),
            "legacy_award_twice",
        ),
        (legacy(vec![of_unit("khong-co")]), "unit_unknown"),
        (legacy(vec![of_person("khong-ai")]), "person_unknown"),
        (papers(|paper| paper.scans.clear()), "legacy_scan_missing"),
        (
            papers(|paper| paper.scans = vec![evidence()]),
            "wrong_document_kind",
        ),
        (papers(|paper| paper.number = 0), "number_not_positive"),
        (
            papers(|paper| paper.date = day("2023-12-26")),
            "legacy_day_differs",
        ),
    ] {
        given(import()).when(&clerk(), command).then_refused(code);
    }
    let unexplained = import().recording(ON_PAPER, None);
    given(unexplained)
        .when(&clerk(), legacy(vec![of_unit("tu-phap")]))
        .then_refused("late_without_reason");
}

fn evidence() -> Document {
    document(DocumentKind::Evidence, 0x52)
}

/// E58.
#[test]
fn what_is_known_of_an_awardee_already_is_passed_over_but_not_contradicted() {
    let known = |form: &str| {
        let event = fact::Event::PastAwardRecorded {
            award: fact_of(form),
        };
        let stream = StreamKey::fact(&FactSubject::from(&unit("tu-phap")), 2023);
        import().with(&clerk(), [(stream, event)])
    };
    let wish = || legacy(vec![of_unit("tu-phap"), of_unit("tan-khai")]);
    let effects = given(known("Giấy khen")).when(&clerk(), wish());
    assert_eq!(effects.then_effects().len(), 3);
    given(known("Bằng khen"))
        .when(&clerk(), wish())
        .then_refused("fact_recorded_otherwise");
}

/// E58.
#[test]
fn nothing_is_done_to_a_paper_decision() {
    let stage = import().then(&clerk(), legacy(vec![of_unit("tu-phap")]));
    let signed = SignDecision {
        decision: earlier(),
        ..sign(1, super::SIGNED_AT)
    };
    given(stage.clone().recording("2024-10-01T09:00", None))
        .when(&super::chairman(), signed)
        .then_refused("decision_made_on_paper");
    let otherwise = RegisterLegacyDecision {
        year: 2022,
        ..legacy(vec![of_unit("tu-phap")])
    };
    given(stage)
        .when(&clerk(), otherwise)
        .then_refused("legacy_decision_registered_otherwise");
}

/// E58, E10: a review of the same year asks for an answer to it, as to any other award.
#[test]
fn an_award_on_paper_is_a_past_award() {
    let stage = import().then(&clerk(), legacy(vec![of_unit("tu-phap")]));
    let facts = stage.state(&StreamKey::fact(&FactSubject::from(&unit("tu-phap")), 2023));
    let State::Fact(facts) = facts.as_ref() else {
        panic!("a subject's stream holds facts");
    };
    assert!(facts.past_awards().eq([&fact_of("Giấy khen")]));
}
