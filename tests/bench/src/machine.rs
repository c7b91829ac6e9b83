//! Measures time, and what the machine did meanwhile.

use std::{fs, time::Duration};

use khen_ambient::Stopwatch;

/// What was measured.
#[derive(Debug, Clone, Copy)]
pub struct Timed {
    /// How long it took.
    pub elapsed: Duration,
    /// Idle share of all cores meanwhile, in per cent; `None` where there is no `/proc`.
    pub idle_percent: Option<u64>,
}

/// Measures from its start to its stop.
pub struct Meter {
    watch: Stopwatch,
    ticks: Option<CpuTicks>,
}

impl Meter {
    /// Starts now.
    #[must_use]
    pub fn start() -> Self {
        Self {
            ticks: cpu_ticks(),
            watch: Stopwatch::start(),
        }
    }

    /// What was measured since the start.
    #[must_use]
    pub fn stop(&self) -> Timed {
        let elapsed = self.watch.elapsed();
        let idle_percent = match (self.ticks, cpu_ticks()) {
            (Some(before), Some(after)) => after.idle_percent_since(before),
            (None, _) | (_, None) => None,
        };
        Timed {
            elapsed,
            idle_percent,
        }
    }
}

/// Ticks of all cores since the machine started, and how many of them were idle.
#[derive(Clone, Copy)]
struct CpuTicks {
    all: u64,
    idle: u64,
}

fn cpu_ticks() -> Option<CpuTicks> {
    let stat = fs::read_to_string("/proc/stat").ok()?;
    let fields = stat.lines().next()?.split_whitespace().skip(1);
    let ticks: Vec<u64> = fields.filter_map(|field| field.parse().ok()).collect();
    // The fourth is idle, the fifth waits for the disk. Source: proc_stat(5).
    Some(CpuTicks {
        all: ticks.iter().take(8).sum(),
        idle: ticks.get(3)? + ticks.get(4)?,
    })
}

impl CpuTicks {
    fn idle_percent_since(self, earlier: Self) -> Option<u64> {
        let all = self.all.checked_sub(earlier.all)?;
        let idle = self.idle.checked_sub(earlier.idle)?;
        (100 * idle).checked_div(all)
    }
}
