//! What works beside serving: the rows, the logs, the way out, the reactions and the deadlines of the
//! ledgers that this process holds.

use std::{sync::Arc, time::Duration};

use tokio_util::{sync::CancellationToken, task::TaskTracker};

use crate::{
    config::WitnessConfig,
    fan_out::{self, WayOut},
    reactions::Reactions,
    rows, seal,
    wiring::Rooms,
};
use khen_workers::{
    Census, CensusParts, ConsumerWatch, ConsumerWatchParts, Heads, HeadsParts, Herald, Holdings,
    Status, Ticker, TickerParts,
};

/// What runs in the background, and when it is to end.
#[derive(Clone, Default)]
pub(crate) struct Background {
    /// Everything that runs.
    pub(crate) tasks: TaskTracker,
    /// Cancelled when it is to end; what is in hand is finished.
    pub(crate) stop: CancellationToken,
}

/// The followers of this process, at work.
#[derive(Clone)]
pub(crate) struct Workers {
    rows: Status,
    seal: Status,
    /// None where nobody subscribes.
    fan_out: Option<Status>,
    reactions: Reactions,
    holdings: Holdings,
}

impl Workers {
    /// Starts one watch over the ledgers, and a follower for the rows, for the logs, for the way out and
    /// for each reaction, in the ledgers of these holdings.
    pub(crate) fn start(
        rooms: &Rooms,
        (poll, way_out): (Duration, Option<&WayOut>),
        holdings: Holdings,
        background: &Background,
    ) -> Self {
        let heads = heads(rooms, poll);
        let reactions = Reactions::start(rooms, (&heads, &holdings), background);
        let seal = seal::start(rooms, (&heads, &holdings), background);
        let followed = (&heads, &holdings);
        let fan_out = way_out.map(|way| fan_out::start(rooms, way, followed, background));
        let follower = rows::follower(rooms, heads.clone(), holdings.clone());
        let rows = follower.status();
        let Background { tasks, stop } = background.clone();
        tasks.spawn(async move { tokio::join!(heads.run(&stop), follower.run(&stop)) });
        Self {
            rows,
            seal,
            fan_out,
            reactions,
            holdings,
        }
    }

    /// Tells what falls due, until the end.
    pub(crate) fn watch_deadlines(&self, rooms: &Rooms, poll: Duration, background: &Background) {
        let ticker = Ticker::new(TickerParts {
            store: Arc::clone(&rooms.store),
            rows: rooms.rows.clone(),
            desk: Arc::clone(&rooms.desk),
            clock: Arc::clone(&rooms.clock),
            holdings: self.holdings.clone(),
            poll,
        });
        let Background { tasks, stop } = background.clone();
        tasks.spawn(async move { ticker.run(&stop).await });
    }

    /// Counts what there is, for measures, until the end.
    pub(crate) fn count(&self, rooms: &Rooms, pause: Duration, background: &Background) {
        let census = Census::new(CensusParts {
            rows: rooms.rows.clone(),
            status: self.rows.clone(),
            pause,
        });
        let consumers = ConsumerWatch::new(ConsumerWatchParts {
            acks: Arc::clone(&rooms.acks),
            feed: Arc::clone(&rooms.feed),
            clock: Arc::clone(&rooms.clock),
            status: self.rows.clone(),
            pause,
        });
        let Background { tasks, stop } = background.clone();
        tasks.spawn(async move { tokio::join!(census.run(&stop), consumers.run(&stop)) });
    }

    /// Has the logs witnessed, until the end.
    pub(crate) fn ask_witnesses(
        &self,
        rooms: &Rooms,
        asked: &[WitnessConfig],
        herald: Option<Herald>,
        background: &Background,
    ) -> anyhow::Result<()> {
        let followed = (self.seal.clone(), self.holdings.clone());
        seal::ask_witnesses(rooms, followed, (asked, herald), background)
    }

    /// How far the rows are.
    pub(crate) fn rows(&self) -> Status {
        self.rows.clone()
    }

    /// The reactions.
    pub(crate) fn reactions(&self) -> &Reactions {
        &self.reactions
    }

    /// The sinks, and how far each is.
    pub(crate) fn followed(&self) -> Vec<(&'static str, Status)> {
        let mut followed = vec![("rows", self.rows.clone()), ("seal", self.seal.clone())];
        let fan_out = self.fan_out.iter().cloned();
        followed.extend(fan_out.map(|status| ("fan_out", status)));
        followed.extend(self.reactions.followed());
        followed
    }
}

/// A watch over all ledgers of these rooms.
pub(crate) fn heads(rooms: &Rooms, poll: Duration) -> Heads {
    Heads::new(HeadsParts {
        feed: Arc::clone(&rooms.feed),
        bell: Arc::clone(&rooms.bell),
        poll,
    })
}
