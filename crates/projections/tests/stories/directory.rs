//! Units, persons, assignments and campaigns.

use crate::kit::{History, assignment, campaign, hour, sealed, unit};
use khen_domain::{
    FieldClass, GroupId, Moment, PersonId, Role, SealOwner, SourceDocument, StaffCategory,
    StreamKey, UnitKind, campaign::Event as Campaign, org::Event as Org,
};
use khen_projections::{Assignments, Campaigns, Persons, Units};

fn paper() -> SourceDocument {
    SourceDocument {
        title: "Quyết định phân công".into(),
        number: None,
        date: None,
    }
}

fn granted() -> History {
    let id = assignment("a1");
    let granted = Org::AssignmentGranted {
        assignment: id.clone(),
        person: PersonId::parse("p1").expect("the story is well formed"),
        role: Role::UnitHead,
        unit: Some(unit()),
        title: "Trưởng phòng".into(),
        is_key_leader: true,
        from: "2024-01-01".parse().expect("the story is well formed"),
        to: None,
        document: paper(),
    };
    History::default().then(&StreamKey::assignment(&id), granted)
}

#[test]
fn an_assignment_ends_and_stays() {
    let row = granted().row::<Assignments>();
    assert_eq!(
        (row.role.as_str(), row.unit.as_deref()),
        ("unit_head", Some("tu-phap"))
    );
    assert_eq!(row.valid_until, None);
    let ended = Org::AssignmentEnded {
        to: "2024-12-31".parse().expect("the story is well formed"),
        document: paper(),
    };
    let stream = StreamKey::assignment(&assignment("a1"));
    let row = granted().then(&stream, ended).row::<Assignments>();
    assert_eq!(row.valid_until, "2024-12-31".parse().ok());
    assert_eq!((row.person.as_str(), row.position), ("p1", 1));
}

#[test]
fn a_person_is_known_without_a_name() {
    let stream = StreamKey::person(&PersonId::parse("p1").expect("the story is well formed"));
    let registered = Org::PersonRegistered {
        name: sealed("name-1", FieldClass::PersonName, SealOwner::Stream),
        category: StaffCategory::CivilServant,
        unit: unit(),
    };
    let row = History::default()
        .then(&stream, registered)
        .row::<Persons>();
    assert_eq!(
        (row.person.as_str(), row.name_value.as_str()),
        ("p1", "name-1")
    );
    assert_eq!(
        (row.category.as_str(), row.unit.as_str()),
        ("civil_servant", "tu-phap")
    );
}

#[test]
fn a_unit_stands_under_its_name() {
    let established = Org::UnitEstablished {
        unit: unit(),
        name: "Phòng Tư pháp".into(),
        kind: UnitKind::SpecialisedAgency,
        group: GroupId::parse("agencies").expect("the story is well formed"),
        functions: vec![],
        staff: 6,
        valid_from: "2024-01-01".parse().expect("the story is well formed"),
        valid_until: None,
    };
    let history = History::default().then(&StreamKey::unit(&unit()), established);
    let row = history.row::<Units>();
    assert_eq!(
        (row.unit.as_str(), row.name.as_str()),
        ("tu-phap", "Phòng Tư pháp")
    );
    assert_eq!(
        (row.kind.as_str(), row.group_id.as_str()),
        ("specialised_agency", "agencies")
    );
    assert!(history.rows::<Persons>().is_empty());
    assert!(history.rows::<Assignments>().is_empty());
}

#[test]
fn nothing_is_said_of_a_campaign_whose_plan_is_not_registered() {
    let stream = StreamKey::campaign(&campaign());
    let due = Moment::new(hour(1));
    let history = History::default().then(&stream, Campaign::DeadlineAnnounced { due });
    assert!(history.rows::<Campaigns>().is_empty());
}
