//! Prints medians, rounds, ratios and whether the bars are met.

use std::io::Write;

use crate::rounds::{Contender, Round, Sample};

/// A rate that a contender must reach.
pub struct Least {
    /// The contender.
    pub name: &'static str,
    /// The smallest rate that is good enough, a second.
    pub at_least: f64,
}

/// A ratio of two contenders' rates.
pub struct Bar {
    /// What it says.
    pub name: &'static str,
    /// The contender above the line.
    pub over: &'static str,
    /// The contender below the line.
    pub under: &'static str,
    /// The smallest ratio that is good enough, where one was set.
    pub at_least: Option<f64>,
}

/// Writes the report; `what` names the operations that are counted.
///
/// # Errors
/// When `out` cannot be written, or a bar names no contender.
pub fn print(
    out: &mut impl Write,
    what: &str,
    contenders: &[Contender<'_>],
    rounds: &[Round],
    bars: &[Bar],
) -> anyhow::Result<()> {
    let (name, rate, each) = ("contender", format!("{what}/s"), "us each");
    writeln!(
        out,
        "{name:<38} {rate:>9} {each:>9}  rounds ({what}/s; idle CPU %)"
    )?;
    for (index, contender) in contenders.iter().enumerate() {
        let samples: Vec<Sample> = rounds.iter().map(|round| round[index]).collect();
        print_contender(out, contender.name, &samples)?;
    }
    for bar in bars {
        let (over, under) = (place(contenders, bar.over)?, place(contenders, bar.under)?);
        let ratios = rounds
            .iter()
            .map(|round| round[over].rate / round[under].rate);
        print_bar(out, bar, &ratios.collect::<Vec<_>>())?;
    }
    Ok(())
}

/// Writes whether a contender is fast enough.
///
/// # Errors
/// When `out` cannot be written, or there is no such contender.
pub fn print_least(
    out: &mut impl Write,
    contenders: &[Contender<'_>],
    rounds: &[Round],
    least: &Least,
) -> anyhow::Result<()> {
    let Least { name, at_least } = least;
    let place = place(contenders, name)?;
    let rates = rounds.iter().map(|round| round[place].rate);
    let rate = median(&rates.collect::<Vec<_>>());
    let verdict = verdict(rate, *at_least);
    Ok(writeln!(
        out,
        "{name}: {rate:.0}/s (at least {at_least:.0}) {verdict}"
    )?)
}

fn verdict(value: f64, at_least: f64) -> &'static str {
    if value >= at_least { "met" } else { "MISSED" }
}

fn print_contender(out: &mut impl Write, name: &str, samples: &[Sample]) -> anyhow::Result<()> {
    let rates: Vec<f64> = samples.iter().map(|sample| sample.rate).collect();
    let rate = median(&rates);
    write!(out, "{name:<38} {rate:>9.0} {:>9.1} ", 1e6 / rate)?;
    for Sample { rate, idle_percent } in samples {
        let idle = idle_percent.map_or("-".to_owned(), |idle| idle.to_string());
        write!(out, " {rate:.0}; {idle}")?;
    }
    Ok(writeln!(out)?)
}

fn print_bar(out: &mut impl Write, bar: &Bar, ratios: &[f64]) -> anyhow::Result<()> {
    let Bar { name, at_least, .. } = bar;
    let ratio = median(ratios);
    write!(out, "{name}: {ratio:.2}")?;
    if let Some(at_least) = at_least {
        let verdict = verdict(ratio, *at_least);
        write!(out, " (at least {at_least:.2}) {verdict}")?;
    }
    write!(out, "; rounds")?;
    for ratio in ratios {
        write!(out, " {ratio:.2}")?;
    }
    Ok(writeln!(out)?)
}

fn place(contenders: &[Contender<'_>], name: &str) -> anyhow::Result<usize> {
    let place = contenders
        .iter()
        .position(|contender| contender.name == name);
    place.ok_or_else(|| anyhow::anyhow!("no contender is called {name}"))
}

fn median(values: &[f64]) -> f64 {
    let mut sorted = values.to_vec();
    sorted.sort_by(f64::total_cmp);
    let middle = sorted.len() / 2;
    if sorted.len() % 2 == 1 {
        sorted[middle]
    } else {
        f64::midpoint(sorted[middle - 1], sorted[middle])
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_median_is_the_one_in_the_middle() {
        assert!((median(&[3.0, 1.0, 2.0]) - 2.0).abs() < f64::EPSILON);
        assert!((median(&[4.0, 1.0, 3.0, 2.0]) - 2.5).abs() < f64::EPSILON);
    }
}
