//! Whether the process is alive and fit.

use std::sync::Arc;

use serde_json::json;

use crate::{
    house::{Found, House, Wanted},
    talk::ask,
};
use khen_api::Check;
use khen_domain::{Role, stories_kit::moment};

#[tokio::test]
async fn a_running_process_is_alive_on_both_listeners() {
    let house = House::open().await;
    for router in [&house.public, &house.internal] {
        assert_eq!(
            ask(router, "", "/livez").await.ok(200),
            json!({ "status": "ok" })
        );
    }
}

#[tokio::test]
async fn a_fit_process_says_what_it_looked_at() {
    let house = House::open().await;
    let ready = ask(&house.internal, "", "/readyz").await.ok(200);
    assert_eq!(ready["status"], "ok");
    let names: Vec<_> = ready["checks"]
        .as_array()
        .unwrap()
        .iter()
        .map(|one| &one["name"])
        .collect();
    assert_eq!(names, ["store", "rows", "clock"]);
}

#[tokio::test]
async fn a_failed_probe_is_503_with_its_reason() {
    let stopped = Check::failed("sink.rows", "stopped at position 7");
    let probes = vec![Arc::new(Found(stopped)) as _];
    let house = House::with(Wanted {
        probes,
        ..Wanted::default()
    })
    .await;
    let ready = ask(&house.public, "", "/readyz").await.ok(503);
    assert_eq!(ready["status"], "failed");
    let last = ready["checks"].as_array().unwrap().last().unwrap();
    assert_eq!(
        (&last["name"], &last["detail"]),
        (&json!("sink.rows"), &json!("stopped at position 7"))
    );
}

#[tokio::test]
async fn a_clock_behind_the_ledger_degrades() {
    let house = House::open().await;
    house.clock.move_to(moment("2024-11-01T08:00").timestamp());
    let ready = ask(&house.public, "", "/readyz").await.ok(200);
    assert_eq!(ready["status"], "degraded");
}

#[tokio::test]
async fn measures_are_for_the_operator_only() {
    let house = House::open().await;
    let measures = ask(&house.internal, "", "/metrics").await;
    assert_eq!(measures.bytes, b"khen_build_info 1\n");
    ask(&house.public, "", "/metrics")
        .await
        .problem(404, "not-found");
    let token = house.token("officer.tu-phap", Role::UnitOfficer).await;
    ask(&house.internal, &token, "/api/v1/me")
        .await
        .problem(404, "not-found");
}
