//! What processes use of the CPU.

use std::{fs, time::Duration};

use anyhow::Context as _;

/// Ticks of `/proc` a second: what the kernel tells programs on every machine that Khen runs on.
/// Source: `USER_HZ`, time(7).
const TICKS_PER_SECOND: f64 = 100.0;

/// CPU time of a process with all its children, dead or alive, in ticks since it started.
#[derive(Debug, Clone, Copy)]
pub(super) struct Spent(u64);

/// What a process used in a measurement.
#[derive(Debug, Clone)]
pub struct Used {
    /// Which.
    pub name: String,
    /// Of one core, in per cent.
    pub percent: f64,
}

/// The sum of what these used, of one core in per cent.
#[must_use]
pub fn percent_of_a_core(used: &[Used]) -> f64 {
    used.iter().map(|one| one.percent).sum()
}

impl Spent {
    /// Of each of these processes.
    pub(super) fn of_all(processes: &[(String, u32)]) -> anyhow::Result<Vec<Self>> {
        processes.iter().map(|(_, id)| Self::of(*id)).collect()
    }

    fn of(process: u32) -> anyhow::Result<Self> {
        let own = Stat::read(process).context("there is no /proc to read CPU time from")?;
        let mut ticks = own.ticks + own.ticks_of_the_dead;
        for entry in fs::read_dir("/proc")? {
            let name = entry?.file_name();
            let id = name.to_str().and_then(|name| name.parse().ok());
            // One that ends in this moment is among the dead at the next look.
            if let Some(child) = id
                .and_then(Stat::read)
                .filter(|stat| stat.parent == process)
            {
                ticks += child.ticks;
            }
        }
        Ok(Self(ticks))
    }
}

impl Used {
    #[expect(
        clippy::cast_precision_loss,
        reason = "ticks of a run are far below 2^52"
    )]
    pub(super) fn between(name: String, (before, after): (&Spent, &Spent), time: Duration) -> Self {
        let seconds = after.0.saturating_sub(before.0) as f64 / TICKS_PER_SECOND;
        Self {
            name,
            percent: 100.0 * seconds / time.as_secs_f64(),
        }
    }
}

/// What is read of `/proc/PID/stat`.
struct Stat {
    parent: u32,
    ticks: u64,
    ticks_of_the_dead: u64,
}

impl Stat {
    fn read(process: u32) -> Option<Self> {
        let text = fs::read_to_string(format!("/proc/{process}/stat")).ok()?;
        Self::parse(&text)
    }

    /// Source: `proc_pid_stat(5)`. The name in brackets is the second field and may hold anything.
    fn parse(text: &str) -> Option<Self> {
        let (_, after_name) = text.rsplit_once(')')?;
        let fields: Vec<&str> = after_name.split_whitespace().collect();
        let ticks = |field: usize| fields.get(field - 3)?.parse::<u64>().ok();
        Some(Self {
            parent: fields.get(4 - 3)?.parse().ok()?,
            ticks: ticks(14)? + ticks(15)?,
            ticks_of_the_dead: ticks(16)? + ticks(17)?,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_may_hold_brackets_and_spaces() {
        let text = "77 (a) b) S 12 77 77 0 -1 4194560 1 2 3 4 500 60 7 8 20 0 1 0 99 1 1";
        let stat = Stat::parse(text).unwrap();
        assert_eq!(
            (stat.parent, stat.ticks, stat.ticks_of_the_dead),
            (12, 560, 15)
        );
    }
}
