//! `khen admin read-only`: a time in which nothing is recorded.

use std::sync::Arc;

use anyhow::ensure;

use crate::{cli::ReadOnlyTask, config::Config, output, wiring};
use khen_ambient::{Clock as _, SystemClock};
use khen_eventlog::ReadOnlyRecord;

pub(crate) async fn run(config: &Config, task: ReadOnlyTask) -> anyhow::Result<()> {
    let rooms = wiring::open_existing(config, Arc::new(SystemClock)).await?;
    let book = &rooms.halt_book;
    match task {
        ReadOnlyTask::Start { reason } => {
            ensure!(!reason.trim().is_empty(), "say why with --reason");
            let since = SystemClock.now();
            show(
                &book
                    .keep_read_only(&ReadOnlyRecord { reason, since })
                    .await?,
            )
        }
        ReadOnlyTask::Stop => {
            let was_read_only = book.lift_read_only().await?;
            ensure!(was_read_only, "commands are taken already");
            output::line("commands are taken")
        }
        ReadOnlyTask::Show => match book.read_only().await? {
            Some(record) => show(&record),
            None => output::line("commands are taken"),
        },
    }
}

fn show(record: &ReadOnlyRecord) -> anyhow::Result<()> {
    let ReadOnlyRecord { reason, since } = record;
    output::line(&format!("read-only since {since}: {reason}"))
}
