//! A filter by unit tells what belongs to the unit, and nothing that is withheld.

use futures::executor::block_on;
use serde_json::json;

use crate::shelf::Shelf;
use khen_domain::UnitId;
use khen_eventlog::{Position, WireEvent};
use khen_export::{Format, Homes, Page, Profile, Query, page};

const OPINION: &str = "vn.khen.nomination.opinion_received.v1";

fn of_unit(unit: &str, from: u64) -> Query {
    Query {
        unit: Some(UnitId::parse(unit).unwrap()),
        ..Query::everything(Position(from))
    }
}

fn asked(shelf: &Shelf, homes: &Homes, profile: Profile, query: &Query) -> Page {
    let ledger = shelf.whole();
    block_on(page((shelf, homes), &ledger, profile, query, Format::Lines)).unwrap()
}

fn positions(page: &Page) -> Vec<u64> {
    let lines = page.bytes.split_inclusive(|byte| *byte == b'\n');
    lines
        .map(|line| WireEvent::parse(line).unwrap().position.0)
        .collect()
}

/// Two nominations, a certificate, a complaint and a meeting of two units.
fn shelf() -> Shelf {
    let drafted = |unit: &str| {
        json!({
            "campaign": "HQ-CCHC-2024",
            "unit": unit,
            "nominee_kind": "collective",
            "nominee_ref": unit,
            "nominee": { "kind": "collective", "unit": unit },
        })
    };
    let draft = "vn.khen.nomination.nomination_drafted.v1";
    let registered = json!({
        "campaign": "HQ-CCHC-2024",
        "complaint_kind": "complaint",
        "is_anonymous": true,
        "subject": "HQ-CCHC-2024-0101",
        "knew_on": "2024-11-05",
        "text": { "box": "AAAA", "class": "free_text", "id": "0".repeat(32), "owner": "stream" },
    });
    let (first, second) = (
        "nomination/HQ-CCHC-2024-0101",
        "nomination/HQ-CCHC-2024-0102",
    );
    let complaint = "vn.khen.complaint.complaint_registered.v1";
    let printed = "vn.khen.certificate.certificate_printed.v1";
    let session = "unit_session/HQ-CCHC-2024/tu-phap/1";
    Shelf::of([1; 9])
        .beginning(0, (first, draft), &drafted("tu-phap"))
        .beginning(1, (second, draft), &drafted("tai-chinh"))
        .going_on(2, first, OPINION)
        .going_on(3, second, OPINION)
        .going_on(4, "certificate/HQ-CCHC-2024-0101", printed)
        .going_on(5, session, "vn.khen.unit_session.motion_closed.v1")
        .beginning(6, ("complaint/HQ-CCHC-2024/1", complaint), &registered)
        .closing(7)
        .going_on(8, first, OPINION)
}

#[test]
fn what_belongs_to_the_unit_is_told_by_name_and_by_first_event() {
    let (shelf, homes) = (shelf(), Homes::default());
    let told = |unit| {
        let page = asked(&shelf, &homes, Profile::SoNoiVuV1, &of_unit(unit, 0));
        assert_eq!(page.next, shelf.whole().size);
        positions(&page)
    };
    assert_eq!(told("tu-phap"), [0, 2, 4, 5, 8]);
    assert_eq!(told("tai-chinh"), [1, 3]);
    assert!(told("nobody").is_empty());
}

#[test]
fn what_a_reader_is_not_shown_is_not_found_either() {
    let (shelf, homes) = (shelf(), Homes::default());
    // Whom a complaint is about stands in a payload that only an auditor is shown.
    for (profile, is_told) in [(Profile::SoNoiVuV1, false), (Profile::AuditorV1, true)] {
        let page = asked(&shelf, &homes, profile, &of_unit("tu-phap", 0));
        assert_eq!(positions(&page).contains(&6), is_told, "{profile:?}");
    }
}

#[test]
fn first_events_of_before_are_asked_for_at_once_and_once() {
    let (shelf, homes) = (shelf(), Homes::default());
    for _ in 0..2 {
        let page = asked(&shelf, &homes, Profile::SoNoiVuV1, &of_unit("tu-phap", 2));
        assert_eq!(positions(&page), [2, 4, 5, 8]);
        assert_eq!(shelf.questions(), 1);
    }
}

#[test]
fn what_there_is_no_room_for_is_asked_for_again_and_told_all_the_same() {
    // Three streams are read about: two nominations, and the complaint that begins on the page.
    for (room, questions) in [(3, 1), (2, 2), (1, 2)] {
        let (shelf, homes) = (shelf(), Homes::with_room(room));
        for _ in 0..2 {
            let page = asked(&shelf, &homes, Profile::SoNoiVuV1, &of_unit("tu-phap", 2));
            assert_eq!(positions(&page), [2, 4, 5, 8], "room for {room}");
        }
        assert_eq!(shelf.questions(), questions, "room for {room}");
    }
}

#[test]
fn where_a_page_ends_the_next_one_goes_on() {
    let (shelf, homes) = (shelf(), Homes::default());
    let (mut query, mut told) = (of_unit("tu-phap", 0), Vec::new());
    query.limit = 2;
    while query.from < shelf.whole().size {
        let page = asked(&shelf, &homes, Profile::SoNoiVuV1, &query);
        told.extend(positions(&page));
        query.from = page.next;
    }
    assert_eq!(told, [0, 2, 4, 5, 8]);
}
