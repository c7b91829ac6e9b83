//! `khen serve`

use std::sync::Arc;

use crate::{config::Config, lifecycle, output, server::Server, wiring};
use khen_ambient::SystemClock;

pub(crate) async fn run(config: &Config) -> anyhow::Result<()> {
    let rooms = wiring::open(config, Arc::new(SystemClock))?;
    if rooms.feed.ledgers().await?.is_empty() {
        output::note("There is no ledger yet: load an authority (`khen load`), then people.")?;
    }
    let server = Server::start(config, rooms.clone()).await?;
    server.watch_deadlines(&rooms, config.timer.poll());
    let stop = lifecycle::stop_signal();
    output::line(&format!("Serving on {}", server.url()))?;
    stop.await;
    server.stop().await;
    Ok(())
}
