//! `khen migrate`

use std::sync::Arc;

use crate::{config::Config, output, wiring};
use khen_ambient::SystemClock;

/// In a folder, opening makes or updates the tables at every start; this does it and nothing else, so that
/// an update can be tried before the service is started. In a database only this does it.
pub(crate) async fn run(config: &Config) -> anyhow::Result<()> {
    let place = wiring::migrate(config, Arc::new(SystemClock)).await?;
    output::line(&format!("The tables in {place} are up to date."))
}
