//! The fan-out, at work beside the rows.

use std::sync::Arc;

use anyhow::bail;

use crate::{
    config::Config,
    wiring::{self, Rooms},
    workers::Background,
};
use khen_export::Profile;
use khen_workers::{
    FanOutParts, FanOutSink, Follower, FollowerParts, Heads, Herald, Holdings, Status,
};

/// The way out of the house, where somebody subscribes.
#[derive(Clone)]
pub(crate) struct WayOut {
    /// To whom, and who tells them of checkpoints.
    pub(crate) herald: Herald,
    /// What is told of the events.
    pub(crate) profile: Profile,
}

impl WayOut {
    /// The way out that the configuration asks for; none where nobody subscribes. A server that is not there
    /// or lets nobody in keeps nothing from starting.
    pub(crate) async fn open(config: &Config, rooms: &Rooms) -> anyhow::Result<Option<Self>> {
        let Some(ledgers) = config.fan_out.subscribed()? else {
            return Ok(None);
        };
        if !rooms.is_shared {
            bail!(
                "fan_out.ledgers names ledgers, but an office in a folder has no fan-out: let others pull \
                 (`khen pull`), or keep it in a database (see deploy/clustered)"
            );
        }
        let profile = config.fan_out.profile()?;
        let fan_out = wiring::fan_out(config).await?;
        let herald = Herald { fan_out, ledgers };
        Ok(Some(Self { herald, profile }))
    }
}

/// Starts the sink of the fan-out, woken by this watch, in the ledgers of these holdings; answers how far
/// it is.
pub(crate) fn start(
    rooms: &Rooms,
    way_out: &WayOut,
    (heads, holdings): (&Heads, &Holdings),
    background: &Background,
) -> Status {
    let Herald { fan_out, ledgers } = way_out.herald.clone();
    let follower = Follower::new(FollowerParts {
        heads: heads.clone(),
        holdings: holdings.clone(),
        sink: Arc::new(FanOutSink::new(FanOutParts {
            feed: Arc::clone(&rooms.feed),
            fan_out,
            ledgers,
            profile: way_out.profile,
        })),
        stops: Arc::clone(&rooms.stops),
        clock: Arc::clone(&rooms.clock),
    });
    let status = follower.status();
    let Background { tasks, stop } = background.clone();
    tasks.spawn(async move { follower.run(&stop).await });
    status
}
