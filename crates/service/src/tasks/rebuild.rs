//! `khen rebuild`

use std::{io::IsTerminal as _, process::ExitCode, sync::Arc, time::Duration};

use indicatif::{ProgressBar, ProgressStyle};

use crate::{
    cli,
    config::Config,
    output, rows,
    wiring::{self, Rooms},
};
use khen_ambient::SystemClock;
use khen_workers::{Agreement, Progress, Rebuild, Rebuilt};

/// The rows that had served were not what the ledger says.
const DIFFERENT: u8 = 4;

pub(crate) async fn run(config: &Config, arguments: &cli::Rebuild) -> anyhow::Result<ExitCode> {
    let rooms = wiring::open_existing(config, Arc::new(SystemClock)).await?;
    if arguments.hash_only {
        print_hashes(&rooms).await?;
        return Ok(ExitCode::SUCCESS);
    }
    let (feed, sets) = (Arc::clone(&rooms.feed), Arc::clone(&rooms.row_sets));
    let rebuild = Rebuild::new(feed, sets, rooms.vault.clone());
    let bar = bar()?;
    let mut report = |progress| show(&bar, progress);
    if arguments.back {
        rebuild.back(&mut report).await?;
        bar.finish_and_clear();
        output::line("the rows that served before serve again")?;
        return Ok(ExitCode::SUCCESS);
    }
    let rebuilt = rebuild.run(&mut report).await?;
    bar.finish_and_clear();
    print(&rebuilt)
}

async fn print_hashes(rooms: &Rooms) -> anyhow::Result<()> {
    for ledger in rooms.feed.ledgers().await? {
        rows::catch_up(rooms, &ledger.id).await?;
        let (cursor, content) = rooms.rows.content_hash(ledger.id.as_str()).await?;
        output::line(&format!("{}  {cursor} events  {content}", ledger.id))?;
    }
    Ok(())
}

/// The new rows go to stdout, what they had in common with the old ones to stderr.
fn print(all: &[Rebuilt]) -> anyhow::Result<ExitCode> {
    let mut code = ExitCode::SUCCESS;
    for rebuilt in all {
        let Rebuilt {
            ledger,
            events,
            content,
            agreement,
        } = rebuilt;
        output::line(&format!("{ledger}  {events} events  {content}"))?;
        let word = match agreement {
            Agreement::Nothing => "NEW: no rows had served".to_owned(),
            Agreement::Equal { events } => {
                format!("EQUAL: the rows that had served were the same after {events} events")
            }
            Agreement::Different {
                events,
                served,
                made,
            } => {
                code = ExitCode::from(DIFFERENT);
                format!(
                    "DIFFERENT: after {events} events the rows that had served were {served}, and the \
                     ledger says {made}; it is the truth, and was put in place. Was this program \
                     updated? Else somebody changed rows: the old ones are kept (`khen rebuild --back`)"
                )
            }
        };
        output::note(&format!("{ledger}: {word}"))?;
    }
    Ok(code)
}

/// A bar on a terminal; plain lines would only fill a log.
fn bar() -> anyhow::Result<ProgressBar> {
    if !std::io::stderr().is_terminal() {
        return Ok(ProgressBar::hidden());
    }
    let style = ProgressStyle::with_template("{wide_bar} {pos}/{len} events  {msg}")?;
    Ok(ProgressBar::new(0).with_style(style))
}

fn show(bar: &ProgressBar, progress: Progress) {
    bar.set_length(progress.total);
    bar.set_position(progress.applied);
    let left = progress.left.map_or_else(String::new, |left| {
        let seconds = Duration::from_secs(left.as_secs());
        format!(", {seconds:?} left")
    });
    bar.set_message(format!("{} events/s{left}", progress.events_per_second));
}
