//! Who is told who holds which role.

use serde_json::Value;

use crate::{
    house::House,
    talk::{Reply, ask},
};
use khen_domain::Role;

const OFFICER: (&str, Role) = ("officer.van-phong", Role::UnitOfficer);
const REVIEWER: (&str, Role) = ("chuyen-mon", Role::Reviewer);

async fn show(house: &House, (who, role): (&str, Role), query: &str) -> Reply {
    let token = house.token(who, role).await;
    let path = format!("/api/v1/assignments?min_position={}{query}", house.size);
    ask(&house.public, &token, &path).await
}

fn members<'a>(page: &'a Value, name: &str) -> Vec<&'a str> {
    let items = page["items"].as_array().unwrap().iter();
    items
        .map(|one| one[name].as_str().unwrap_or_default())
        .collect()
}

#[tokio::test]
async fn a_unit_finds_the_roles_of_its_own_people() {
    let house = House::open().await;
    let page = show(&house, OFFICER, "").await.ok(200);
    assert!(members(&page, "role").contains(&"unit_head"));
    assert!(
        members(&page, "unit")
            .iter()
            .all(|unit| *unit == "van-phong")
    );
    let others = show(&house, OFFICER, "&unit=tu-phap").await.ok(200);
    assert!(members(&others, "assignment").is_empty());
}

#[tokio::test]
async fn the_office_finds_the_holders_of_a_role() {
    let house = House::open().await;
    let page = show(&house, REVIEWER, "&role=chairman").await.ok(200);
    assert_eq!(members(&page, "role"), ["chairman"]);
    assert!(members(&page, "assignment")[0].len() > 1);
    show(&house, REVIEWER, "&role=king")
        .await
        .problem(400, "malformed");
}

#[tokio::test]
async fn whoever_needs_no_directory_is_told_no_roles() {
    let house = House::open().await;
    for reader in [
        ("quan-tri", Role::Admin),
        ("nominee.van-phong", Role::Nominee),
        ("chanh-thanh-tra", Role::EvidenceIssuer),
    ] {
        show(&house, reader, "").await.problem(403, "forbidden");
    }
}
