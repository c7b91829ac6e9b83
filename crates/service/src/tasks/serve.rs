//! `khen serve`

use crate::{clock, config::Config, lifecycle, output, server::Server, wiring};

pub(crate) async fn run(config: &Config) -> anyhow::Result<()> {
    let rooms = wiring::open(config, clock::of(config)).await?;
    clock::must_be_honest(config, &rooms).await?;
    if rooms.feed.ledgers().await?.is_empty() {
        output::note("There is no ledger yet: load an authority (`khen load`), then people.")?;
    }
    let server = Server::start(config, rooms).await?;
    server.watch_deadlines(config.timer.poll());
    let stop = lifecycle::stop_signal();
    output::line(&format!("Serving on {}", server.url()))?;
    stop.await;
    server.stop().await;
    Ok(())
}
