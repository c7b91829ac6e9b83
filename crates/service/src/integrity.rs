//! Nothing is recorded in a ledger that is not what was signed for, and everybody is told.

use std::{sync::Arc, time::Duration};

use async_trait::async_trait;

use crate::{config::Config, seal, wiring::Rooms};
use khen_api::{Check, Probe};
use khen_eventlog::{EventFeed, Halts};
use khen_workers::{Guard, GuardParts};

/// Looks at every ledger, before anything is recorded in any; the guard goes on looking once it is run.
pub(crate) async fn guard(rooms: &Rooms, poll: Duration) -> anyhow::Result<Guard> {
    let mut guard = Guard::new(GuardParts {
        feed: Arc::clone(&rooms.feed),
        tiles: Arc::clone(&rooms.tiles),
        memory: rooms.memory.clone(),
        halting: rooms.halting.clone(),
        poll,
    });
    guard.look().await?;
    Ok(guard)
}

/// Likewise, and asks the witnesses, where this process has the key to check what they show.
pub(crate) async fn guard_with_witnesses(config: &Config, rooms: &Rooms) -> anyhow::Result<Guard> {
    let guard = guard(rooms, config.rows.poll()).await?;
    if let Some(signer) = &rooms.signer {
        guard
            .ask(signer, &seal::asked(&config.seal.witness)?)
            .await?;
    }
    Ok(guard)
}

/// Whether anything is recorded. Whoever only reads is served all the same, so it degrades.
pub(crate) struct ReadOnlyProbe {
    pub(crate) halts: Halts,
}

#[async_trait]
impl Probe for ReadOnlyProbe {
    async fn look(&self) -> Vec<Check> {
        const NAME: &str = "read_only";
        let record = self.halts.read_only();
        let check = record.map_or_else(
            || Check::ok(NAME, "commands are taken"),
            |record| {
                let (since, reason) = (record.since, record.reason);
                Check::degraded(NAME, format!("no command is taken since {since}: {reason}"))
            },
        );
        vec![check]
    }
}

/// Whether every ledger may go on.
pub(crate) struct HaltsProbe {
    pub(crate) halts: Halts,
    pub(crate) feed: Arc<dyn EventFeed>,
    /// Whether this process serves ledgers of which only some are halted.
    pub(crate) serves_others: bool,
}

#[async_trait]
impl Probe for HaltsProbe {
    /// A halt fails the process. One that serves many ledgers it only degrades as long as any of them
    /// goes on, so that a load balancer does not turn all of them away.
    async fn look(&self) -> Vec<Check> {
        const NAME: &str = "integrity";
        let halts = self.halts.all();
        if halts.is_empty() {
            return vec![Check::ok(NAME, "no ledger is halted")];
        }
        let goes_on = self.serves_others
            && match self.feed.ledgers().await {
                Ok(ledgers) => ledgers.len() > halts.len(),
                Err(_) => false,
            };
        let check = |halt: khen_eventlog::HaltRecord| {
            let name = format!("{NAME}.{}", halt.ledger);
            let detail = format!("halted since {}: {}", halt.since, halt.reason);
            if goes_on {
                Check::degraded(name, detail)
            } else {
                Check::failed(name, detail)
            }
        };
        halts.into_iter().map(check).collect()
    }
}
