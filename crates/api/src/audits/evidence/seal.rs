//! Under which seal a bundle goes out: a checkpoint, and who is to be believed about it.

use crate::{
    export::keys::policy,
    parts::Api,
    problem::{Problem, unavailable},
};
use khen_audit::{Origin, Policy, SignedCheckpoint, Tile, TileId, TileSet, VerifierKey};
use khen_eventlog::{LedgerId, SealedLog, TILE_HASH_BYTES, TilePlace};

/// A checkpoint with the policy that it meets.
pub(super) struct Seal {
    pub(super) checkpoint: SignedCheckpoint,
    pub(super) policy: Policy,
}

impl Seal {
    /// How many events it seals.
    pub(super) fn size(&self) -> u64 {
        self.checkpoint.checkpoint().tree().size
    }
}

/// Seals of a log, the best one first: the newest checkpoint that a configured witness cosigned, then
/// the newest that the log signed, for which nobody else speaks. `evidence` signs the manifest.
pub(super) fn seals(
    log: &SealedLog,
    witnesses: &[VerifierKey],
    evidence: &VerifierKey,
) -> Result<Vec<Seal>, Problem> {
    let logs = logs(log, evidence);
    let witnessed = log.witnessed.as_ref().filter(|_| !witnesses.is_empty());
    let kept = [(witnessed, witnesses), (log.signed.as_ref(), &[])];
    let mut seals = Vec::new();
    for (kept, witnesses) in kept {
        let Some(kept) = kept else {
            continue;
        };
        let checkpoint =
            SignedCheckpoint::parse(&kept.note).map_err(|error| unavailable(&error))?;
        let policy = Policy::parse(&policy(logs.iter(), witnesses));
        let policy = policy.map_err(|error| unavailable(&error))?;
        // Those who cosigned may not be configured any more.
        if policy.check(&checkpoint).is_ok() {
            seals.push(Seal { checkpoint, policy });
        }
    }
    Ok(seals)
}

/// The origin of the log; none before it is signed for the first time.
pub(super) fn origin(log: &SealedLog) -> Result<Option<Origin>, Problem> {
    let signed = log.signed.as_ref();
    let signed = signed.map(|kept| SignedCheckpoint::parse(&kept.note));
    let signed = signed.transpose().map_err(|error| unavailable(&error))?;
    Ok(signed.map(|signed| signed.checkpoint().origin().clone()))
}

/// The keys of the log, each once, and the one of the manifest. After a change of keys the older
/// checkpoint names only the older ones.
fn logs(log: &SealedLog, evidence: &VerifierKey) -> Vec<String> {
    let kept = [&log.signed, &log.witnessed].into_iter().flatten();
    let mut keys: Vec<String> = Vec::new();
    for key in kept.flat_map(|kept| kept.keys.lines()) {
        if !keys.iter().any(|known| known == key) {
            keys.push(key.to_owned());
        }
    }
    keys.push(evidence.to_string());
    keys
}

/// The tiles that are asked for, as wide as they are now: a narrower one is a beginning.
pub(super) async fn tiles(
    api: &Api,
    ledger: &LedgerId,
    wanted: &[TileId],
) -> Result<TileSet, Problem> {
    let place = |id: &TileId| TilePlace {
        level: id.level(),
        index: id.index(),
    };
    let places: Vec<TilePlace> = wanted.iter().map(place).collect();
    let found = api.parts.tiles.tiles(ledger, &places).await?;
    let mut tiles = TileSet::new();
    for (id, bytes) in wanted.iter().zip(found) {
        let Some(bytes) = bytes else {
            continue;
        };
        let width = u16::try_from(bytes.len() / TILE_HASH_BYTES).unwrap_or(id.width());
        let wide = TileId::try_new(id.level(), id.index(), width).unwrap_or(*id);
        tiles.insert(Tile::try_new(wide, bytes).map_err(|error| unavailable(&error))?);
    }
    Ok(tiles)
}
