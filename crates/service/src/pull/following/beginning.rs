//! Whether what is kept, or would be, is the beginning of what the log signs for, before all the events
//! of its checkpoint are there: proven by the tiles of the log.

use std::time::Duration;

use super::{Alarm, Pulling, Stop};
use crate::{client::facts, pull::notes};
use khen_audit::{
    Origin, ProofError, ProofPlan, SignedCheckpoint, Tile, TileId, TileSet, TreeHead,
    verify_consistency,
};
use khen_texts::Problem;

impl Pulling<'_> {
    /// The newest checkpoint that is at hand, signed by a key of the log that is pinned.
    pub(super) fn newest(&self) -> Option<&SignedCheckpoint> {
        self.pending.as_ref().or(self.mirror.checkpoint())
    }

    /// The name of the log; none before it is signed for the first time.
    pub(super) fn log_name(&self) -> Option<&Origin> {
        self.newest().map(|signed| signed.checkpoint().origin())
    }

    /// Makes sure that the log signs for the events that are kept.
    pub(super) async fn hold_to_log(&mut self) -> Result<(), Stop> {
        self.look().await?;
        self.compare(u64::MAX)?;
        self.check_beginning(self.mirror.tree().head()).await
    }

    /// Makes sure that the tree of the newest checkpoint has grown from this one. A tree that is larger
    /// than that is held against a later checkpoint, once there is one.
    pub(super) async fn check_beginning(&self, old: TreeHead) -> Result<(), Stop> {
        let Some(signed) = self.newest() else {
            return Err(self.damaged("the log is not signed"));
        };
        let tree = signed.checkpoint().tree();
        let Ok(plan) = ProofPlan::consistency(old.size, tree.size) else {
            return Ok(());
        };
        let tiles = self.tiles(&plan.tiles()).await?;
        let proof = plan.prove(&tiles);
        let proof = proof.map_err(|error| self.damaged(&error.to_string()))?;
        match verify_consistency(&old, &tree, &proof) {
            Ok(()) => Ok(()),
            Err(ProofError::OtherOldRoot) => Err(self.forked(signed)?),
            Err(error) => Err(self.damaged(&format!("tiles of the log: {error}"))),
        }
    }

    /// The log signed for other events: lays down what it signed.
    pub(super) fn forked(&self, signed: &SignedCheckpoint) -> anyhow::Result<Stop> {
        self.accuse(self.mirror.checkpoint().into_iter().chain([signed]))?;
        let evidence = notes::evidence(self.mirror.folder());
        let size = signed.checkpoint().tree().size;
        Ok(Stop::Alarm {
            alarm: Alarm::Forked,
            facts: facts([
                ("ledger", self.pull.ledger.as_str()),
                ("size", &size.to_string()),
                ("evidence", &evidence.display().to_string()),
            ]),
        })
    }

    async fn tiles(&self, wanted: &[TileId]) -> Result<TileSet, Stop> {
        let mut tiles = TileSet::new();
        for id in wanted {
            let bytes = self.log_file(&id.to_string(), &[]).await?;
            let bytes = bytes.ok_or_else(|| self.damaged(&format!("{id} is missing")))?;
            let tile = Tile::try_new(*id, bytes);
            tiles.insert(tile.map_err(|error| self.damaged(&error.to_string()))?);
        }
        Ok(tiles)
    }

    /// A file of the log; `None` where there is none.
    pub(super) async fn log_file(
        &self,
        name: &str,
        headers: &[(&str, &str)],
    ) -> Result<Option<Vec<u8>>, Stop> {
        let path = format!("/log/{}/{name}", self.pull.ledger);
        let client = self.pull.client;
        match client.fetch(&path, &[], headers, Duration::ZERO).await {
            Ok(fetched) => Ok(Some(fetched.bytes)),
            Err(Stop::Refused(problem)) if problem["code"] == Problem::NotFound.as_str() => {
                Ok(None)
            }
            Err(stop) => Err(stop),
        }
    }
}
