//! Time.

use std::{
    sync::{
        Arc,
        atomic::{AtomicI64, Ordering},
    },
    time::{Duration, Instant},
};

use jiff::Timestamp;

/// Says what time it is.
pub trait Clock: Send + Sync {
    /// The present, in whole microseconds.
    fn now(&self) -> Timestamp;
}

/// The machine's clock. Tokens and TLS always use this one.
#[derive(Debug, Clone, Copy, Default)]
pub struct SystemClock;

impl Clock for SystemClock {
    fn now(&self) -> Timestamp {
        from_microseconds(machine_microseconds())
    }
}

/// A clock that can be moved to any time and ticks on from there, in one process.
///
/// Clones share the movement. It starts at the machine's time.
#[derive(Debug, Clone, Default)]
pub struct MovableClock {
    offset_microseconds: Arc<AtomicI64>,
}

impl MovableClock {
    /// Moves the clock so that it now shows `time`.
    pub fn move_to(&self, time: Timestamp) {
        let offset = time.as_microsecond() - machine_microseconds();
        self.offset_microseconds.store(offset, Ordering::SeqCst);
    }
}

impl Clock for MovableClock {
    fn now(&self) -> Timestamp {
        from_microseconds(machine_microseconds() + self.offset_microseconds.load(Ordering::SeqCst))
    }
}

/// Measures how long something takes, by a clock that nobody can set; for telemetry, progress,
/// benchmarks and the terms of leases only.
#[derive(Debug, Clone, Copy)]
pub struct Stopwatch(Instant);

impl Stopwatch {
    /// Starts now.
    #[must_use]
    #[expect(
        clippy::disallowed_methods,
        reason = "this room is where the clock is read"
    )]
    pub fn start() -> Self {
        Self(Instant::now())
    }

    /// The time since the start.
    #[must_use]
    pub fn elapsed(&self) -> Duration {
        self.0.elapsed()
    }
}

#[expect(
    clippy::disallowed_methods,
    reason = "this room is where the clock is read"
)]
fn machine_microseconds() -> i64 {
    Timestamp::now().as_microsecond()
}

fn from_microseconds(microseconds: i64) -> Timestamp {
    Timestamp::from_microsecond(microseconds).unwrap_or(Timestamp::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_moved_clock_moves_for_all_its_clones() {
        let clock = MovableClock::default();
        let other = clock.clone();
        let launch: Timestamp = "2024-03-15T01:00:00Z".parse().unwrap();
        clock.move_to(launch);
        assert!(other.now() >= launch);
        assert!(other.now() < SystemClock.now());
    }
}
