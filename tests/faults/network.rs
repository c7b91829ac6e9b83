//! Lines that break, freeze and drag.

use std::time::Duration;

use crate::{
    checks::all_is_well,
    cluster::Cluster,
    load::Load,
    seed::{Seed, scaled},
};
use khen_testbed::{Direction, TcpProxy};

/// Faults of each line at CI size.
const FAULT_COUNT: usize = 8;
/// A line across half the world.
const DELAY: Duration = Duration::from_millis(30);
/// An answer is cut off somewhere within so many bytes.
const CUT_WITHIN: usize = 20_000;

#[test]
fn nothing_is_lost_or_doubled_when_the_line_to_postgres_breaks() {
    let seed = Seed::of_this_run();
    let cluster = Cluster::start();
    let load = Load::start(&cluster);
    for round in 0..scaled(FAULT_COUNT) {
        load.book().wait_for_acknowledged(seed.commands());
        let fault = Fault::of_round(round);
        fault.hurt(&cluster.postgres_line, &seed, || match fault {
            Fault::Cut | Fault::Frozen => load.book().wait_for_failed_tries(1),
            Fault::CutWithin | Fault::Slow => load.book().wait_for_acknowledged(seed.commands()),
        });
    }
    load.book().wait_for_acknowledged(seed.commands());
    all_is_well(cluster, load);
}

#[test]
fn without_a_line_to_nats_everything_goes_on_by_polling() {
    let seed = Seed::of_this_run();
    let cluster = Cluster::start();
    let load = Load::start(&cluster);
    for round in 0..scaled(FAULT_COUNT) {
        Fault::of_round(round).hurt(&cluster.nats_line, &seed, || {
            load.book().wait_for_acknowledged(seed.commands());
            let rows = cluster.truth.rows();
            cluster.truth.until("the rows go on", |truth| {
                (truth.rows() > rows).then_some(())
            });
        });
    }
    all_is_well(cluster, load);
}

/// What happens to a line.
#[derive(Clone, Copy)]
enum Fault {
    /// Every connection is dropped, and every new one.
    Cut,
    /// Nothing gets through, and nobody is told.
    Frozen,
    /// A connection is dropped within a message: a statement or an acknowledgement that never
    /// arrives whole.
    CutWithin,
    /// Everything takes its time.
    Slow,
}

impl Fault {
    /// All four, in turn.
    fn of_round(round: usize) -> Self {
        match round % 4 {
            0 => Self::Cut,
            1 => Self::Frozen,
            2 => Self::CutWithin,
            _ => Self::Slow,
        }
    }

    /// Hurts the line until what is awaited has come about, and mends it.
    fn hurt(self, line: &TcpProxy, seed: &Seed, await_it: impl FnOnce()) {
        match self {
            Self::Cut => line.cut(),
            Self::Frozen => line.freeze(),
            Self::CutWithin => {
                let ways = [Direction::FromClient, Direction::FromServer];
                let bytes = u64::try_from(seed.below(CUT_WITHIN)).unwrap();
                line.cut_after(ways[seed.below(2)], bytes);
            }
            Self::Slow => line.delay(DELAY),
        }
        await_it();
        line.mend();
        line.thaw();
        line.delay(Duration::ZERO);
    }
}
