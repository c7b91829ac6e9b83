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
    let read =
        |url: &str| runtime.block_on(async { reqwest::get(url).await.unwrap().text().await });
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
