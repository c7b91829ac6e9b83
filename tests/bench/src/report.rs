//! Prints medians, rounds, ratios and whether the bars are met.

use std::io::Write;

use crate::rounds::{Contender, Round, Sample};

/// A ratio of two contenders' rates that must be at least so much.
pub struct Bar {
    /// What it says.
    pub name: &'static str,
    /// The contender above the line.
    pub over: &'static str,
    /// The contender below the line.
    pub under: &'static str,
    /// The smallest ratio that is good enough.
    pub at_least: f64,
}

/// Writes the report.
///
/// # Errors
/// When `out` cannot be written, or a bar names no contender.
pub fn print(
    out: &mut impl Write,
    contenders: &[Contender<'_>],
    rounds: &[Round],
    bars: &[Bar],
) -> anyhow::Result<()> {
    let (name, rate, each) = ("contender", "writes/s", "us each");
    writeln!(
        out,
        "{name:<34} {rate:>9} {each:>9}  rounds (writes/s; idle CPU %)"
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

fn print_contender(out: &mut impl Write, name: &str, samples: &[Sample]) -> anyhow::Result<()> {
    let rates: Vec<f64> = samples.iter().map(|sample| sample.rate).collect();
    let rate = median(&rates);
    write!(out, "{name:<34} {rate:>9.0} {:>9.1} ", 1e6 / rate)?;
    for Sample { rate, idle_percent } in samples {
        let idle = idle_percent.map_or("-".to_owned(), |idle| idle.to_string());
        write!(out, " {rate:.0}; {idle}")?;
    }
    Ok(writeln!(out)?)
}

fn print_bar(out: &mut impl Write, bar: &Bar, ratios: &[f64]) -> anyhow::Result<()> {
    let Bar { name, at_least, .. } = bar;
    let ratio = median(ratios);
    let verdict = if ratio >= *at_least { "met" } else { "MISSED" };
    write!(
        out,
        "{name}: {ratio:.2} (at least {at_least:.2}) {verdict}; rounds"
    )?;
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
