//! `khen work`

use anyhow::{bail, ensure};

use crate::{clock, config::Config, lifecycle, output, server::Server, wiring};

pub(crate) async fn run(config: &Config) -> anyhow::Result<()> {
    let rooms = wiring::open(config, clock::of(config)).await?;
    clock::must_be_honest(config, &rooms).await?;
    if !rooms.is_shared {
        bail!(
            "an office in a folder is followed by `khen serve` itself; `khen work` is for a database \
             (KHEN_DATABASE__URL_FILE)"
        );
    }
    ensure!(
        rooms.signer.is_some(),
        "the key of the logs {} is missing: every worker needs the one that `khen migrate` made",
        config.log_key_file().display()
    );
    let server = Server::start_working(config, rooms).await?;
    let stop = lifecycle::stop_signal();
    output::line(&format!("Working; health and metrics on {}", server.url()))?;
    stop.await;
    server.stop().await;
    Ok(())
}
