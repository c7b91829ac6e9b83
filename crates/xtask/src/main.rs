//! Keeps the house tidy.

use std::{
    io::{self, Write},
    path::Path,
    process::ExitCode,
};

use anyhow::Context;
use clap::{Parser, Subcommand};

use khen_xtask::{Workspace, tidy, trace};

/// Chores of the house.
#[derive(Parser)]
#[command(name = "xtask")]
struct Cli {
    #[command(subcommand)]
    chore: Chore,
}

#[derive(Subcommand)]
enum Chore {
    /// Checks the rules of the house and says what to do about each breach.
    Tidy,
    /// Writes the page that traces the plan and the rules to code and tests.
    Trace,
}

fn main() -> anyhow::Result<ExitCode> {
    match Cli::parse().chore {
        Chore::Tidy => tidy(),
        Chore::Trace => trace(),
    }
}

fn tidy() -> anyhow::Result<ExitCode> {
    let workspace = Workspace::load(Path::new(env!("CARGO_MANIFEST_DIR")))?;
    let breaches = tidy::check(&workspace)?;
    let mut out = io::stdout().lock();
    for breach in &breaches {
        writeln!(out, "{breach}")?;
    }
    writeln!(out, "{}", tidy::summary(&workspace))?;
    if breaches.is_empty() {
        writeln!(out, "The house is tidy: {} rules hold.", tidy::RULES.len())?;
        return Ok(ExitCode::SUCCESS);
    }
    writeln!(
        out,
        "{} of {} rules are broken.",
        breaches.len(),
        tidy::RULES.len()
    )?;
    Ok(ExitCode::FAILURE)
}

fn trace() -> anyhow::Result<ExitCode> {
    let room = Path::new(env!("CARGO_MANIFEST_DIR"));
    let (page, gaps) = trace::page(&Workspace::load(room)?)?;
    let root = room
        .ancestors()
        .nth(2)
        .context("the room lies two folders below the root")?;
    std::fs::write(root.join(trace::PAGE), page)?;
    let mut out = io::stdout().lock();
    for gap in &gaps {
        writeln!(out, "{gap}")?;
    }
    writeln!(out, "{} is written; {} gaps.", trace::PAGE, gaps.len())?;
    Ok(ExitCode::SUCCESS)
}

#[cfg(test)]
mod tests {
    use clap::CommandFactory;

    use super::*;

    #[test]
    fn the_command_line_is_well_formed() {
        Cli::command().debug_assert();
    }
}
