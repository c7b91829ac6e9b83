//! What waits for a desk.

use serde_json::Value;

use crate::{
    house::{House, I1},
    talk::ask,
};
use khen_domain::Role;

#[tokio::test]
async fn a_desk_sees_what_waits_for_it() {
    let house = House::open().await;
    let mut holders = Vec::new();
    for (who, role) in [
        ("officer.van-phong", Role::UnitOfficer),
        ("secretary.van-phong", Role::UnitSecretary),
        ("head.van-phong", Role::UnitHead),
        ("officer.tu-phap", Role::UnitOfficer),
    ] {
        let token = house.token(who, role).await;
        let path = format!("/api/v1/queue?min_position={}", house.size);
        let queue = ask(&house.public, &token, &path).await.ok(200);
        let items = queue["items"].as_array().unwrap().clone();
        if let Some(entry) = items.iter().find(|entry| entry["item"] == I1) {
            assert_eq!(entry["role"], role.as_str());
            assert_ne!(entry["act_vi"], entry["act_en"]);
            holders.push(who);
        }
        assert_eq!(queue["next"], Value::Null);
    }
    assert_eq!(holders.len(), 1, "one desk has the ball");
    assert!(holders[0].ends_with("van-phong"));
}

#[tokio::test]
async fn a_place_that_no_page_named_is_400() {
    let house = House::open().await;
    let token = house.token("head.van-phong", Role::UnitHead).await;
    for after in ["_", "bm9vbg"] {
        let path = format!("/api/v1/queue?after={after}");
        ask(&house.public, &token, &path)
            .await
            .problem(400, "malformed");
    }
}
