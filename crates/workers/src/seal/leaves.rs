//! What events are in the tree.

use tokio::task;

use crate::SinkError;
use khen_audit::Hash;
use khen_eventlog::{LeafError, Position, RecordedEvent, leaf_bytes, leaf_hash};

/// The hashes of the leaves of `events`, up to the first that has no leaf; an error if that is the very
/// first. They are hashed on a thread that may take its time.
pub(crate) async fn leaves(
    source: String,
    events: Vec<RecordedEvent>,
) -> Result<Vec<Hash>, SinkError> {
    let hashing = task::spawn_blocking(move || {
        let mut leaves = Vec::with_capacity(events.len());
        for event in &events {
            match leaf(&source, event) {
                Ok(leaf) => leaves.push(leaf),
                Err(failure) if leaves.is_empty() => return Err(stuck(event.position, failure)),
                Err(_) => break,
            }
        }
        Ok(leaves)
    });
    let hashed = hashing.await;
    hashed.map_err(|failure| SinkError::Unavailable(Box::new(failure)))?
}

/// The hash of one leaf.
pub(crate) fn leaf(source: &str, event: &RecordedEvent) -> Result<Hash, LeafError> {
    Ok(Hash(leaf_hash(&leaf_bytes(source, event)?)))
}

fn stuck(position: Position, failure: LeafError) -> SinkError {
    SinkError::Stuck {
        position,
        source: Box::new(failure),
    }
}
