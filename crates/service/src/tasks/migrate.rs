//! `khen migrate`

use std::sync::Arc;

use crate::{config::Config, output, wiring};
use khen_ambient::SystemClock;

/// Opening makes or updates the tables, as at every start; this does it and nothing else, so that an
/// update can be tried before the service is started.
pub(crate) fn run(config: &Config) -> anyhow::Result<()> {
    wiring::open(config, Arc::new(SystemClock))?;
    output::line(&format!(
        "The tables in {} are up to date.",
        config.data.display()
    ))
}
