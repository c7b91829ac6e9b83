//! What is filed beside the cases.

use serde_json::{Value, json};

use crate::{
    house::House,
    talk::{act, ask},
};
use khen_domain::Role;

const FEEDBACK: &str = "HQ-CCHC-2024/van-phong/1";

/// Says something at the door; answers how many events there are then.
async fn say(house: &House, (who, role): (&str, Role), kind: &str, content: Value) -> u64 {
    let token = house.token(who, role).await;
    let reply = act(&house.public, &token, (kind, kind), content).await;
    reply.ok(201)["min_position"].as_u64().unwrap()
}

async fn read(house: &House, (who, role): (&str, Role), min: u64) -> Value {
    let token = house.token(who, role).await;
    let path = format!("/api/v1/campaigns/HQ-CCHC-2024/feedback?min_position={min}");
    ask(&house.public, &token, &path).await.ok(200)
}

#[tokio::test]
async fn an_answer_for_all_is_read_by_every_unit_and_any_other_by_its_own() {
    let house = House::open().await;
    let officer = ("officer.van-phong", Role::UnitOfficer);
    let stranger = ("officer.tan-khai", Role::UnitOfficer);
    let filed = json!({
        "feedback": FEEDBACK,
        "topic": "criteria",
        "text": "Mô hình mới có cần được công nhận không?",
    });
    let size = say(&house, officer, "file_feedback", filed).await;
    assert_eq!(read(&house, stranger, size).await["items"], json!([]));
    let own = &read(&house, officer, size).await["items"][0];
    assert_eq!(own["text"], "Mô hình mới có cần được công nhận không?");
    assert_eq!(
        (&own["answer"], &own["state"]),
        (&Value::Null, &json!("feedback_filed"))
    );
    let answered = json!({
        "feedback": FEEDBACK,
        "answer": "Mô hình được mô tả là đủ.",
        "general": true,
    });
    let head = ("head.noi-vu", Role::ReviewHead);
    let size = say(&house, head, "answer_feedback", answered).await;
    let told = &read(&house, stranger, size).await["items"][0];
    assert_eq!(
        (&told["feedback"], &told["unit"]),
        (&json!(FEEDBACK), &json!("van-phong"))
    );
    assert_eq!(told["answer"], "Mô hình được mô tả là đủ.");
}

#[tokio::test]
async fn a_nominee_reads_no_feedback() {
    let house = House::open().await;
    let token = house.token("nominee.van-phong", Role::Nominee).await;
    ask(
        &house.public,
        &token,
        "/api/v1/campaigns/HQ-CCHC-2024/feedback",
    )
    .await
    .problem(403, "forbidden");
}
