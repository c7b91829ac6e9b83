//! Rows, without a server: bringing them up to date, making them again.

use std::{sync::Arc, time::Duration};

use anyhow::{Context as _, bail, ensure};
use tokio_util::sync::CancellationToken;

use crate::{wiring::Rooms, workers::heads};
use khen_eventlog::LedgerId;
use khen_read_model::Arrivals as _;
use khen_workers::{Follower, FollowerParts, Heads, Holdings, RowArrivals, RowsSink, Status};

/// How long a command of the operator waits for rows before it says that something is wrong.
const PATIENCE: Duration = Duration::from_mins(10);
/// How long it waits where other processes follow.
const WORKERS_PATIENCE: Duration = Duration::from_secs(30);

/// The follower that keeps the rows of these rooms, in the ledgers of these holdings.
pub(crate) fn follower(rooms: &Rooms, heads: Heads, holdings: Holdings) -> Follower {
    Follower::new(FollowerParts {
        heads,
        holdings,
        sink: Arc::new(RowsSink::new(Arc::clone(&rooms.rows), rooms.vault.clone())),
        stops: Arc::clone(&rooms.stops),
        clock: Arc::clone(&rooms.clock),
    })
}

/// Follows until the rows know all that the ledger holds now.
pub(crate) async fn catch_up(rooms: &Rooms, ledger: &LedgerId) -> anyhow::Result<()> {
    let known = rooms.feed.ledger(ledger).await?;
    let size = known
        .with_context(|| format!("there is no ledger {ledger}"))?
        .size;
    let Some(last) = size.0.checked_sub(1) else {
        return Ok(());
    };
    if rooms.is_shared {
        return wait(rooms, ledger, last).await;
    }
    let heads = heads(rooms, Duration::from_secs(1));
    let follower = follower(rooms, heads.clone(), Holdings::all());
    let arrivals = RowArrivals::new(rooms.rows.clone(), follower.status());
    let stop = CancellationToken::new();
    let arrived = tokio::select! {
        ((), ()) = async { tokio::join!(heads.run(&stop), follower.run(&stop)) } => false,
        arrived = arrivals.wait_for(ledger.as_str(), last, PATIENCE) => arrived?,
    };
    if !arrived {
        let stopped = follower
            .status()
            .ledger(ledger)
            .and_then(|status| status.stopped);
        let reason = stopped.map_or_else(|| "they are still behind".to_owned(), |stop| stop.reason);
        bail!("the rows of {ledger} could not be brought up to date: {reason}");
    }
    Ok(())
}

/// Waits for the workers, which follow under their leases.
async fn wait(rooms: &Rooms, ledger: &LedgerId, last: u64) -> anyhow::Result<()> {
    let arrivals = RowArrivals::new(rooms.rows.clone(), Status::default());
    let arrived = arrivals.wait_for(ledger.as_str(), last, WORKERS_PATIENCE);
    ensure!(
        arrived.await?,
        "the rows of {ledger} are behind: start a worker (`khen work`), or see `khen doctor`"
    );
    Ok(())
}
