//! `khen season` from launch to the closed campaign.

use std::collections::BTreeMap;

use crate::house::{House, shape};
use khen_eventlog::{data_hash, leaf_bytes};

#[test]
fn the_season_ends_with_a_closed_campaign_and_tells_so() {
    let house = House::new();
    let report = house.succeed(&["season"]);
    for said in [
        "4385/QĐ-UBND, 27/12/2024: 5 tập thể, 9 cá nhân",
        "1.410.000 đồng mỗi tập thể, 710.000 đồng mỗi cá nhân, tổng cộng 13.440.000 đồng",
        "21 đề nghị",
        "đúng như kịch bản",
    ] {
        assert!(report.contains(said), "{said} is missing in\n{report}");
    }
    let mut counts = BTreeMap::new();
    for event in house.events() {
        *counts.entry(event.event_type.to_string()).or_insert(0) += 1;
    }
    for (event, count) in MUST_HOLD {
        let found = counts.get(&format!("vn.khen.{event}.v1")).copied();
        assert_eq!(found.unwrap_or(0), *count, "{event}");
    }
}

/// What the season must come to, in events: 13 meetings, 12 letters (one late, two after a promotion),
/// 15 items before the Council, one hold, 14 awards with certificate and prize, one of them amended.
const MUST_HOLD: &[(&str, usize)] = &[
    ("unit_session.unit_session_opened", 13),
    ("submission.submission_sent", 12),
    ("submission.late_permission_granted", 1),
    ("hold.hold_placed", 1),
    ("hold.hold_lifted", 1),
    ("nomination.review_rejected", 1),
    ("nomination.nomination_listed", 15),
    ("nomination.chairman_declined", 1),
    ("nomination.awarded", 14),
    ("nomination.award_amended", 1),
    ("nomination.nomination_lapsed", 3),
    ("decision.decision_issued", 2),
    ("certificate.certificate_reissued", 1),
    ("certificate.certificate_handed_over", 14),
    ("payout.prize_paid", 14),
    ("campaign.selection_closed", 1),
    ("campaign.campaign_closed", 1),
];

#[test]
fn positions_and_versions_are_dense_and_every_hash_holds() {
    let house = House::new();
    house.succeed(&["season"]);
    let mut versions = BTreeMap::new();
    let mut last = None;
    for (index, event) in house.events().iter().enumerate() {
        assert_eq!(event.position.0, index as u64);
        let version = versions.entry(event.stream.clone()).or_insert(0);
        *version += 1;
        assert_eq!(event.version.0, *version, "{}", event.stream);
        assert!(
            last < Some(event.recorded_at),
            "recorded time stands still at {index}"
        );
        last = Some(event.recorded_at);
        assert_eq!(data_hash(&event.salt, &event.data), event.data_hash);
        assert!(
            leaf_bytes("https://khen.example/export/v1/hon-quan", event)
                .unwrap()
                .len()
                < 65_535
        );
    }
}

#[test]
fn a_season_played_twice_on_one_folder_is_recorded_once() {
    let house = House::new();
    house.succeed(&["season"]);
    let once = shape(&house.events());
    house.succeed(&["season"]);
    assert_eq!(shape(&house.events()), once);
}

#[test]
fn a_season_that_stopped_is_played_on_from_there() {
    let house = House::new();
    let mut events = 0;
    for stop in [
        "launch",
        "allocation",
        "unit-vote",
        "submission",
        "review",
        "council",
        "signature",
        "issued",
        "closed",
    ] {
        house.succeed(&["season", "--until", stop]);
        let now = house.events().len();
        assert!(now > events, "nothing happens until {stop}");
        events = now;
    }
    let whole = House::new();
    whole.succeed(&["season"]);
    assert_eq!(shape(&house.events()), shape(&whole.events()));
}

#[test]
fn a_season_is_played_many_times_over_at_once() {
    let house = House::new();
    let report = house.succeed(&["season", "--scale", "42"]);
    assert!(report.contains("42 đề nghị"), "{report}");
    assert!(report.contains("10 tập thể, 18 cá nhân"), "{report}");
    let told = house.fail(&["season"]);
    assert!(told.contains("another profile or size"), "{told}");
}

#[test]
fn rows_made_again_are_the_same_rows() {
    let house = House::new();
    house.succeed(&["season"]);
    let before = house.succeed(&["rebuild", "--hash-only"]);
    let after = house.succeed(&["rebuild"]);
    let hash = |text: &str| {
        text.lines()
            .last()
            .unwrap()
            .split_whitespace()
            .last()
            .unwrap()
            .to_owned()
    };
    assert_eq!(hash(&before), hash(&after), "{before}\n{after}");
}

/// The second authority, by data alone: another level, one office that does what two did, another
/// quota, other criteria, other rules of the Council, another law.
#[test]
fn the_season_of_a_commune_is_played_by_its_definitions() {
    let house = House::new();
    let output = house
        .khen(&["season", "--profile", "commune-2025"])
        .output()
        .unwrap();
    let (report, told) = [output.stdout, output.stderr]
        .map(|text| String::from_utf8(text).unwrap())
        .into();
    assert!(output.status.success(), "{report}{told}");
    for said in [
        "216/QĐ-UBND.TĐKT, 18/12/2025: 2 tập thể, 2 cá nhân",
        "1.410.000 đồng mỗi tập thể, 710.000 đồng mỗi cá nhân, tổng cộng 4.240.000 đồng",
        "6 đề nghị",
        "đúng như kịch bản",
    ] {
        assert!(report.contains(said), "{said} is missing in\n{report}");
    }
    // Duties of the one office lie with different persons.
    for refused in [
        "substitutes_same_person",
        "substitute_named",
        "confirmer_is_reviewer",
    ] {
        assert!(told.contains(refused), "{refused} was not refused:\n{told}");
    }
}

#[test]
fn a_folder_of_one_authority_takes_no_season_of_another() {
    let house = House::new();
    house.succeed(&["season", "--until", "launch"]);
    let told = house.fail(&["season", "--profile", "commune-2025"]);
    assert!(told.contains("another profile or size"), "{told}");
}
