//! The reactions of this process: what follows from an event by itself.

use std::sync::Arc;

use anyhow::anyhow;

use crate::{wiring::Rooms, workers::Background};
use khen_eventlog::{LedgerId, Position};
use khen_projections::{close_revoked_awards, open_award_files};
use khen_workers::{
    Follower, FollowerParts, Heads, Holdings, Reaction, ReactionParts, ReactionSink, Status,
};

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

/// The names of all reactions.
pub(crate) fn names() -> impl Iterator<Item = &'static str> {
    REACTIONS.iter().map(|reaction| reaction.name)
}

/// Reactions that run, and how far each has come.
#[derive(Debug, Clone, Default)]
pub(crate) struct Reactions(Vec<(&'static str, Status)>);

impl Reactions {
    /// Starts one follower for each reaction, woken by this watch, in the ledgers of these holdings.
    pub(crate) fn start(
        rooms: &Rooms,
        (heads, holdings): (&Heads, &Holdings),
        background: &Background,
    ) -> Self {
        let start = |reaction: &Reaction| {
            let parts = ReactionParts {
                desk: Arc::clone(&rooms.desk),
                cursors: Arc::clone(&rooms.cursors),
            };
            let follower = Follower::new(FollowerParts {
                heads: heads.clone(),
                holdings: holdings.clone(),
                sink: Arc::new(ReactionSink::new(*reaction, parts)),
                stops: Arc::clone(&rooms.stops),
                clock: Arc::clone(&rooms.clock),
            });
            let (status, Background { tasks, stop }) = (follower.status(), background.clone());
            tasks.spawn(async move { follower.run(&stop).await });
            (reaction.name, status)
        };
        Self(REACTIONS.iter().map(start).collect())
    }

    /// Each reaction, and how far it has come.
    pub(crate) fn followed(&self) -> impl Iterator<Item = (&'static str, Status)> {
        self.0.iter().cloned()
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
