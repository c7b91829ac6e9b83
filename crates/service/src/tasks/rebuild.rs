//! `khen rebuild`

use std::{io::IsTerminal as _, sync::Arc, time::Duration};

use indicatif::{ProgressBar, ProgressStyle};

use crate::{cli, config::Config, output, rows, wiring};
use khen_ambient::SystemClock;
use khen_workers::{Progress, Rebuild, RowsSink};

pub(crate) async fn run(config: &Config, arguments: &cli::Rebuild) -> anyhow::Result<()> {
    let rooms = wiring::open_existing(config, Arc::new(SystemClock)).await?;
    for ledger in rooms.feed.ledgers().await? {
        if arguments.hash_only {
            rows::catch_up(&rooms, &ledger.id).await?;
            let (cursor, content) = rooms.rows.content_hash(ledger.id.as_str()).await?;
            output::line(&format!("{}  {cursor} events  {content}", ledger.id))?;
            continue;
        }
        let sink = RowsSink::new(Arc::clone(&rooms.rows), rooms.vault.clone());
        let rebuild = Rebuild::new(Arc::clone(&rooms.feed), sink);
        let bar = bar(ledger.size.0)?;
        let rebuilt = rebuild
            .run(&ledger.id, &mut |progress| show(&bar, progress))
            .await?;
        bar.finish_and_clear();
        output::line(&format!(
            "{}  {} events  {}",
            ledger.id, rebuilt.events, rebuilt.content
        ))?;
    }
    Ok(())
}

/// A bar on a terminal; plain lines would only fill a log.
fn bar(total: u64) -> anyhow::Result<ProgressBar> {
    if !std::io::stderr().is_terminal() {
        return Ok(ProgressBar::hidden());
    }
    let style = ProgressStyle::with_template("{wide_bar} {pos}/{len} events  {msg}")?;
    Ok(ProgressBar::new(total).with_style(style))
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
