//! A clock that is set back.

use jiff::SignedDuration;

use crate::{checks::all_is_well, cluster::Cluster, load::Load, seed::Seed, truth::ledger};
use khen_ambient::{Clock as _, FileClock};

#[test]
fn a_clock_set_back_by_an_hour_is_seen_and_stops_nobody() {
    let seed = Seed::of_this_run();
    let cluster = Cluster::start();
    let load = Load::start(&cluster);
    load.book().wait_for_acknowledged(seed.commands());
    let clock = FileClock::new(cluster.clock_file());
    clock
        .move_to(clock.now() - SignedDuration::from_hours(1))
        .unwrap();
    load.book().wait_for_acknowledged(seed.commands());
    let url = format!("{}/readyz", cluster.workers[0].process.url);
    let (status, answer) = cluster.truth.fetch(&url);
    let name = format!("clock.{}", ledger());
    let mut checks = answer["checks"].as_array().unwrap().iter();
    let check = checks.find(|check| check["name"] == name).unwrap();
    assert_eq!(check["condition"], "degraded", "{check}");
    assert!(status.is_success(), "it goes on answering: {answer}");
    load.book().wait_for_acknowledged(seed.commands());
    // Also that recorded times increase all the same.
    all_is_well(cluster, load);
}
