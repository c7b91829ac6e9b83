//! What a census and the rows leave on the page of the measures.

use metrics_exporter_prometheus::{PrometheusBuilder, PrometheusHandle};
use tokio::{task::yield_now, time::timeout};
use tokio_util::sync::CancellationToken;

use crate::{
    desk::{hon_quan, launch},
    history::{drafted, proposed, season},
    house::{House, PATIENCE, SOON},
    leasing::{beat, follow, keeper},
};
use khen_workers::{Census, CensusParts};

/// Waits until the page shows all of these lines.
async fn shown(page: &PrometheusHandle, lines: &[&str]) {
    let showing = async {
        loop {
            let text = page.render();
            if lines.iter().all(|line| text.contains(&format!("{line}\n"))) {
                return;
            }
            yield_now().await;
        }
    };
    let is_shown = timeout(PATIENCE, showing).await.is_ok();
    assert!(is_shown, "{lines:?} in\n{}", page.render());
}

fn standing(state: &str, count: u64) -> String {
    let labels = format!(r#"ledger="hon-quan",campaign="HQ-CCHC-2024",state="{state}""#);
    format!("khen_nominations{{{labels}}} {count}")
}

#[tokio::test]
async fn a_nomination_is_counted_where_it_stands_by_whoever_follows_its_ledger() {
    let recorder = PrometheusBuilder::new().build_recorder();
    let page = recorder.handle();
    let _measured = metrics::set_default_local_recorder(&recorder);
    let (house, here) = (House::open().await, hon_quan());
    launch(&house).await;
    let keeper = keeper(&house, "one");
    beat(&keeper).await;
    let at_work = follow(&house, keeper.holdings());
    let census = Census::new(CensusParts {
        rows: house.rows.clone(),
        status: at_work.follower.status(),
        pause: SOON,
    });
    let stop = CancellationToken::new();
    let token = stop.clone();
    let counting = tokio::spawn(async move { census.run(&token).await });

    let events = drafted(&house, &here, "1", 1).await;
    let last = house.record_all(&here, events).await;
    let size = format!(r#"khen_log_size{{ledger="hon-quan"}} {}"#, last + 1);
    shown(&page, &[&standing("drafted", 1), &size]).await;

    house.record_all(&here, vec![proposed(1)]).await;
    shown(&page, &[&standing("drafted", 0), &standing("proposed", 1)]).await;

    keeper.leave().await.expect("the office answers");
    let gone = r#"khen_log_size{ledger="hon-quan"} 0"#;
    shown(&page, &[&standing("proposed", 0), gone]).await;
    stop.cancel();
    counting.await.expect("the census ends in peace");
    at_work.stop().await;
}

#[tokio::test]
async fn a_wait_is_measured_when_its_gate_is_passed() {
    let recorder = PrometheusBuilder::new().build_recorder();
    let page = recorder.handle();
    let _measured = metrics::set_default_local_recorder(&recorder);
    let (house, here) = (House::open().await, hon_quan());
    let events = season(&house, &here).await;
    house.record_all(&here, events).await;
    let at_work = house.follow(SOON);
    // One of the nominations came before the Chairman and into a decision that nobody has signed.
    let passed = ["presentation", "chairman"];
    let passed = passed.map(|gate| format!(r#"khen_gate_wait_seconds_count{{gate="{gate}"}} 1"#));
    shown(&page, &passed.each_ref().map(String::as_str)).await;
    assert!(!page.render().contains(r#"gate="signature""#));
    at_work.stop().await;
}
