//! The state of any stream, as it was.

use jiff::Timestamp;
use serde_json::Value;
use sha2::{Digest, Sha256};

use crate::{Difference, Entry, History, HistoryError, difference::differences, pages::folded};
use khen_domain::{State, StreamKey};
use khen_eventlog::{LedgerId, Position, Version, canonical};

/// Which of its events a stream is folded from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum At {
    /// All of them.
    Now,
    /// The first so many.
    Version(Version),
    /// Those at this position of the ledger and before.
    Position(Position),
    /// Those that were recorded at this time and before: what could be known then.
    Time(Timestamp),
}

impl At {
    pub(crate) fn holds(self, entry: &Entry) -> bool {
        match self {
            Self::Now => true,
            Self::Version(version) => entry.version <= version,
            Self::Position(position) => entry.position <= position,
            Self::Time(time) => entry.recorded_at <= time,
        }
    }
}

/// The state of a stream after one of its events. Personal values in it stay sealed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Snapshot {
    /// The stream.
    pub stream: StreamKey,
    /// The version of the last event that it is folded from.
    pub version: Version,
    /// Where that event stands.
    pub position: Position,
    /// When that event was recorded.
    pub recorded_at: Timestamp,
    /// The state, in the shape of this release.
    pub state: Value,
    /// SHA-256 of the canonical JSON of the state, hexadecimal. Releases whose states have one shape
    /// give one hash.
    pub state_hash: String,
}

impl History {
    /// The state of a stream, or `None` where it had no event yet. A version that never was is
    /// `None` too.
    ///
    /// # Errors
    /// [`HistoryError`].
    pub async fn snapshot(
        &self,
        ledger: &LedgerId,
        stream: &StreamKey,
        at: At,
    ) -> Result<Option<Snapshot>, HistoryError> {
        let entries = self.entries(ledger, stream, at).await?;
        let last = entries.last().map(|last| last.version);
        if matches!(at, At::Version(version) if Some(version) != last) {
            return Ok(None);
        }
        snapshot_of(stream, &entries)
    }

    /// What differs between two states of a stream, field by field, and the two states. `None` where
    /// one of them is not there.
    ///
    /// # Errors
    /// [`HistoryError`].
    pub async fn difference(
        &self,
        ledger: &LedgerId,
        stream: &StreamKey,
        (from, to): (At, At),
    ) -> Result<Option<(Snapshot, Snapshot, Vec<Difference>)>, HistoryError> {
        let from = self.snapshot(ledger, stream, from).await?;
        let to = self.snapshot(ledger, stream, to).await?;
        Ok(from.zip(to).map(|(from, to)| {
            let changes = differences(&from.state, &to.state);
            (from, to, changes)
        }))
    }
}

/// The state of a stream after these events, or `None` without any.
pub(crate) fn snapshot_of(
    stream: &StreamKey,
    entries: &[Entry],
) -> Result<Option<Snapshot>, HistoryError> {
    let Some(last) = entries.last() else {
        return Ok(None);
    };
    let (state, state_hash) = hashed(&folded(stream, entries))?;
    Ok(Some(Snapshot {
        stream: stream.clone(),
        version: last.version,
        position: last.position,
        recorded_at: last.recorded_at,
        state,
        state_hash,
    }))
}

fn hashed(state: &State) -> Result<(Value, String), HistoryError> {
    let state = serde_json::to_value(state).map_err(HistoryError::not_understood)?;
    let bytes = canonical(&state).map_err(HistoryError::not_understood)?;
    Ok((state, hex::encode(Sha256::digest(bytes))))
}
