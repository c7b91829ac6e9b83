//! Measures every contender once per round.

use crate::machine::Timed;

/// One way to write, with a name for the report.
pub struct Contender<'a> {
    /// Its name.
    pub name: &'static str,
    /// How often it writes in one measurement.
    pub operation_count: usize,
    /// Prepares, then writes; only the writing is timed.
    pub run: Box<dyn FnMut() -> anyhow::Result<Timed> + 'a>,
}

/// A contender that writes `operation_count` times a measurement.
pub fn contender<'a>(
    name: &'static str,
    operation_count: usize,
    run: impl FnMut() -> anyhow::Result<Timed> + 'a,
) -> Contender<'a> {
    Contender {
        name,
        operation_count,
        run: Box::new(run),
    }
}

/// One measurement.
#[derive(Debug, Clone, Copy)]
pub struct Sample {
    /// Writes per second.
    pub rate: f64,
    /// Idle share of all cores meanwhile, in per cent.
    pub idle_percent: Option<u64>,
}

/// The samples of one round, in the order of the contenders.
pub type Round = Vec<Sample>;

/// Runs `round_count` rounds; each starts with another contender, so that none is always first.
///
/// # Errors
/// The first error of a contender.
pub fn measure(contenders: &mut [Contender<'_>], round_count: usize) -> anyhow::Result<Vec<Round>> {
    let mut rounds = Vec::new();
    for round in 0..round_count {
        let mut samples: Vec<Option<Sample>> = vec![None; contenders.len()];
        for turn in 0..contenders.len() {
            let index = (round + turn) % contenders.len();
            samples[index] = Some(sample(&mut contenders[index])?);
        }
        rounds.push(samples.into_iter().flatten().collect());
    }
    Ok(rounds)
}

#[expect(
    clippy::cast_precision_loss,
    reason = "counts of operations are far below 2^52"
)]
fn sample(contender: &mut Contender<'_>) -> anyhow::Result<Sample> {
    let Timed {
        elapsed,
        idle_percent,
    } = (contender.run)()?;
    Ok(Sample {
        rate: contender.operation_count as f64 / elapsed.as_secs_f64(),
        idle_percent,
    })
}
