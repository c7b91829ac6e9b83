//! How long something took, over many times.

use std::{io::Write, time::Duration};

/// Times, in order.
#[derive(Debug, Clone)]
pub struct Spread(Vec<Duration>);

impl Spread {
    pub(super) fn of(mut times: Vec<Duration>) -> Self {
        times.sort_unstable();
        Self(times)
    }

    /// The time that `percent` of them do not exceed; zero where there are none.
    #[must_use]
    pub fn percentile(&self, percent: usize) -> Duration {
        let rank = (self.0.len() * percent).div_ceil(100);
        self.0
            .get(rank.saturating_sub(1))
            .copied()
            .unwrap_or_default()
    }

    /// Writes p50, p99 and the longest, and whether p99 is below the bar.
    ///
    /// # Errors
    /// When `out` cannot be written.
    pub fn print(&self, out: &mut impl Write, what: &str, bar: Duration) -> anyhow::Result<()> {
        let [half, most, all] = [50, 99, 100].map(|percent| self.percentile(percent));
        writeln!(
            out,
            "{what}: p50 {half:.1?}, p99 {most:.1?} (below {bar:.1?}) {}, longest {all:.1?}",
            below(&most, &bar)
        )?;
        Ok(())
    }
}

/// Whether a bar is met that something must stay below.
#[must_use]
pub fn below<T: PartialOrd>(value: &T, bar: &T) -> &'static str {
    if value < bar { "met" } else { "MISSED" }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_percentile_is_a_time_that_was_measured() {
        let spread = Spread::of((1..=200).rev().map(Duration::from_millis).collect());
        let found = [50, 99, 100].map(|percent| spread.percentile(percent).as_millis());
        assert_eq!(found, [100, 198, 200]);
    }
}
