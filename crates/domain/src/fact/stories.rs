//! Stories of facts.

use crate::{
    FactStatus, FactSubject, State, StreamKey,
    fact::{
        AuthorityIndex, AwardLevel, Event, FactAbout, PastAward, Rating, RecordAuthorityIndex,
        RecordDiscipline, RecordInitiative, RecordPastAward, RecordRating, Tasks, UnitResult,
    },
    stories_kit::{
        Stage, day, evidence_issuer, given, good_result, head, import, office_issuer, person_of,
        unit,
    },
};

const PROVISIONAL: FactStatus = FactStatus::Provisional;
const FINAL: FactStatus = FactStatus::Final;

fn stage() -> Stage {
    Stage::office().at("2024-12-10T09:00")
}

/// The facts of a unit in 2024.
fn of(id: &str) -> StreamKey {
    StreamKey::fact(&FactSubject::from(&unit(id)), 2024)
}

fn rated(who: &str, rating: Rating, status: FactStatus) -> RecordRating {
    RecordRating {
        person: person_of(who, "tu-phap"),
        subject: FactSubject::parse("subject.1").unwrap(),
        year: 2024,
        rating,
        status,
    }
}

#[test]
fn a_sheet_records_a_row_per_unit() {
    let recorded = || Event::UnitResultRecorded {
        result: good_result(),
        status: PROVISIONAL,
        cut_off: day("2024-10-30"),
    };
    given(stage())
        .when(
            &evidence_issuer(),
            import(
                ["tu-phap", "tan-khai"].map(|of| (of, good_result())),
                PROVISIONAL,
            ),
        )
        .then([(of("tu-phap"), recorded()), (of("tan-khai"), recorded())]);
}

#[test]
fn a_sheet_is_recorded_whole_or_not_at_all() {
    let unsound = UnitResult {
        on_time: 21,
        ..good_result()
    };
    let more_than_all = UnitResult {
        committed: Tasks { done: 3, total: 2 },
        ..good_result()
    };
    for (rows, code) in [
        (vec![], "no_row"),
        (
            vec![("tu-phap", good_result()), ("tu-phap", good_result())],
            "row_twice",
        ),
        (
            vec![("tu-phap", good_result()), ("khong-co", good_result())],
            "unit_unknown",
        ),
        (
            vec![("tan-khai", good_result()), ("tu-phap", unsound)],
            "result_unsound",
        ),
        (vec![("tan-khai", more_than_all)], "result_unsound"),
    ] {
        given(stage())
            .when(&evidence_issuer(), import(rows, PROVISIONAL))
            .then_refused(code);
    }
    given(stage().at("2024-10-29T09:00"))
        .when(
            &evidence_issuer(),
            import([("tu-phap", good_result())], PROVISIONAL),
        )
        .then_refused("fact_day_ahead");
}

#[test]
fn a_final_result_replaces_a_provisional_one_and_never_the_other_way() {
    let sheet = |status| import([("tu-phap", good_result())], status);
    let effects = given(stage().then(&evidence_issuer(), sheet(PROVISIONAL)))
        .when(&evidence_issuer(), sheet(FINAL));
    assert_eq!(effects.then_effects().len(), 1);
    given(stage().then(&evidence_issuer(), sheet(FINAL)))
        .when(&evidence_issuer(), sheet(PROVISIONAL))
        .then_refused("result_final");
}

#[test]
fn an_initiative_counts_under_its_number() {
    let initiative = |date| RecordInitiative {
        unit: unit("tu-phap"),
        year: 2024,
        number: "12/QĐ-HĐSK".into(),
        date: day(date),
        recognised_by: "Hội đồng sáng kiến".into(),
        document: None,
    };
    let told = stage().then(&evidence_issuer(), initiative("2024-10-01"));
    let state = told.state(&of("tu-phap"));
    let State::Fact(facts) = state.as_ref() else {
        panic!("a subject's stream holds facts");
    };
    assert!(facts.has_initiative());
    given(told)
        .when(&evidence_issuer(), initiative("2024-10-02"))
        .then_refused("fact_recorded_otherwise");
}

#[test]
fn a_discipline_of_a_key_leader_counts_within_the_days_asked_for() {
    let discipline = RecordDiscipline {
        unit: unit("tan-khai"),
        year: 2024,
        is_key_leader: true,
        issued_on: day("2024-12-05"),
        document_number: "45/QĐ-UBKT".into(),
    };
    let ahead = RecordDiscipline {
        issued_on: day("2024-12-11"),
        ..discipline.clone()
    };
    given(stage())
        .when(&evidence_issuer(), ahead)
        .then_refused("fact_day_ahead");
    let told = stage().then(&evidence_issuer(), discipline);
    let state = told.state(&of("tan-khai"));
    let State::Fact(facts) = state.as_ref() else {
        panic!("a subject's stream holds facts");
    };
    for (from, to, expected) in [
        ("2024-01-01", "2024-12-05", true),
        ("2024-12-05", "2024-12-31", true),
        ("2024-01-01", "2024-12-04", false),
    ] {
        assert_eq!(facts.has_leader_discipline(day(from), day(to)), expected);
    }
}

#[test]
fn a_head_rates_the_staff_of_the_own_unit_but_not_himself() {
    let well = Rating::CompletedWell;
    let effects = given(stage()).when(&head("tu-phap"), rated("nominee", well, FINAL));
    assert_eq!(effects.then_effects().len(), 1);
    given(stage())
        .when(&head("tai-chinh"), rated("nominee", well, FINAL))
        .then_refused("other_unit");
    given(stage())
        .when(&head("tu-phap"), rated("head", well, FINAL))
        .then_refused("about_oneself");
    let effects = given(stage()).when(&office_issuer(), rated("head", well, FINAL));
    assert_eq!(effects.then_effects().len(), 1);
    given(stage())
        .when(&head("tu-phap"), rated("khong-ai", well, FINAL))
        .then_refused("person_unknown");
}

#[test]
fn a_final_rating_stays_final() {
    let (well, better) = (Rating::CompletedWell, Rating::CompletedExcellently);
    let rate = |rating, status| rated("nominee", rating, status);
    let stage = |status| stage().then(&head("tu-phap"), rate(well, status));
    let effects = given(stage(PROVISIONAL)).when(&head("tu-phap"), rate(better, FINAL));
    assert_eq!(effects.then_effects().len(), 1);
    given(stage(FINAL))
        .when(&head("tu-phap"), rate(better, PROVISIONAL))
        .then_refused("rating_final");
}

/// A province's award of the year before, for the same achievement.
fn past_award() -> PastAward {
    PastAward {
        level: AwardLevel::Province,
        form: "Bằng khen".into(),
        number: "1203/QĐ-UBND".into(),
        date: day("2024-12-09"),
        same_achievement: true,
    }
}

fn awarded(awardee: FactAbout, award: PastAward) -> RecordPastAward {
    RecordPastAward {
        awardee,
        year: 2024,
        award,
    }
}

fn about_person(who: &str, of: &str) -> FactAbout {
    FactAbout::Person {
        person: person_of(who, of),
        subject: FactSubject::parse("subject.1").unwrap(),
    }
}

#[test]
fn a_past_award_of_a_unit_or_a_person_counts_under_its_number() {
    let of_unit = FactAbout::Unit {
        unit: unit("tu-phap"),
    };
    for awardee in [of_unit, about_person("nominee", "tan-khai")] {
        let stream = StreamKey::fact(&awardee.subject(), 2024);
        let award = past_award();
        given(stage())
            .when(&evidence_issuer(), awarded(awardee.clone(), past_award()))
            .then([(stream, Event::PastAwardRecorded { award })]);
        let otherwise = PastAward {
            same_achievement: false,
            ..past_award()
        };
        let told = stage().then(&evidence_issuer(), awarded(awardee.clone(), past_award()));
        given(told)
            .when(&evidence_issuer(), awarded(awardee, otherwise))
            .then_refused("fact_recorded_otherwise");
    }
}

#[test]
fn a_past_award_has_a_number_a_day_behind_and_somebody_known() {
    let of_unit = |id| FactAbout::Unit { unit: unit(id) };
    let unnumbered = PastAward {
        number: " ".into(),
        ..past_award()
    };
    let ahead = PastAward {
        date: day("2024-12-11"),
        ..past_award()
    };
    for (awardee, award, code) in [
        (of_unit("tu-phap"), unnumbered, "past_award_unnumbered"),
        (of_unit("tu-phap"), ahead, "fact_day_ahead"),
        (of_unit("khong-co"), past_award(), "unit_unknown"),
        (
            about_person("khong-ai", "tu-phap"),
            past_award(),
            "person_unknown",
        ),
    ] {
        given(stage())
            .when(&evidence_issuer(), awarded(awardee, award))
            .then_refused(code);
    }
}

#[test]
fn nobody_attests_an_award_of_the_own_unit_or_of_himself() {
    let own = FactAbout::Unit {
        unit: unit("thanh-tra"),
    };
    let colleague = about_person("nominee", "thanh-tra");
    let oneself = FactAbout::Person {
        person: evidence_issuer().principal,
        subject: FactSubject::parse("subject.2").unwrap(),
    };
    for awardee in [own, colleague, oneself] {
        given(stage())
            .when(&evidence_issuer(), awarded(awardee.clone(), past_award()))
            .then_refused("own_unit");
        let effects = given(stage()).when(&office_issuer(), awarded(awardee, past_award()));
        assert_eq!(effects.then_effects().len(), 1);
    }
}

#[test]
fn a_final_index_of_the_authority_stays_final() {
    let index = |score_bp, status| RecordAuthorityIndex {
        year: 2024,
        index: AuthorityIndex {
            score_bp,
            prior_score_bp: Some(8_700),
            scale: "100".into(),
        },
        status,
    };
    let effects = given(stage().then(&evidence_issuer(), index(8_800, PROVISIONAL)))
        .when(&evidence_issuer(), index(8_850, FINAL));
    let [effect] = &effects.then_effects()[..] else {
        panic!("one event on the authority's index");
    };
    assert_eq!(effect.stream, StreamKey::authority_index(2024));
    given(stage().then(&evidence_issuer(), index(8_850, FINAL)))
        .when(&evidence_issuer(), index(8_800, PROVISIONAL))
        .then_refused("authority_index_final");
}
