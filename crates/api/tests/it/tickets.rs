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

/// Those who handle a complaint read it and find it on their desk; nobody else learns of it.
#[tokio::test]
async fn a_complaint_is_restricted_to_those_who_handle_it() {
    let house = House::open().await;
    let officer = ("chanh-thanh-tra", Role::ComplaintOfficer);
    let registered = json!({
        "complaint": {"campaign": "HQ-CCHC-2024", "number": 1},
        "complaint_kind": "denunciation",
        "is_anonymous": false,
        "subject": null,
        "knew_on": "2024-11-18",
        "text": "Thành tích trong báo cáo không đúng.",
    });
    let size = say(&house, officer, "register_complaint", registered).await;
    let path = format!("/api/v1/campaigns/HQ-CCHC-2024/complaints?min_position={size}");
    let token = house.token(officer.0, officer.1).await;
    let page = ask(&house.public, &token, &path).await.ok(200);
    assert_eq!(
        page["items"][0]["text"],
        "Thành tích trong báo cáo không đúng."
    );
    assert_eq!(page["items"][0]["state"], "complaint_registered");
    let queue = ask(&house.public, &token, "/api/v1/queue").await.ok(200);
    assert!(queue.to_string().contains("accept_complaint"), "{queue}");
    for (who, role) in [
        ("officer.van-phong", Role::UnitOfficer),
        ("head.noi-vu", Role::ReviewHead),
        ("nominee.van-phong", Role::Nominee),
    ] {
        let token = house.token(who, role).await;
        ask(&house.public, &token, &path)
            .await
            .problem(403, "forbidden");
        let queue = ask(&house.public, &token, "/api/v1/queue?desks=all").await;
        assert!(!queue.json().to_string().contains("complaint"), "{who}");
    }
}
