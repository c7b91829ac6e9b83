//! Where a season is played: a server of this process, or servers that run already.

use std::{sync::Arc, time::Duration};

use anyhow::{Context as _, ensure};
use tokio::time::sleep;

use crate::{
    clock,
    config::Config,
    reactions::{self, Reactions},
    season::{MoveClock, Settled},
    server::Server,
    wiring::Rooms,
};
use khen_ambient::{Clock, MovableClock};
use khen_eventlog::{CursorStore, LedgerId, Position};

/// Between two looks at how far the workers' reactions are.
const LOOK_INTERVAL: Duration = Duration::from_millis(20);

/// The clock that a season moves.
pub(crate) struct StageClock {
    /// What the rooms of this process take the time from.
    pub(crate) clock: Arc<dyn Clock>,
    /// Moves it, for all servers of the season.
    pub(crate) move_to: MoveClock,
}

impl StageClock {
    /// The clock for these servers; without any, one of this process.
    pub(crate) fn of(config: &Config, against: &[String]) -> anyhow::Result<Self> {
        if against.is_empty() {
            ensure!(
                config.database.url()?.is_none(),
                "over a database the servers and workers are processes of their own: start them \
                 (`khen serve`, `khen work`), and name the servers with --against"
            );
            let clock = MovableClock::default();
            let moved = clock.clone();
            return Ok(Self {
                clock: Arc::new(clock),
                move_to: Arc::new(move |time| {
                    moved.move_to(time);
                    Ok(())
                }),
            });
        }
        let clock = clock::shared(config).context(
            "a season has its own time: give all its processes the same KHEN_DEMO__CLOCK_FILE",
        )?;
        let moved = clock.clone();
        Ok(Self {
            clock: Arc::new(clock),
            move_to: Arc::new(move |time| moved.move_to(time).context("could not move the clock")),
        })
    }
}

/// Who answers the players, and who carries out what follows by itself.
pub(crate) enum Theatre {
    /// A server of this process, which follows as well.
    Here(Box<Server>),
    /// Servers at these addresses; workers follow.
    Elsewhere {
        servers: Vec<String>,
        cursors: Arc<dyn CursorStore>,
    },
}

impl Theatre {
    /// Opens a server in this process, unless there are others to play against.
    pub(crate) async fn open(
        config: &Config,
        rooms: Rooms,
        against: Vec<String>,
    ) -> anyhow::Result<Self> {
        if against.is_empty() {
            let server = Server::start(config, rooms).await?;
            return Ok(Self::Here(Box::new(server)));
        }
        Ok(Self::Elsewhere {
            servers: against,
            cursors: rooms.cursors,
        })
    }

    /// The addresses of the servers.
    pub(crate) fn servers(&self) -> Vec<String> {
        match self {
            Self::Here(server) => vec![server.url().to_owned()],
            Self::Elsewhere { servers, .. } => servers.clone(),
        }
    }

    /// Waits for what follows from the events of `ledger` by itself.
    pub(crate) fn settled(&self, ledger: &LedgerId) -> Settled {
        let ledger = ledger.clone();
        match self {
            Self::Here(server) => {
                let reactions = server.reactions().cloned().unwrap_or_default();
                Box::new(move |position| {
                    let (reactions, ledger): (Reactions, _) = (reactions.clone(), ledger.clone());
                    Box::pin(async move { reactions.settled(&ledger, Position(position)).await })
                })
            }
            Self::Elsewhere { cursors, .. } => {
                let cursors = Arc::clone(cursors);
                Box::new(move |position| {
                    let (cursors, ledger) = (Arc::clone(&cursors), ledger.clone());
                    Box::pin(async move { reached(&*cursors, &ledger, Position(position)).await })
                })
            }
        }
    }
}

/// Waits until every reaction of the workers has handled the events before `position`.
async fn reached(
    cursors: &dyn CursorStore,
    ledger: &LedgerId,
    position: Position,
) -> anyhow::Result<()> {
    for name in reactions::names() {
        loop {
            let cursor = cursors.cursors(name).await?.get(ledger).copied();
            if cursor.is_some_and(|cursor| cursor >= position) {
                break;
            }
            sleep(LOOK_INTERVAL).await;
        }
    }
    Ok(())
}
