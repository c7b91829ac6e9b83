//! The authority and the people that come with the program.

use std::collections::BTreeSet;

use super::shipped;
use crate::definitions::{Authority, People, Seat};
use khen_domain::{OfficeFunction, Role, UnitKind};

fn authority() -> Authority {
    shipped().authority.unwrap()
}

fn people() -> People {
    shipped().people.remove(0)
}

#[test]
fn the_district_has_32_units_of_three_kinds() {
    let authority = authority();
    let count = |kind| {
        authority
            .units
            .iter()
            .filter(|one| one.kind == kind)
            .count()
    };
    assert_eq!(shipped().unit_ids().len(), 32);
    assert_eq!(count(UnitKind::SpecialisedAgency), 13);
    assert_eq!(count(UnitKind::PublicServiceUnit), 6);
    assert_eq!(count(UnitKind::CommuneCommittee), 13);
    let is_outside = |kind| kind == UnitKind::Other;
    assert!(authority.bodies.iter().all(|body| is_outside(body.kind)));
}

#[test]
fn every_function_belongs_to_one_office() {
    let authority = authority();
    let functions: Vec<OfficeFunction> = authority
        .units
        .iter()
        .flat_map(|one| one.functions.clone())
        .collect();
    let different: BTreeSet<_> = functions.iter().collect();
    assert_eq!((functions.len(), different.len()), (6, 6));
}

/// Staff as the season counts them.
#[test]
fn units_that_vote_have_the_staff_of_the_season() {
    let authority = authority();
    for (unit, staff) in [
        ("tai-chinh-ke-hoach", 12),
        ("tu-phap", 6),
        ("kinh-te-ha-tang", 11),
        ("dich-vu-nong-nghiep", 15),
        ("an-phu", 19),
        ("tai-nguyen-moi-truong", 9),
        ("tan-khai", 24),
        ("van-phong", 18),
        ("thanh-an", 22),
        ("noi-vu", 8),
        ("minh-duc", 21),
        ("tan-hung", 20),
    ] {
        let mut units = authority.units.iter();
        let found = units.find(|one| one.unit.get_ref().as_str() == unit);
        assert_eq!(found.unwrap().staff, staff, "{unit}");
    }
}

#[test]
fn the_standing_committee_has_four_members() {
    let people = people();
    let votes = |role| {
        matches!(
            role,
            Role::CouncilChair | Role::CouncilViceChair | Role::CouncilMember
        )
    };
    let members: BTreeSet<String> = people
        .seats()
        .filter(|seat| votes(seat.role()))
        .map(|seat| seat.person.handle().to_owned())
        .collect();
    assert_eq!(Vec::from_iter(members), ["CT", "LD", "PCT", "TPNV"]);
}

#[test]
fn every_role_but_the_programs_own_has_a_holder() {
    let people = people();
    for role in Role::ALL.iter().filter(|role| **role != Role::System) {
        assert!(people.seat_of(*role).is_some(), "{}", role.as_str());
    }
}

#[test]
fn every_unit_has_an_evidence_issuer_of_another_unit() {
    let people = people();
    let homes = |unit: &str| {
        let mut issuers = people
            .seats()
            .filter(|seat| seat.role() == Role::EvidenceIssuer);
        issuers.any(|seat| seat.person.unit().as_str() != unit)
    };
    assert!(shipped().unit_ids().iter().all(|unit| homes(unit)));
}

/// Home Affairs has its head among the people of the Council.
#[test]
fn every_unit_has_a_head_and_a_nominating_one_officer_and_secretary() {
    let people = people();
    let holders = |role, unit: &str| {
        let seats = people.seats().filter(|seat| seat.role() == role);
        seats
            .filter(|seat| seat.unit().is_some_and(|one| one.as_str() == unit))
            .count()
    };
    for unit in shipped().unit_ids() {
        assert_eq!(holders(Role::UnitHead, &unit), 1, "{unit}");
    }
    for unit in NOMINATING {
        for role in [Role::UnitOfficer, Role::UnitSecretary] {
            assert_eq!(holders(role, unit), 1, "{unit}");
        }
    }
}

#[test]
fn fourteen_individuals_stand_in_their_units() {
    let people = people();
    for (number, unit) in (1..).zip(INDIVIDUALS) {
        let handle = format!("I{number}");
        let mut seats = people
            .seats()
            .filter(|seat| seat.person.handle() == handle && seat.role() == Role::Nominee);
        assert_eq!(seats.next().unwrap().unit().unwrap().as_str(), unit);
    }
}

/// Units of the season's nominees.
const NOMINATING: [&str; 12] = [
    "tai-chinh-ke-hoach",
    "tu-phap",
    "dich-vu-nong-nghiep",
    "tan-khai",
    "thanh-an",
    "minh-duc",
    "kinh-te-ha-tang",
    "van-phong",
    "tai-nguyen-moi-truong",
    "tan-hung",
    "an-phu",
    "noi-vu",
];

/// Units of I1 to I14.
const INDIVIDUALS: [&str; 14] = [
    "van-phong",
    "van-phong",
    "tu-phap",
    "tu-phap",
    "tai-nguyen-moi-truong",
    "tai-nguyen-moi-truong",
    "tan-khai",
    "tan-khai",
    "tan-khai",
    "tan-hung",
    "tan-hung",
    "an-phu",
    "thanh-an",
    "noi-vu",
];

#[test]
fn names_differ() {
    let people = people();
    let handles: BTreeSet<&str> = people.seats().map(|seat| seat.person.handle()).collect();
    let names: BTreeSet<&str> = people.seats().map(|seat| &*seat.person.name).collect();
    assert_eq!(handles.len(), names.len());
}

#[test]
fn a_copy_has_units_and_people_of_its_own() {
    let definitions = shipped().in_copies(3, &["tu-phap", "noi-vu"]).unwrap();
    let authority = definitions.authority.unwrap();
    let units = authority
        .units
        .iter()
        .map(|one| one.unit.get_ref().as_str());
    let copies: Vec<&str> = units.filter(|unit| unit.ends_with(['2', '3'])).collect();
    assert_eq!(copies, ["noi-vu-2", "tu-phap-2", "noi-vu-3", "tu-phap-3"]);
    let functions = authority.units.iter().flat_map(|one| &one.functions);
    assert_eq!(functions.count(), 6);
    let seats: Vec<String> = definitions.people[0].seats().map(Seat::handle).collect();
    assert!(seats.contains(&"I3.3/nominee".to_owned()));
    assert!(seats.contains(&"TPNV.2/unit_head".to_owned()));
    assert!(!seats.contains(&"TPNV.2/review_head".to_owned()));
    let quota = definitions.campaigns[0].quota.get_ref();
    assert_eq!((quota.collective, quota.individual), (15, 30));
}
