//! Stories of a nominee of whom there are two records.

use super::{on, under_review};
use crate::{
    Access, Actor, Event as Any, FactStatus, FactSubject, NomineeKind, PersonId, Role, StreamKey,
    claim,
    fact::{self, AwardLevel, PastAward, Rating},
    hold::{self, HoldGround},
    nomination::{Event, Nominee},
    org::{MergeIdentity, UndoIdentityMerge},
    stories_kit::{
        Stage, acting, campaign, day, draft_individual, evidence_issuer, given, hold_subject,
        nomination, nominee, officer, paper, person_of, review_head, sealed, unit,
    },
    stories_way::{assign, i1, pass, recommend_pass, reviewer},
};

fn admin() -> Actor {
    acting("quan-tri", Role::Admin)
}

/// The nominee of I1.
fn first() -> PersonId {
    person_of("nominee", "van-phong")
}

/// The record that turns out to be of the same human being.
fn second() -> PersonId {
    person_of("nominee", "tan-khai")
}

fn subject_of_second() -> FactSubject {
    FactSubject::parse("subject.second").unwrap()
}

fn joined(stage: Stage, other: PersonId) -> Stage {
    let merge = MergeIdentity {
        person: first(),
        other,
        document: paper("Biên bản xác minh nhân thân"),
    };
    stage.then(&admin(), merge)
}

fn parted(stage: Stage) -> Stage {
    let undo = UndoIdentityMerge {
        person: first(),
        other: second(),
        document: paper("Biên bản xác minh nhân thân"),
    };
    stage.then(&admin(), undo)
}

/// I1 is recommended; facts of the second record stand under its own name.
fn recommended() -> Stage {
    under_review()
        .found_met(&i1())
        .then(&reviewer(), recommend_pass(vec![i1()]))
        .knowing(nominee("nominee.tan-khai"), 2024, subject_of_second())
}

/// While the records are one, the pass is refused with this code; before and after it is not.
#[track_caller]
fn stops_the_pass_while_joined(stage: Stage, code: &str) {
    let joined = joined(stage.clone(), second());
    for apart in [stage, parted(joined.clone())] {
        let effects = given(apart).when(&review_head(), pass(vec![i1()]));
        assert_eq!(effects.then_effects().len(), 1);
    }
    given(joined)
        .when(&review_head(), pass(vec![i1()]))
        .then_refused(code);
}

/// E11, INV-16.
#[test]
fn a_hold_on_one_record_holds_the_other() {
    let placed = hold::Event::HoldPlaced {
        hold: 1,
        ground: HoldGround::Discipline,
        verifying_body: "Thanh tra huyện".into(),
        document: paper("Thông báo xem xét kỷ luật"),
        review_by: day("2024-12-20"),
    };
    let holds = StreamKey::hold(&hold_subject(&second()));
    let stage = recommended().with(&review_head(), [(holds, placed)]);
    stops_the_pass_while_joined(stage, "held");
}

fn with_fact(event: fact::Event) -> Stage {
    let facts = StreamKey::fact(&subject_of_second(), 2024);
    recommended().with(&evidence_issuer(), [(facts, event)])
}

/// E11, E10.
#[test]
fn an_award_of_one_record_asks_the_other_for_an_answer() {
    let award = PastAward {
        level: AwardLevel::Province,
        form: "Bằng khen".into(),
        number: "1234/QĐ-UBND".into(),
        date: day("2024-11-11"),
        same_achievement: true,
    };
    let stage = with_fact(fact::Event::PastAwardRecorded { award });
    stops_the_pass_while_joined(stage, "past_awards_unanswered");
}

/// E11: of two final ratings the lower counts.
#[test]
fn a_rating_of_one_record_counts_for_the_other() {
    let stage = with_fact(fact::Event::RatingRecorded {
        rating: Rating::Completed,
        status: FactStatus::Final,
    });
    stops_the_pass_while_joined(stage, "finding_contradicts_facts");
}

/// The second record is nominated by its own unit.
fn nominated_again(stage: Stage) -> Stage {
    let drafted = Event::NominationDrafted {
        campaign: campaign(),
        unit: unit("tan-khai"),
        nominee_kind: NomineeKind::Individual,
        nominee_ref: nominee("nominee.tan-khai"),
        nominee: Nominee::Individual {
            name: sealed("Trần Thị Minh Họa"),
            title: sealed("Chuyên viên"),
        },
    };
    let claimed = claim::Event::NomineeClaimed {
        nomination: nomination(3),
    };
    let claim = StreamKey::claim(&campaign(), &nominee("nominee.tan-khai"));
    let events = [
        (on(&nomination(3)), Any::from(drafted)),
        (claim, claimed.into()),
    ];
    stage.with(&officer("tan-khai"), events)
}

/// E11, INV-08: one of them is superseded before the other goes on (E08).
#[test]
fn one_human_being_does_not_pass_twice() {
    let stage = nominated_again(recommended());
    stops_the_pass_while_joined(stage.clone(), "nominated_twice");
    let discarded = Event::DraftDiscarded {};
    let alone = stage.with(&officer("tan-khai"), [(on(&nomination(3)), discarded)]);
    let effects = given(joined(alone, second())).when(&review_head(), pass(vec![i1()]));
    assert_eq!(effects.then_effects().len(), 1);
}

/// E11, INV-08.
#[test]
fn one_human_being_is_not_drafted_twice() {
    let claimed = || Stage::allocated().then(&officer("van-phong"), draft_individual("van-phong"));
    let draft = || draft_individual("tu-phap");
    let effects = given(claimed()).when(&officer("tu-phap"), draft());
    assert_eq!(effects.then_effects().len(), 3);
    let other = person_of("nominee", "tu-phap");
    given(joined(claimed(), other))
        .when(&officer("tu-phap"), draft())
        .then_refused("nominee_claimed");
}

/// E11, SD3: the other record does not help anybody to the own case.
#[test]
fn nobody_reviews_the_own_case_under_another_record() {
    let stage = joined(super::received(), reviewer().principal);
    given(stage)
        .when(&review_head(), assign(vec![i1()]))
        .then_refused("is_the_nominee");
}

/// E11: no record of the ledger says which nominations are of one human being.
#[test]
fn what_is_read_of_the_other_record_stays_unnamed() {
    let stage = joined(nominated_again(recommended()), second());
    let named = stage.named(&review_head(), &pass(vec![i1()]).into());
    for stream in [
        StreamKey::person(&second()),
        StreamKey::hold(&hold_subject(&second())),
        StreamKey::fact(&subject_of_second(), 2024),
        StreamKey::claim(&campaign(), &nominee("nominee.tan-khai")),
        on(&nomination(3)),
    ] {
        assert_eq!(named.get(&stream), Some(&Access::Guard), "{stream}");
    }
}
