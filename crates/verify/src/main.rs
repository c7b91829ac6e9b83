//! Checks a bundle, a proof or a whole mirror offline.

mod cli;
mod print;

use std::process::ExitCode;

use clap::Parser;

fn main() -> ExitCode {
    let cli = cli::Cli::parse();
    let report = cli.task.run();
    let printed = if cli.json {
        print::json(&report)
    } else {
        print::people(&report)
    };
    match printed {
        Ok(()) => ExitCode::from(report.verdict().exit_code()),
        // Whoever reads sees nothing of it, so it is not "ok".
        Err(_) => ExitCode::from(4),
    }
}
