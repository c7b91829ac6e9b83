//! The reactions of this process: what follows from an event by itself.

use std::{sync::Arc, time::Duration};

use anyhow::anyhow;
use tokio_util::{sync::CancellationToken, task::TaskTracker};

use crate::{probes::SinkProbe, wiring::Rooms};
use khen_eventlog::{LedgerId, Position};
use khen_projections::{close_revoked_awards, open_award_files};
use khen_workers::{Follower, FollowerParts, Reaction, ReactionParts, ReactionSink, Status};

/// Every reaction. A name stays as it is for ever: cursors and keys hang on it.
const REACTIONS: &[Reaction] = &[
    Reaction {
        name: "open-award-files",
        react: open_award_files,
    },
    Reaction {
        name: "close-revoked-awards",
        react: close_revoked_awards,
    },
];

/// Reactions that run, and how far each has come.
#[derive(Debug, Clone, Default)]
pub(crate) struct Reactions(Vec<(&'static str, Status)>);

impl Reactions {
    /// Starts one follower for each reaction.
    pub(crate) fn start(
        rooms: &Rooms,
        poll: Duration,
        (tasks, stop): (&TaskTracker, &CancellationToken),
    ) -> Self {
        let start = |reaction: &Reaction| {
            let parts = ReactionParts {
                desk: Arc::clone(&rooms.desk),
                feed: Arc::clone(&rooms.feed),
                cursors: Arc::clone(&rooms.cursors),
            };
            let follower = Follower::new(FollowerParts {
                feed: Arc::clone(&rooms.feed),
                bell: Arc::clone(&rooms.bell),
                sink: Arc::new(ReactionSink::new(*reaction, parts)),
                clock: Arc::clone(&rooms.clock),
                poll,
            });
            let (status, stop) = (follower.status(), stop.clone());
            tasks.spawn(async move { follower.run(&stop).await });
            (reaction.name, status)
        };
        Self(REACTIONS.iter().map(start).collect())
    }

    /// What readiness looks at.
    pub(crate) fn probes(&self) -> impl Iterator<Item = SinkProbe> {
        let all = self.0.iter();
        all.map(|(name, status)| SinkProbe::new(name, status.clone()))
    }

    /// Waits until everything that follows from the events before this position is done.
    ///
    /// # Errors
    /// When a reaction has stopped.
    pub(crate) async fn settled(
        &self,
        ledger: &LedgerId,
        position: Position,
    ) -> anyhow::Result<()> {
        for (name, status) in &self.0 {
            let reached = status.reached(ledger, position).await;
            reached.map_err(|stop| anyhow!("the reaction {name} stopped: {}", stop.reason))?;
        }
        Ok(())
    }
}
