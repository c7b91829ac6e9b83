//! How far a rebuild is, over all ledgers.

use std::time::Duration;

use khen_ambient::Stopwatch;

/// How far a rebuild is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Progress {
    /// Events applied.
    pub applied: u64,
    /// Events to be applied, as far as was known at the last look.
    pub total: u64,
    /// Events a second since the start; 0 until that can be said.
    pub events_per_second: u64,
    /// Time left at that rate, if that can be said.
    pub left: Option<Duration>,
}

/// Counts what is applied.
pub(super) struct Tally {
    watch: Stopwatch,
    applied: u64,
    total: u64,
}

impl Tally {
    /// Nothing is applied; the clock runs from here.
    pub(super) fn start() -> Self {
        Self {
            watch: Stopwatch::start(),
            applied: 0,
            total: 0,
        }
    }

    /// So many events are still to be applied.
    pub(super) fn expect(&mut self, missing: u64) {
        self.total = self.applied.saturating_add(missing);
    }

    /// So many more were applied.
    pub(super) fn add(&mut self, applied: u64) {
        self.applied = self.applied.saturating_add(applied);
        self.total = self.total.max(self.applied);
    }

    pub(super) fn progress(&self) -> Progress {
        progress(self.applied, self.total, self.watch.elapsed())
    }
}

fn progress(applied: u64, total: u64, elapsed: Duration) -> Progress {
    let per_second = (u128::from(applied) * 1_000_000).checked_div(elapsed.as_micros());
    let per_second = u64::try_from(per_second.unwrap_or(0)).unwrap_or(u64::MAX);
    let left = total.saturating_sub(applied);
    Progress {
        applied,
        total,
        events_per_second: per_second,
        left: left.checked_div(per_second).map(Duration::from_secs),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_rate_is_taken_over_the_whole_rebuild() {
        let progress = progress(500, 2_000, Duration::from_secs(2));
        assert_eq!(progress.events_per_second, 250);
        assert_eq!(progress.left, Some(Duration::from_secs(6)));
    }

    #[test]
    fn nothing_is_said_of_a_rate_before_time_passes() {
        let progress = progress(500, 2_000, Duration::ZERO);
        assert_eq!((progress.events_per_second, progress.left), (0, None));
    }

    #[test]
    fn what_comes_meanwhile_counts_as_soon_as_it_is_seen() {
        let mut tally = Tally::start();
        tally.expect(10);
        tally.add(8);
        tally.expect(5);
        let Progress { applied, total, .. } = tally.progress();
        assert_eq!((applied, total), (8, 13));
        tally.add(6);
        assert_eq!(tally.progress().total, 14);
    }
}
