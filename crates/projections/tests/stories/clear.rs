//! Clear values: what may be opened, what is kept, whom to forget.

use crate::kit::{History, campaign, case, drafted, sealed, unit};
use khen_domain::{
    DecisionId, FieldClass, NomineeRef, PersonId, SealOwner, StaffCategory, StreamKey,
    decision::{AwardDetails, DecisionKind},
    nomination::Event as Nomination,
    org::Event as Org,
    privacy::Event as Privacy,
};
use khen_projections::{NameOwner, clear_value, erased_owner, sealed_names};
use khen_read_model::name_order;

fn person() -> StreamKey {
    StreamKey::person(&PersonId::parse("p1").expect("the story is well formed"))
}

#[test]
fn a_persons_own_stream_is_the_owner_of_their_name() {
    let registered = Org::PersonRegistered {
        name: sealed("name-1", FieldClass::PersonName, SealOwner::Stream),
        category: StaffCategory::CivilServant,
        unit: unit(),
    };
    let history = History::default().then(&person(), registered);
    let names = sealed_names(&history.facts()[0]);
    assert_eq!(names.len(), 1);
    assert_eq!(
        (names[0].owner, names[0].sealed.id.as_str()),
        (NameOwner::Stream, "name-1")
    );
}

#[test]
fn the_person_behind_the_reference_is_the_owner_of_a_nominees_name_and_title() {
    let history = History::default().then(&case(), drafted());
    let names = sealed_names(&history.facts()[0]);
    let nominee = NomineeRef::parse("00ff").expect("the story is well formed");
    let ids: Vec<_> = names.iter().map(|name| name.sealed.id.as_str()).collect();
    assert_eq!(ids, ["name-1", "title-1"]);
    assert!(
        names
            .iter()
            .all(|name| name.owner == NameOwner::Nominee(&nominee))
    );
}

#[test]
fn an_opened_value_is_kept_for_search_and_order() {
    let name = sealed("name-1", FieldClass::PersonName, SealOwner::Stream);
    let row = clear_value(&name, "org/person/p1", "Đặng Thị Kịch Bản");
    assert_eq!(
        (row.value.as_str(), row.owner.as_str()),
        ("name-1", "org/person/p1")
    );
    assert_eq!(row.text, "Đặng Thị Kịch Bản");
    assert_eq!(row.folded, "dang thi kich ban");
    assert_eq!(row.spelled, "đặng thị kịch bản");
    assert_eq!(row.sort_key, name_order("Đặng Thị Kịch Bản"));
}

#[test]
fn only_a_shredded_key_erases_its_owner() {
    let stream = StreamKey::privacy(&person());
    let created = Privacy::SealingKeyCreated {
        key_sha256: "ab".repeat(32),
    };
    let shredded = Privacy::PersonalDataShredded {
        ground: "Theo yêu cầu của chủ thể dữ liệu".into(),
    };
    let history = History::default()
        .then(&stream, created)
        .then(&stream, shredded)
        .then(&case(), drafted());
    let erased: Vec<_> = history.facts().iter().map(erased_owner).collect();
    assert_eq!(erased, [None, Some("org/person/p1"), None]);
}

#[test]
fn an_amended_award_brings_the_right_name_of_the_same_person() {
    let amended = Nomination::AwardAmended {
        decision: DecisionId {
            campaign: campaign(),
            number: 2,
        },
        number: 47,
        symbol: "QĐ-UBND".into(),
        date: "2025-01-08".parse().expect("the story is well formed"),
        kind: DecisionKind::Amend,
        details: Some(AwardDetails {
            name: sealed("name-2", FieldClass::PersonName, SealOwner::Nominee),
            title: Some(sealed(
                "title-2",
                FieldClass::PersonTitle,
                SealOwner::Nominee,
            )),
            unit: None,
            category: None,
        }),
    };
    let history = History::default()
        .then(&case(), drafted())
        .then(&case(), amended);
    let names = sealed_names(&history.facts()[1]);
    let ids: Vec<_> = names.iter().map(|name| name.sealed.id.as_str()).collect();
    assert_eq!(ids, ["name-2", "title-2"]);
    assert!(names.iter().all(|name| name.owner == NameOwner::OfCase));
}
