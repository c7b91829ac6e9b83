//! `khen admin forget-consumer`: a copy of the ledger that is not kept any more.

use std::sync::Arc;

use anyhow::ensure;

use crate::{config::Config, output, wiring};
use khen_ambient::SystemClock;
use khen_eventlog::{ConsumerId, LedgerId};

pub(crate) async fn run(config: &Config, slug: &str, consumer: &ConsumerId) -> anyhow::Result<()> {
    let rooms = wiring::open_existing(config, Arc::new(SystemClock)).await?;
    let ledger = LedgerId::parse(slug)?;
    let was_there = rooms.acks.forget_consumer(&ledger, consumer).await?;
    ensure!(
        was_there,
        "{slug} has no consumer {consumer}; `khen log show --ledger {slug}` lists them"
    );
    output::line(&format!("{consumer} is forgotten"))
}
