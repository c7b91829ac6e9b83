//! The second authority that comes with the program.

use std::collections::BTreeSet;

use super::{SHIPPED, shipped};
use crate::{
    definitions::{Definitions, Source},
    profile,
};
use khen_domain::{OfficeFunction, Role, UnitKind};

fn commune() -> Definitions {
    let profile = profile::named("commune-2025").unwrap();
    Definitions::of_profile(profile).unwrap()
}

#[test]
fn one_office_does_what_two_did_and_different_persons_do_it() {
    let definitions = commune();
    let authority = definitions.authority.as_ref().unwrap();
    let both = [
        OfficeFunction::HomeAffairsOffice,
        OfficeFunction::CultureOffice,
    ];
    let offices: Vec<&str> = authority
        .units
        .iter()
        .filter(|unit| both.iter().all(|one| unit.functions.contains(one)))
        .map(|unit| unit.unit.get_ref().as_str())
        .collect();
    assert_eq!(offices.len(), 1);
    let of_office = |roles: &[Role]| -> BTreeSet<&str> {
        let seats = definitions.people[0].seats();
        let seats = seats.filter(|seat| seat.person.unit().as_str() == offices[0]);
        let seats = seats.filter(|seat| roles.contains(&seat.role()));
        seats.map(|seat| seat.person.handle()).collect()
    };
    let review = of_office(&[Role::Reviewer, Role::ReviewHead]);
    let culture = of_office(&[Role::PublicityOfficer]);
    assert!(!review.is_empty() && !culture.is_empty());
    assert!(review.is_disjoint(&culture), "{review:?}, {culture:?}");
}

#[test]
fn every_role_of_the_commune_has_a_holder() {
    let people = &commune().people[0];
    for role in Role::ALL.iter().filter(|role| **role != Role::System) {
        assert!(people.seat_of(*role).is_some(), "{}", role.as_str());
    }
}

#[test]
fn nobody_has_a_name_of_the_other_authority() {
    let names = |definitions: &Definitions| -> BTreeSet<String> {
        let seats = definitions.people[0].seats();
        seats.map(|seat| seat.person.name.clone()).collect()
    };
    let (here, there) = (names(&commune()), names(&shipped()));
    let shared: Vec<_> = here.intersection(&there).collect();
    assert!(shared.is_empty(), "{shared:?}");
}

#[test]
fn units_come_and_go_within_the_year() {
    let authority = commune().authority.unwrap();
    let hamlets = authority.units.iter();
    let hamlets: Vec<_> = hamlets
        .filter(|unit| unit.kind == UnitKind::Hamlet)
        .collect();
    assert!(hamlets.iter().any(|unit| unit.valid_until.is_some()));
    assert!(hamlets.iter().any(|unit| unit.valid_from.is_some()));
}

#[test]
fn what_is_unverified_of_the_law_cites_no_paper() {
    let title = "title = \"Mức lương cơ sở từ ngày 01/7/2024\"";
    let text = SHIPPED[0].text;
    assert!(text.contains(title));
    let cited = text.replace(title, &format!("{title}, number = \"1/2024/NĐ-CP\""));
    let source = Source {
        file: "office.toml",
        text: &cited,
    };
    let told = Definitions::read(&[source]).unwrap_err().to_string();
    assert!(told.contains("LUONG-CO-SO"), "{told}");
}
