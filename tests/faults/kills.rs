//! kill −9.

use crate::{
    checks::all_is_well,
    cluster::{Cluster, EACH},
    load::Load,
    seed::{Seed, scaled},
};

/// Kills at CI size; those of the takeovers come on top.
const KILL_COUNT: usize = 44;

#[test]
fn nothing_is_lost_or_doubled_when_anything_is_killed_at_any_moment() {
    let seed = Seed::of_this_run();
    let mut cluster = Cluster::start();
    let load = Load::start(&cluster);
    for _ in 0..scaled(KILL_COUNT) {
        load.book().wait_for_acknowledged(seed.commands());
        match seed.below(6) {
            0 | 1 => cluster.replace_web(seed.below(EACH)),
            2 | 3 => cluster.replace_worker(seed.below(EACH)),
            4 => cluster.postgres.restart(),
            _ => cluster.nats.restart(),
        }
    }
    load.book().wait_for_acknowledged(seed.commands());
    all_is_well(cluster, load);
}
