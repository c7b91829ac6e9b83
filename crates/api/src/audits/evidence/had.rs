//! Checkpoints that whoever asks for evidence had before.
//!
//! Each is proven to be a beginning of the log as it is sealed now, so that the bundle says as well that
//! nothing was taken back since. One that is no beginning is the proof of a fork, in the hands of whoever
//! holds it: that is told, and no bundle goes out.

use schemars::{Schema, SchemaGenerator, json_schema};

use crate::{
    limits::{HAD_CHARACTERS_MAX, HAD_COUNT_MAX},
    problem::{Problem, unavailable},
};
use khen_audit::{
    PlanError, Policy, ProofError, ProofPlan, SignedCheckpoint, TileSet, TreeHead,
    verify_consistency,
};
use khen_texts::Problem as Slug;

const HAD: &str = "had";

/// The query parameters, for the document.
pub(super) fn parameters(_: &mut SchemaGenerator) -> Schema {
    json_schema!({
        "type": "object",
        "properties": {
            "had": {
                "type": "array", "maxItems": HAD_COUNT_MAX,
                "items": { "type": "string", "maxLength": HAD_CHARACTERS_MAX },
                "description": "Checkpoints of the log that the asker had before, each whole, as the log \
                                signed it: the bundle proves that the log grew from them.",
            },
        },
    })
}

/// Reads the query.
///
/// # Errors
/// The problem `malformed` for any other parameter, for too many, and for one that is too long.
pub(super) fn read(pairs: Vec<(String, String)>) -> Result<Vec<String>, Problem> {
    if let Some((other, _)) = pairs.iter().find(|(name, _)| name != HAD) {
        let detail = format!("unknown parameter `{other}`: `{HAD}` is the only one");
        return Err(Problem::malformed("query", &detail));
    }
    if pairs.len() > HAD_COUNT_MAX {
        let detail = format!("at most {HAD_COUNT_MAX} checkpoints");
        return Err(Problem::malformed(HAD, &detail));
    }
    let is_long = |(_, note): &(String, String)| note.chars().count() > HAD_CHARACTERS_MAX;
    if pairs.iter().any(is_long) {
        let detail = format!("a checkpoint has at most {HAD_CHARACTERS_MAX} characters");
        return Err(Problem::malformed(HAD, &detail));
    }
    Ok(pairs.into_iter().map(|(_, note)| note).collect())
}

/// The largest tree that they speak of.
pub(super) fn size(had: &[SignedCheckpoint]) -> u64 {
    let sizes = had.iter().map(|one| one.checkpoint().tree().size);
    sizes.max().unwrap_or(0)
}

/// The checkpoints, each of which the log itself signed.
///
/// # Errors
/// The problem `foreign-checkpoint`, also for what is no signed checkpoint at all.
pub(super) fn signed(
    had: &[String],
    now: &SignedCheckpoint,
    policy: &Policy,
) -> Result<Vec<SignedCheckpoint>, Problem> {
    let origin = now.checkpoint().origin();
    let read = had.iter().map(|note| {
        let one = SignedCheckpoint::parse(note).ok();
        let own = one.filter(|one| one.checkpoint().origin() == origin);
        own.filter(|one| policy.check_log(one).is_ok())
            .ok_or_else(|| {
                Problem::of(Slug::ForeignCheckpoint).with_fact("origin", origin.as_str())
            })
    });
    read.collect()
}

/// Makes sure that the log as it is now grew from each of them; answers each once, in the order of sizes.
///
/// # Errors
/// The problem `checkpoint-forked` names the first that is no beginning of it.
pub(super) fn grown(
    mut had: Vec<SignedCheckpoint>,
    now: TreeHead,
    tiles: &TileSet,
) -> Result<Vec<SignedCheckpoint>, Problem> {
    for one in &had {
        let old = one.checkpoint().tree();
        let plan = ProofPlan::consistency(old.size, now.size);
        let plan = plan.map_err(|error: PlanError| unavailable(&error))?;
        let proof = plan.prove(tiles).map_err(|error| unavailable(&error))?;
        match verify_consistency(&old, &now, &proof) {
            Ok(()) => {}
            // Tiles that do not make the tree of today say nothing of an older one.
            Err(error @ ProofError::OtherRoot) if old.size < now.size => {
                return Err(unavailable(&error));
            }
            Err(_) => {
                let problem = Problem::of(Slug::CheckpointForked);
                let problem = problem.with_fact("size", old.size);
                return Err(problem.with_fact("root", old.root.to_string()));
            }
        }
    }
    had.sort_by_key(|one| one.checkpoint().tree().size);
    had.dedup_by_key(|one| one.checkpoint().tree().size);
    Ok(had)
}
