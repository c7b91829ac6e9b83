//! Which payloads leave the building. A new type of event changes the snapshots, so that somebody
//! decides about it.

use khen_codec::event_types;
use khen_domain::Role;
use khen_eventlog::{EventType, Payload};
use khen_export::Profile;

fn disclosed(profile: Profile) -> String {
    let told = |event_type: &EventType| {
        let disclosure = match profile.payload(event_type) {
            Payload::Whole => "whole",
            Payload::Withheld => "-",
            Payload::NotAsked => "not asked",
        };
        format!("{:50} {disclosure}", event_type.name_and_version().0)
    };
    event_types().map(told).collect::<Vec<_>>().join("\n")
}

#[test]
fn somebody_has_decided_about_every_type_for_so_noi_vu() {
    insta::assert_snapshot!(disclosed(Profile::SoNoiVuV1));
}

#[test]
fn an_auditor_sees_every_payload() {
    let all = disclosed(Profile::AuditorV1);
    assert!(all.lines().all(|line| line.ends_with(" whole")), "{all}");
}

#[test]
fn an_unknown_type_is_withheld_from_so_noi_vu() {
    for name in ["vn.khen.ballot.cast.v1", "vn.khen.nomination.weighed.v1"] {
        let unknown = EventType::parse(name).unwrap();
        assert_eq!(Profile::SoNoiVuV1.payload(&unknown), Payload::Withheld);
    }
}

#[test]
fn a_later_version_is_disclosed_like_the_first() {
    for (name, payload) in [
        ("awarded", Payload::Whole),
        ("opinion_received", Payload::Withheld),
    ] {
        let later = EventType::parse(&format!("vn.khen.nomination.{name}.v2")).unwrap();
        assert_eq!(Profile::SoNoiVuV1.payload(&later), payload);
    }
}

#[test]
fn only_auditors_and_export_clients_read_the_export() {
    let readers = Role::ALL
        .iter()
        .filter(|role| Profile::of(**role).is_some());
    let readers: Vec<_> = readers.map(|role| role.as_str()).collect();
    assert_eq!(readers, ["auditor", "export_client"]);
}
