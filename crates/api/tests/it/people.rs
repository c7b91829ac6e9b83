//! Who is told which persons there are.

use serde_json::Value;

use crate::{
    house::House,
    seed::NAME,
    talk::{Reply, ask},
};
use khen_domain::Role;

const OFFICER: (&str, Role) = ("officer.van-phong", Role::UnitOfficer);
const REVIEWER: (&str, Role) = ("chuyen-mon", Role::Reviewer);

async fn show(house: &House, (who, role): (&str, Role), query: &str) -> Reply {
    let token = house.token(who, role).await;
    let path = format!("/api/v1/people?min_position={}{query}", house.size);
    ask(&house.public, &token, &path).await
}

fn members<'a>(page: &'a Value, name: &str) -> Vec<&'a str> {
    let items = page["items"].as_array().unwrap().iter();
    items.map(|one| one[name].as_str().unwrap()).collect()
}

#[tokio::test]
async fn a_unit_finds_the_ids_of_its_own_people() {
    let house = House::open().await;
    let page = show(&house, OFFICER, "").await.ok(200);
    assert!(members(&page, "person").contains(&"nominee.van-phong"));
    assert!(
        members(&page, "unit")
            .iter()
            .all(|unit| *unit == "van-phong")
    );
    assert!(members(&page, "name").iter().all(|name| *name == NAME));
    let others = show(&house, OFFICER, "&unit=tu-phap").await.ok(200);
    assert!(members(&others, "person").is_empty());
}

#[tokio::test]
async fn the_office_finds_the_people_of_every_unit() {
    let house = House::open().await;
    let page = show(&house, REVIEWER, "&unit=tu-phap").await.ok(200);
    assert!(members(&page, "person").contains(&"nominee.tu-phap"));
    let all = show(&house, REVIEWER, "&limit=200").await.ok(200);
    assert!(members(&all, "unit").contains(&"van-phong"));
    assert!(members(&all, "unit").contains(&"tu-phap"));
}

#[tokio::test]
async fn pages_of_people_follow_each_other() {
    let house = House::open().await;
    let all = show(&house, OFFICER, "").await.ok(200);
    let mut found = Vec::new();
    let mut query = "&limit=1".to_owned();
    loop {
        let page = show(&house, OFFICER, &query).await.ok(200);
        found.extend(members(&page, "person").into_iter().map(str::to_owned));
        let Some(next) = page["next"].as_str() else {
            break;
        };
        query = format!("&limit=1&after={next}");
    }
    assert_eq!(found, members(&all, "person"));
}

#[tokio::test]
async fn whoever_needs_no_directory_is_told_nothing() {
    let house = House::open().await;
    for reader in [
        ("quan-tri", Role::Admin),
        ("nominee.van-phong", Role::Nominee),
        ("chanh-thanh-tra", Role::EvidenceIssuer),
    ] {
        show(&house, reader, "").await.problem(403, "forbidden");
    }
}
