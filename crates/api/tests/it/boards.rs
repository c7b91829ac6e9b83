//! Boards of a campaign, and what is due.

use serde_json::{Value, json};

use crate::{
    house::{House, I1},
    talk::{Reply, ask},
};
use khen_domain::Role;

const OFFICER: (&str, Role) = ("officer.van-phong", Role::UnitOfficer);
const NOMINEE: (&str, Role) = ("nominee.van-phong", Role::Nominee);
const REVIEWER: (&str, Role) = ("chuyen-mon", Role::Reviewer);

async fn show(house: &House, (who, role): (&str, Role), path: &str) -> Reply {
    let token = house.token(who, role).await;
    let joint = if path.contains('?') { '&' } else { '?' };
    let path = format!("/api/v1/{path}{joint}min_position={}", house.size);
    ask(&house.public, &token, &path).await
}

fn items(page: &Value) -> &Vec<Value> {
    page["items"].as_array().unwrap()
}

#[tokio::test]
async fn the_board_counts_every_case_once() {
    let house = House::open().await;
    let board = show(&house, REVIEWER, "campaigns/HQ-CCHC-2024/board").await;
    let board = board.ok(200);
    let states = board["states"].as_array().unwrap().iter();
    let by_state: u64 = states
        .map(|one| one["collective"].as_u64().unwrap() + one["individual"].as_u64().unwrap())
        .sum();
    let units = board["units"].as_array().unwrap().iter();
    let by_unit: u64 = units.map(|one| one["count"].as_u64().unwrap()).sum();
    assert!(by_state > 0);
    assert_eq!(board["count"], by_state);
    assert_eq!(board["count"], by_unit);
    let first = &board["steps"][0];
    assert_eq!(
        (&first["step"], &first["done"]),
        (&json!("unit"), &json!(0))
    );
    assert!(first["median_days"].as_u64() <= first["max_days"].as_u64());
    assert_eq!(board["steps"].as_array().unwrap().len(), 8);
    assert_eq!(board["steps"][7]["median_days"], Value::Null);
}

#[tokio::test]
async fn the_board_is_the_offices_own() {
    let house = House::open().await;
    for reader in [OFFICER, NOMINEE] {
        show(&house, reader, "campaigns/HQ-CCHC-2024/board")
            .await
            .problem(403, "forbidden");
    }
    show(&house, REVIEWER, "campaigns/HQ-CCHC-2023/board")
        .await
        .problem(404, "not-found");
}

#[tokio::test]
async fn the_quota_tells_the_unit_no_places_used() {
    let house = House::open().await;
    let quota = show(&house, REVIEWER, "campaigns/HQ-CCHC-2024/quota").await;
    let kinds = &quota.ok(200)["kinds"];
    assert_eq!(
        (&kinds[0]["kind"], &kinds[0]["limit"]),
        (&json!("collective"), &json!(5))
    );
    assert_eq!(
        (&kinds[1]["kind"], &kinds[1]["limit"]),
        (&json!("individual"), &json!(10))
    );
    for kind in kinds.as_array().unwrap() {
        let [limit, allocated, reserve, free] =
            ["limit", "allocated", "reserve", "free"].map(|name| kind[name].as_u64().unwrap());
        assert_eq!(allocated + reserve, limit);
        assert_eq!(free, limit);
        assert!(allocated > 0);
    }
    let quota = show(&house, OFFICER, "campaigns/HQ-CCHC-2024/quota").await;
    assert!(quota.ok(200)["kinds"][0].get("approved").is_none());
    show(&house, NOMINEE, "campaigns/HQ-CCHC-2024/quota")
        .await
        .problem(403, "forbidden");
}

#[tokio::test]
async fn a_unit_sees_its_own_slots_and_its_own_row() {
    let house = House::open().await;
    let slots = show(&house, OFFICER, "campaigns/HQ-CCHC-2024/slots").await;
    let own = slots.ok(200);
    assert!(
        items(&own)
            .iter()
            .all(|one| one["unit"] == "van-phong" || one["group"].is_string())
    );
    let all = show(&house, REVIEWER, "campaigns/HQ-CCHC-2024/slots").await;
    assert!(items(&all.ok(200)).len() >= items(&own).len());
    let rows = show(&house, OFFICER, "campaigns/HQ-CCHC-2024/eligibility").await;
    let rows = rows.ok(200);
    assert!(!items(&rows).is_empty());
    for row in items(&rows) {
        assert_eq!(row["unit"], "van-phong");
        assert_ne!(row["reason_vi"], row["reason_en"]);
    }
    let other = "campaigns/HQ-CCHC-2024/eligibility?unit=tu-phap";
    show(&house, OFFICER, other).await.problem(403, "forbidden");
    let one = show(&house, REVIEWER, other).await.ok(200);
    assert!(items(&one).iter().all(|row| row["unit"] == "tu-phap"));
}

#[tokio::test]
async fn pages_of_determinations_follow_each_other() {
    let house = House::open().await;
    let all = show(
        &house,
        REVIEWER,
        "campaigns/HQ-CCHC-2024/eligibility?limit=200",
    )
    .await;
    let all = items(&all.ok(200)).clone();
    let mut found = Vec::new();
    let mut after = String::new();
    loop {
        let path = format!("campaigns/HQ-CCHC-2024/eligibility?limit=1{after}");
        let page = show(&house, REVIEWER, &path).await.ok(200);
        found.extend(items(&page).clone());
        let Some(next) = page["next"].as_str() else {
            break;
        };
        after = format!("&after={next}");
    }
    assert_eq!(found, all);
}

#[tokio::test]
async fn a_desk_may_look_at_its_own_and_the_office_at_every_desk() {
    let house = House::open().await;
    let all = show(&house, REVIEWER, "queue?desks=all&limit=200")
        .await
        .ok(200);
    assert!(items(&all).iter().any(|entry| entry["item"] == I1));
    let unit = show(&house, OFFICER, "queue?desks=unit").await.ok(200);
    assert!(
        items(&unit)
            .iter()
            .all(|entry| entry["unit"] == "van-phong")
    );
    for path in ["queue?desks=all", "due?desks=all"] {
        show(&house, OFFICER, path).await.problem(403, "forbidden");
    }
    for path in ["queue?desks=unit", "due?desks=unit"] {
        show(&house, REVIEWER, path).await.problem(403, "forbidden");
    }
    show(&house, REVIEWER, "due?desks=all").await.ok(200);
    show(&house, OFFICER, "due?late=maybe")
        .await
        .problem(400, "malformed");
    show(&house, OFFICER, "nominations?late=true")
        .await
        .problem(403, "forbidden");
    show(
        &house,
        REVIEWER,
        "nominations?late=true&held=false&desk=unit_officer",
    )
    .await
    .ok(200);
}
