//! What the operator can measure.

use tokio::runtime::Runtime;

use crate::house::House;

/// Pages that are looked at until a count that is on its way must have come.
const PAGE_COUNT_MAX: usize = 10_000;

/// Every measure that there is once a season has reached its review.
const MEASURES: &[&str] = &[
    "http_server_request_duration_seconds_bucket",
    "khen_append_conflicts_total",
    "khen_append_seconds_bucket",
    "khen_auth_failures_total",
    "khen_build_info",
    "khen_commands_total",
    "khen_gate_wait_seconds_bucket",
    "khen_ledgers_halted",
    "khen_log_checkpoint_size",
    "khen_log_size",
    "khen_nominations",
    "khen_pii_reads_total",
    "khen_projection_lag_events",
    "khen_projection_lag_seconds",
    "khen_quota_limit",
    "khen_quota_used",
    "khen_reactions_total",
    "khen_sink_stopped",
];

/// Measures that a page does not show, or shows without saying what they are.
fn missing(page: &str) -> Vec<&'static str> {
    let is_shown = |name: &str| {
        let help = name.trim_end_matches("_bucket");
        let mut lines = page.lines();
        page.contains(&format!("# HELP {help} "))
            && lines.any(|line| {
                line.strip_prefix(name)
                    .is_some_and(|rest| rest.starts_with(['{', ' ']))
            })
    };
    MEASURES
        .iter()
        .copied()
        .filter(|name| !is_shown(name))
        .collect()
}

#[test]
fn whatever_a_season_leaves_behind_is_measured() {
    let house = House::new();
    let variables = [
        ("KHEN_LOG__FORMAT", "json"),
        ("KHEN_LOG__FILTER", "info"),
        ("KHEN_TELEMETRY__COUNT_MS", "10"),
    ];
    let serving = house.serve_with("demo --until review", &variables);
    let runtime = Runtime::new().unwrap();
    let read = |url: &str| {
        runtime.block_on(async {
            crate::house::http()
                .get(url)
                .send()
                .await
                .unwrap()
                .text()
                .await
        })
    };
    read(&format!("{}/api/v1/me", serving.url)).unwrap();

    let metrics = serving.metrics();
    let size = format!(
        "khen_log_size{{ledger=\"hon-quan\"}} {}\n",
        house.events().len()
    );
    let is_whole = |page: &String| missing(page).is_empty() && page.contains(&size);
    let mut pages = (0..PAGE_COUNT_MAX).map(|_| read(&metrics).unwrap());
    let page = pages
        .find(is_whole)
        .unwrap_or_else(|| read(&metrics).unwrap());
    assert_eq!(missing(&page), Vec::<&str>::new(), "{page}");
    for line in [
        &size,
        "state=\"under_review\"",
        "khen_auth_failures_total{reason=\"missing\"} 1",
    ] {
        assert!(page.contains(line), "{line} in {page}");
    }
}

#[test]
fn how_far_a_consumer_is_behind_is_measured() {
    let house = House::new();
    let variables = [
        ("KHEN_LOG__FORMAT", "json"),
        ("KHEN_LOG__FILTER", "info"),
        ("KHEN_TELEMETRY__COUNT_MS", "10"),
    ];
    let serving = house.serve_with("demo --until launch", &variables);
    let runtime = Runtime::new().unwrap();
    let metrics = serving.metrics();
    let read = || {
        runtime.block_on(async {
            crate::house::http()
                .get(&metrics)
                .send()
                .await
                .unwrap()
                .text()
                .await
        })
    };
    let token = std::fs::read_to_string(house.data().join("tokens/KT.auditor")).unwrap();
    let url = format!("{}/export/v1/hon-quan/consumers/ban-sao/ack", serving.url);
    // Nothing is stored yet.
    let nothing = r#"{ "next": 0, "root": "47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=" }"#;
    runtime.block_on(async {
        let put = crate::house::http().put(url).bearer_auth(token.trim());
        let put = put.header("Content-Type", "application/json").body(nothing);
        assert!(put.send().await.unwrap().status().is_success());
    });
    let labels = "{ledger=\"hon-quan\",consumer=\"ban-sao\"}";
    let behind = format!(
        "khen_export_consumer_lag_events{labels} {}\n",
        house.events().len()
    );
    let age = format!("khen_export_consumer_lag_seconds{labels} ");
    let is_behind = |page: &String| page.contains(&behind) && page.contains(&age);
    let mut pages = (0..PAGE_COUNT_MAX).map(|_| read().unwrap());
    assert!(pages.any(|page| is_behind(&page)), "{}", read().unwrap());
}
