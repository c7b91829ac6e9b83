//! Audits 5 and 8: places and numbers.

use serde_json::{Value, json};

use super::kit::{C1, I1, Story, story};
use khen_history::audits::Weight::{Breach, Look};
use khen_texts::AuditLine;

const QUOTA: &str = "quota/HQ-CCHC-2024";

fn set() -> Value {
    json!({ "quota_set": { "collective": 1, "individual": 2 }})
}

fn place(event: &str, case: &str, limit: u32) -> Value {
    let nomination = case.trim_start_matches("nomination/");
    json!({ event: {
        "kind": "collective", "nomination": nomination, "limit": limit, "used_before": 0,
    }})
}

fn changed(collective: u32, individual: u32) -> Value {
    json!({ "quota_changed": {
        "change": 1, "collective": collective, "individual": individual,
        "reason": "Điều chỉnh kế hoạch", "document": { "title": "Kế hoạch sửa đổi" },
    }})
}

fn with_quota() -> Story {
    story().tell(QUOTA, set())
}

#[test]
fn places_stay_within_the_quota() {
    let taken = || with_quota().tell(QUOTA, place("place_approved", C1, 1));
    taken()
        .tell(QUOTA, place("place_consumed", C1, 1))
        .then_nothing(5);
    taken()
        .tell(QUOTA, place("place_approved", I1, 1))
        .then(5, &[(Breach, AuditLine::QuotaExceeded, &[0, 2])]);
    let released = json!({ "place_released": {
        "kind": "collective", "nomination": "HQ-CCHC-2024-0001", "reason_code": "withdrawn",
    }});
    taken()
        .tell(QUOTA, released)
        .tell(QUOTA, place("place_approved", I1, 1))
        .then_nothing(5);
}

#[test]
fn a_place_names_the_quota_in_force() {
    with_quota()
        .tell(QUOTA, place("place_approved", C1, 5))
        .then(5, &[(Breach, AuditLine::QuotaMisstated, &[0, 1])]);
}

#[test]
fn places_that_move_between_the_kinds_are_told_apart_from_other_changes() {
    with_quota()
        .tell(QUOTA, changed(2, 1))
        .then(5, &[(Look, AuditLine::QuotaMoved, &[0, 1])]);
    with_quota()
        .tell(QUOTA, changed(2, 2))
        .then(5, &[(Look, AuditLine::QuotaChanged, &[0, 1])]);
}

const REGISTER: &str = "number_register/UBND/Q/2024";

fn given(number: u32, source: &str) -> Value {
    json!({ "number_given": {
        "number": number, "date": "2024-12-27",
        "decision": { "campaign": "HQ-CCHC-2024", "number": number }, "source": source,
    }})
}

#[test]
fn a_series_of_its_own_has_no_gaps() {
    let numbered = |numbers: &[u32], source: &str| {
        let numbers = numbers.iter();
        numbers.fold(story(), |story, number| {
            story.tell(REGISTER, given(*number, source))
        })
    };
    numbered(&[1, 2, 3], "khen").then_nothing(8);
    numbered(&[1, 4, 5], "khen").then(8, &[(Breach, AuditLine::NumberGap, &[1])]);
    numbered(&[2], "khen").then(8, &[(Breach, AuditLine::NumberGap, &[0])]);
    numbered(&[4385, 4400], "external").then_nothing(8);
    numbered(&[4385, 4385], "external").then(8, &[(Breach, AuditLine::NumberReused, &[0, 1])]);
}

#[test]
fn the_register_of_awards_has_no_gaps() {
    let entered = |number: u32| {
        json!({ "award_entered": {
            "number": number, "date": "2024-12-27", "nomination": "HQ-CCHC-2024-0001",
        }})
    };
    story()
        .tell("number_register/awards/2024", entered(1))
        .tell("number_register/awards/2024", entered(3))
        .then(8, &[(Breach, AuditLine::NumberGap, &[1])]);
}
