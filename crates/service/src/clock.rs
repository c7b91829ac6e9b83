//! The clock of this process.

use std::sync::Arc;

use anyhow::ensure;

use crate::{config::Config, wiring::Rooms};
use khen_ambient::{Clock, FileClock, SystemClock};

/// Tells that a folder is a demo's, and whose season is played there how many times over.
pub(crate) const DEMO_MARKER: &str = "DEMO";

/// The machine's clock; in a demo, the one that is shared by its processes.
pub(crate) fn of(config: &Config) -> Arc<dyn Clock> {
    match shared(config) {
        Some(clock) => Arc::new(clock),
        None => Arc::new(SystemClock),
    }
}

/// The clock that the processes of a demo share.
pub(crate) fn shared(config: &Config) -> Option<FileClock> {
    config.demo.clock_file.clone().map(FileClock::new)
}

/// A real office takes its time from the machine and from nowhere else.
pub(crate) async fn must_be_honest(config: &Config, rooms: &Rooms) -> anyhow::Result<()> {
    let is_demo = config.data.join(DEMO_MARKER).exists();
    ensure!(
        config.demo.clock_file.is_none() || is_demo || rooms.feed.ledgers().await?.is_empty(),
        "demo.clock_file is for made-up offices only, and {} is not marked as a demo's",
        config.data.display()
    );
    Ok(())
}
