//! Lists: searched, filtered, ordered, page by page.

use serde_json::Value;

use crate::{
    house::{C1, House, I1},
    talk::{Reply, ask},
};
use khen_domain::Role;

const OFFICER: (&str, Role) = ("officer.van-phong", Role::UnitOfficer);
const REVIEWER: (&str, Role) = ("chuyen-mon", Role::Reviewer);

async fn show(house: &House, (who, role): (&str, Role), path: &str) -> Reply {
    let token = house.token(who, role).await;
    let joint = if path.contains('?') { '&' } else { '?' };
    let path = format!("{path}{joint}min_position={}", house.size);
    ask(&house.public, &token, &path).await
}

fn members(page: &Value, name: &str) -> Vec<String> {
    let items = page["items"].as_array().unwrap().iter();
    items
        .map(|one| one[name].as_str().unwrap().to_owned())
        .collect()
}

/// The whole list, one by one.
async fn whole(house: &House, path: &str, name: &str) -> Vec<String> {
    let mut found = Vec::new();
    let mut after = String::new();
    loop {
        let page = show(house, REVIEWER, &format!("{path}&limit=1{after}")).await;
        let page = page.ok(200);
        found.extend(members(&page, name));
        let Some(next) = page["next"].as_str() else {
            return found;
        };
        after = format!("&after={next}");
    }
}

#[tokio::test]
async fn nominations_are_searched_by_name_unit_and_code() {
    let house = House::open().await;
    for (q, expected) in [
        ("minh%20hoa", vec![I1]),
        ("Minh%20H%E1%BB%8Da", vec![I1]),
        ("2024-0001", vec![C1]),
        ("khong%20co", vec![]),
    ] {
        let path = format!("/api/v1/nominations?q={q}");
        let page = show(&house, REVIEWER, &path).await.ok(200);
        let mut found = members(&page, "nomination");
        found.retain(|id| [C1, I1].contains(&id.as_str()));
        assert_eq!(found, expected, "{q}");
    }
}

#[tokio::test]
async fn every_order_is_read_page_by_page() {
    let house = House::open().await;
    let all = show(&house, REVIEWER, "/api/v1/nominations?limit=200").await;
    let mut all = members(&all.ok(200), "nomination");
    for sort in ["code", "name", "changed"] {
        let path = format!("/api/v1/nominations?sort={sort}");
        let mut found = whole(&house, &path, "nomination").await;
        if sort == "code" {
            assert_eq!(found, all);
        }
        found.sort();
        all.sort();
        assert_eq!(found, all, "{sort}");
    }
}

#[tokio::test]
async fn units_are_searched_and_filtered() {
    let house = House::open().await;
    let all = whole(&house, "/api/v1/units?", "unit").await;
    assert!(all.iter().any(|unit| unit == "van-phong"));
    let found = show(&house, OFFICER, "/api/v1/units?q=van-phong").await;
    assert_eq!(members(&found.ok(200), "unit"), ["van-phong"]);
    let none = show(&house, OFFICER, "/api/v1/units?group=none").await;
    assert!(members(&none.ok(200), "unit").is_empty());
}

#[tokio::test]
async fn people_and_assignments_are_searched() {
    let house = House::open().await;
    for path in ["people", "assignments"] {
        let hit = format!("/api/v1/{path}?q=tran%20thi");
        let hit = show(&house, OFFICER, &hit).await.ok(200);
        assert!(!hit["items"].as_array().unwrap().is_empty());
        let miss = format!("/api/v1/{path}?q=nobody");
        let miss = show(&house, OFFICER, &miss).await.ok(200);
        assert!(miss["items"].as_array().unwrap().is_empty());
    }
}

#[tokio::test]
async fn campaigns_are_listed_and_shown() {
    let house = House::open().await;
    let all = whole(&house, "/api/v1/campaigns?", "campaign").await;
    assert_eq!(all, ["HQ-CCHC-2024"]);
    let one = show(&house, OFFICER, "/api/v1/campaigns/HQ-CCHC-2024").await;
    assert_eq!(one.ok(200)["year"], 2024);
    show(&house, OFFICER, "/api/v1/campaigns/HQ-CCHC-2023")
        .await
        .problem(404, "not-found");
}

#[tokio::test]
async fn the_register_tells_the_outside_only_what_is_issued() {
    let house = House::open().await;
    let path = "/api/v1/decisions?year=2024&q=4385";
    let page = show(&house, REVIEWER, path).await.ok(200);
    assert!(page["items"].as_array().unwrap().is_empty());
    show(&house, OFFICER, "/api/v1/decisions?stage=issued")
        .await
        .ok(200);
    show(&house, OFFICER, "/api/v1/decisions?stage=drafted")
        .await
        .problem(403, "forbidden");
}

#[tokio::test]
async fn a_unit_does_not_find_interim_results_by_their_papers() {
    let house = House::open().await;
    let path = "/api/v1/nominations?paper=presentation/HQ-CCHC-2024-1";
    show(&house, OFFICER, path).await.problem(403, "forbidden");
    show(&house, REVIEWER, path).await.ok(200);
}

#[tokio::test]
async fn what_no_list_knows_is_400() {
    let house = House::open().await;
    let long = "a".repeat(101);
    for path in [
        "/api/v1/nominations?colour=red".to_owned(),
        "/api/v1/nominations?sort=age".to_owned(),
        "/api/v1/nominations?limit=0".to_owned(),
        format!("/api/v1/nominations?q={long}"),
        "/api/v1/nominations?sort=changed&after=bm9vbg".to_owned(),
        "/api/v1/units?kind=castle".to_owned(),
        "/api/v1/decisions?year=noon".to_owned(),
        "/api/v1/decisions?after=bm9vbg".to_owned(),
        "/api/v1/campaigns?q=a".to_owned(),
        "/api/v1/people?sort=name".to_owned(),
    ] {
        show(&house, REVIEWER, &path)
            .await
            .problem(400, "malformed");
    }
}
