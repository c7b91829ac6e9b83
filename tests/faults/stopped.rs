//! A worker that sleeps through the end of its lease.

use crate::{
    checks::all_is_well,
    cluster::Cluster,
    load::Load,
    seed::{Seed, scaled},
    truth::Truth,
};

/// Sleeps at CI size.
const SLEEP_COUNT: usize = 2;

#[test]
fn a_worker_that_wakes_after_its_ledgers_were_taken_over_does_no_harm() {
    let seed = Seed::of_this_run();
    let cluster = Cluster::start();
    let load = Load::start(&cluster);
    for _ in 0..scaled(SLEEP_COUNT) {
        load.book().wait_for_acknowledged(seed.commands());
        let truth = &cluster.truth;
        let holder = truth.until("somebody follows", Truth::holder);
        let mut workers = cluster.workers.iter();
        let sleeper = workers.find(|worker| worker.holder == holder).unwrap();
        // In the middle of whatever it does: with rows applied and not committed, or a cursor to move.
        sleeper.process.signal("STOP");
        truth.until("another follows", |truth| {
            truth.holder().filter(|other| *other != holder)
        });
        let rows = truth.rows();
        truth.until("the rows go on", |truth| {
            (truth.rows() > rows).then_some(())
        });
        sleeper.process.signal("CONT");
        truth.until("the sleeper is back at work", |truth| {
            truth.holders().contains_key(&holder).then_some(())
        });
        // What it was about to write, it writes about now: against events of the other's reign.
        load.book().wait_for_acknowledged(seed.commands());
    }
    all_is_well(cluster, load);
}
