//! Time.

use std::{
    fs,
    path::PathBuf,
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

/// A clock that several processes of this machine share and that one of them moves: how far it is from
/// the machine's lies in a file. For a season that is played against several processes.
#[derive(Debug, Clone)]
pub struct FileClock {
    file: PathBuf,
}

impl FileClock {
    /// The clock of this file; without the file it shows the machine's time.
    #[must_use]
    pub fn new(file: PathBuf) -> Self {
        Self { file }
    }

    /// Moves the clock of every process that has this file, so that it now shows `time`.
    ///
    /// # Errors
    /// The file could not be written.
    pub fn move_to(&self, time: Timestamp) -> std::io::Result<()> {
        let offset = time.as_microsecond() - machine_microseconds();
        let new = self.file.with_extension("new");
        // Readers find the old number or the new one, never half of it.
        fs::write(&new, offset.to_string())?;
        fs::rename(new, &self.file)
    }
}

impl Clock for FileClock {
    fn now(&self) -> Timestamp {
        let text = fs::read_to_string(&self.file).ok();
        let offset: Option<i64> = text.and_then(|text| text.trim().parse().ok());
        from_microseconds(machine_microseconds().saturating_add(offset.unwrap_or(0)))
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

    #[test]
    fn a_clock_in_a_file_moves_for_everybody_who_has_the_file() {
        let folder = std::env::temp_dir().join(format!("khen-clock-{}", std::process::id()));
        fs::create_dir_all(&folder).unwrap();
        let (clock, other) = (
            FileClock::new(folder.join("clock")),
            FileClock::new(folder.join("clock")),
        );
        let before = SystemClock.now();
        assert!(other.now() >= before);
        let launch: Timestamp = "2024-03-15T01:00:00Z".parse().unwrap();
        clock.move_to(launch).unwrap();
        assert!(other.now() >= launch);
        assert!(other.now() < before);
        fs::remove_dir_all(folder).unwrap();
    }
}
