//! A ledger that is sealed while it grows.

use std::{path::Path, sync::Arc, time::Duration};

use anyhow::Context as _;
use tokio::{task::JoinSet, time::sleep};
use tokio_util::sync::CancellationToken;
use zeroize::Zeroizing;

use crate::Filled;
use khen_ambient::{Clock as _, SystemClock};
use khen_blobs::FolderStates;
use khen_eventlog::{EventFeed as _, Halts, SealedLog, TileStore as _};
use khen_store_sqlite::{LocalBell, SqliteOffice, SqliteSeal};
use khen_workers::{
    Follower, FollowerParts, Halting, Heads, HeadsParts, Holdings, LogKeys, Notary, NotaryParts,
    SealSink, Signer, Status, Verdict, Verifier, VerifierParts,
};

/// How often the ledger is looked at: a bell would ring more often than anybody listens.
const POLL: Duration = Duration::from_millis(1);
/// How often the checkpoint is looked at.
const WATCH: Duration = Duration::from_millis(20);

/// Tiles, signer and follower of one ledger.
pub struct Sealing {
    filled: Arc<Filled>,
    tiles: Arc<SqliteSeal>,
    office: Arc<SqliteOffice>,
    signer: Signer,
}

/// A follower and a notary at work.
pub struct SealingNow {
    tasks: JoinSet<()>,
    stop: CancellationToken,
    status: Status,
}

impl Sealing {
    /// Tiles, and what the signer remembers, in `folder`.
    ///
    /// # Errors
    /// When the folder does not open.
    pub fn open(folder: &Path, filled: Arc<Filled>) -> anyhow::Result<Self> {
        let keys = LogKeys::new(None, Zeroizing::new([7; 32]), None);
        let states = FolderStates::open(&folder.join("signed"))?;
        Ok(Self {
            filled,
            tiles: Arc::new(SqliteSeal::open(folder)?),
            office: Arc::new(SqliteOffice::open(folder)?),
            signer: Signer::new(keys, Arc::new(states)),
        })
    }

    /// Seals from now on, as `khen serve` does beside everything else.
    #[must_use]
    pub fn start(&self) -> SealingNow {
        let (feed, clock) = (self.filled.store.clone(), Arc::new(SystemClock));
        let heads = Heads::new(HeadsParts {
            feed: feed.clone(),
            bell: Arc::new(LocalBell::default()),
            poll: POLL,
        });
        let halting = Halting::new(Halts::default(), self.office.clone(), clock.clone());
        let follower = Follower::new(FollowerParts {
            heads: heads.clone(),
            holdings: Holdings::all(),
            sink: Arc::new(SealSink::new(
                feed.clone(),
                self.tiles.clone(),
                halting.clone(),
            )),
            stops: self.office.clone(),
            clock: clock.clone(),
        });
        let status = follower.status();
        let notary = Notary::new(NotaryParts {
            feed,
            store: self.tiles.clone(),
            signer: self.signer.clone(),
            status: status.clone(),
            holdings: Holdings::all(),
            halting,
            clock,
        });
        let stop = CancellationToken::new();
        let mut tasks = JoinSet::new();
        let (one, two, three) = (stop.clone(), stop.clone(), stop.clone());
        tasks.spawn(async move { heads.run(&one).await });
        tasks.spawn(async move { follower.run(&two).await });
        tasks.spawn(async move { notary.run(&three).await });
        SealingNow {
            tasks,
            stop,
            status,
        }
    }

    /// Waits until everything recorded is in the tree.
    ///
    /// # Errors
    /// When the seal stops.
    pub async fn caught_up(&self, now: &SealingNow) -> anyhow::Result<()> {
        let ledger = &self.filled.ledger;
        let size = self.filled.store.ledger(ledger).await?;
        let size = size.context("the ledger was filled")?.size;
        let reached = now.status.reached(ledger, size).await;
        reached.map_err(|stop| anyhow::anyhow!("the seal stopped: {}", stop.reason))
    }

    /// How old the newest checkpoint is at most, until `stop`; the first look waits for one that is signed
    /// after the beginning, for until then nothing was to be signed.
    ///
    /// # Errors
    /// When the log cannot be read.
    pub async fn oldest_checkpoint(&self, stop: &CancellationToken) -> anyhow::Result<Duration> {
        let began = SystemClock.now();
        let (mut oldest, mut is_fresh) = (Duration::ZERO, false);
        while !stop.is_cancelled() {
            if let Some(signed) = self.log().await?.signed {
                is_fresh |= signed.at > began;
                if is_fresh {
                    let age = SystemClock.now().duration_since(signed.at);
                    oldest = oldest.max(age.unsigned_abs());
                }
            }
            sleep(WATCH).await;
        }
        Ok(oldest)
    }

    async fn log(&self) -> anyhow::Result<SealedLog> {
        let log = self.tiles.log(&self.filled.ledger).await?;
        Ok(log.unwrap_or_default())
    }

    /// Verifies the whole ledger, as `khen verify` does.
    ///
    /// # Errors
    /// When it comes to no verdict.
    pub async fn verify(&self) -> anyhow::Result<Verdict> {
        let verifier = Verifier::new(VerifierParts {
            feed: self.filled.store.clone(),
            store: self.filled.store.clone(),
            tiles: self.tiles.clone(),
            signer: self.signer.clone(),
        });
        Ok(verifier.verify(&self.filled.ledger).await?)
    }
}

impl SealingNow {
    /// How many events are recorded and not yet in the tree.
    #[must_use]
    pub fn lag(&self) -> u64 {
        let ledgers = self.status.ledgers();
        ledgers.values().map(khen_workers::LedgerStatus::lag).sum()
    }

    /// Ends it; what is in hand is finished.
    pub async fn end(mut self) {
        self.stop.cancel();
        while self.tasks.join_next().await.is_some() {}
    }
}
