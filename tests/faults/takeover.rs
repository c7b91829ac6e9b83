//! A worker dies, and another goes on with its ledgers.

use crate::{
    checks::all_is_well,
    cluster::Cluster,
    load::Load,
    seed::{Seed, say, scaled},
    truth::Truth,
};
use khen_ambient::Stopwatch;

/// Kills at CI size.
const KILL_COUNT: usize = 6;

#[test]
fn what_a_killed_worker_followed_is_followed_by_another() {
    let seed = Seed::of_this_run();
    let mut cluster = Cluster::start();
    let load = Load::start(&cluster);
    for _ in 0..scaled(KILL_COUNT) {
        load.book().wait_for_acknowledged(seed.commands());
        let holder = cluster.truth.until("somebody follows", Truth::holder);
        let workers = &mut cluster.workers;
        let place = workers.iter().position(|worker| worker.holder == holder);
        let killed = workers.remove(place.expect("it is one of the workers"));
        drop(killed);
        let watch = Stopwatch::start();
        // Before that, a commit that the dead one had sent may still be carried out.
        cluster.truth.until("another follows", |truth| {
            truth.holder().filter(|other| *other != holder)
        });
        let rows = cluster.truth.rows();
        cluster.truth.until("the rows go on", |truth| {
            (truth.rows() > rows).then_some(())
        });
        say(&format!(
            "taken over {} ms after kill -9",
            watch.elapsed().as_millis()
        ));
        cluster.start_worker();
    }
    all_is_well(cluster, load);
}
