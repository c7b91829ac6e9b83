//! The logs of the ledgers, at work beside the rows.

use std::sync::Arc;

use crate::{config::WitnessConfig, wiring::Rooms, witness::HttpDoor, workers::Background};
use khen_workers::{
    AskedWitness, Follower, FollowerParts, Heads, Herald, Holdings, Notary, NotaryParts, SealSink,
    Status, Witnesses, WitnessesParts,
};

/// Starts the sink of the logs, woken by this watch, and the notary that signs them, in the ledgers of
/// these holdings; answers how far the sink is.
pub(crate) fn start(
    rooms: &Rooms,
    (heads, holdings): (&Heads, &Holdings),
    background: &Background,
) -> Status {
    let follower = Follower::new(FollowerParts {
        heads: heads.clone(),
        holdings: holdings.clone(),
        sink: Arc::new(SealSink::new(
            Arc::clone(&rooms.feed),
            Arc::clone(&rooms.tiles),
            rooms.halting.clone(),
        )),
        stops: Arc::clone(&rooms.stops),
        clock: Arc::clone(&rooms.clock),
    });
    let status = follower.status();
    let notary = rooms.signer.clone().map(|signer| {
        Notary::new(NotaryParts {
            feed: Arc::clone(&rooms.feed),
            store: Arc::clone(&rooms.tiles),
            signer,
            status: status.clone(),
            holdings: holdings.clone(),
            halting: rooms.halting.clone(),
            clock: Arc::clone(&rooms.clock),
        })
    });
    let Background { tasks, stop } = background.clone();
    tasks.spawn(async move { follower.run(&stop).await });
    if let Some(notary) = notary {
        let Background { tasks, stop } = background.clone();
        tasks.spawn(async move { notary.run(&stop).await });
    }
    status
}

/// Has the logs witnessed, until the end; how far the sink is says `status`.
pub(crate) fn ask_witnesses(
    rooms: &Rooms,
    (status, holdings): (Status, Holdings),
    (asked, herald): (&[WitnessConfig], Option<Herald>),
    background: &Background,
) -> anyhow::Result<()> {
    if asked.is_empty() {
        return Ok(());
    }
    let witnesses = Witnesses::new(WitnessesParts {
        feed: Arc::clone(&rooms.feed),
        store: Arc::clone(&rooms.tiles),
        witnesses: self::asked(asked)?,
        status,
        holdings,
        herald,
        halting: rooms.halting.clone(),
        clock: Arc::clone(&rooms.clock),
    });
    let Background { tasks, stop } = background.clone();
    tasks.spawn(async move { witnesses.run(&stop).await });
    Ok(())
}

/// The witnesses of this configuration.
pub(crate) fn asked(asked: &[WitnessConfig]) -> anyhow::Result<Vec<AskedWitness>> {
    asked.iter().map(witness).collect()
}

fn witness(asked: &WitnessConfig) -> anyhow::Result<AskedWitness> {
    Ok(AskedWitness {
        key: asked.key()?,
        door: Arc::new(HttpDoor::new(&asked.url)?),
    })
}
