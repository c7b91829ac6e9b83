//! Segments at hand: where they end, and the files that were asked for last.
//!
//! A segment follows from its events and the profile alone, so what is kept here is made again by
//! whichever process is asked, and is the same there.

use std::{
    collections::{HashMap, VecDeque},
    ops::Range,
    sync::{Arc, Mutex, PoisonError},
};

use axum::body::Bytes;
use sha2::{Digest, Sha256};

use crate::{
    limits::SEGMENT_BYTES_KEPT_MAX,
    problem::{Problem, unavailable},
};
use khen_eventlog::{EventFeed, Ledger, LedgerId};
use khen_export::{Profile, SegmentEnds, SegmentError, repr_digest, segment_file};

/// Segments at hand.
#[derive(Default)]
pub(crate) struct Shelf {
    ends: Mutex<HashMap<LedgerId, Arc<tokio::sync::Mutex<SegmentEnds>>>>,
    /// Held while a file is made: one at a time, each with its memory.
    making: tokio::sync::Mutex<()>,
    kept: Mutex<VecDeque<(Key, Arc<SegmentFile>)>>,
}

type Key = (LedgerId, &'static str, Range<u64>);

/// The file of a segment.
#[derive(Debug)]
pub(crate) struct SegmentFile {
    pub(crate) bytes: Bytes,
    pub(crate) sha256: [u8; 32],
    /// The same as `Repr-Digest` says it.
    pub(crate) digest: String,
}

impl Shelf {
    /// The segments of a ledger that end at `size` or before.
    ///
    /// # Errors
    /// The problem `unavailable`.
    pub(crate) async fn closed(
        &self,
        feed: &dyn EventFeed,
        ledger: &Ledger,
        size: u64,
    ) -> Result<Vec<Range<u64>>, Problem> {
        let ends = {
            let mut all = self.ends.lock().unwrap_or_else(PoisonError::into_inner);
            Arc::clone(all.entry(ledger.id.clone()).or_default())
        };
        let mut ends = ends.lock().await;
        ends.look(feed, ledger).await?;
        Ok(ends.segments(size).collect())
    }

    /// The file of a closed segment for readers of this profile.
    ///
    /// # Errors
    /// The problem `unavailable`.
    pub(crate) async fn file(
        &self,
        feed: &dyn EventFeed,
        ledger: &Ledger,
        (profile, range): (Profile, Range<u64>),
    ) -> Result<Arc<SegmentFile>, Problem> {
        let key = (ledger.id.clone(), profile.as_str(), range.clone());
        if let Some(file) = self.at_hand(&key) {
            return Ok(file);
        }
        let _making = self.making.lock().await;
        // Whoever made one before may have made this one.
        if let Some(file) = self.at_hand(&key) {
            return Ok(file);
        }
        let bytes = segment_file(feed, ledger, profile, range).await?;
        let file = Arc::new(SegmentFile {
            sha256: Sha256::digest(&bytes).into(),
            digest: repr_digest(&bytes),
            bytes: bytes.into(),
        });
        self.keep(key, Arc::clone(&file));
        Ok(file)
    }

    fn at_hand(&self, key: &Key) -> Option<Arc<SegmentFile>> {
        let kept = self.kept.lock().unwrap_or_else(PoisonError::into_inner);
        let found = kept.iter().find(|(known, _)| known == key);
        found.map(|(_, file)| Arc::clone(file))
    }

    /// Keeps the newest, and as many of those before as there is room for.
    fn keep(&self, key: Key, file: Arc<SegmentFile>) {
        let mut kept = self.kept.lock().unwrap_or_else(PoisonError::into_inner);
        kept.push_front((key, file));
        let mut bytes = 0;
        kept.retain(|(_, file)| {
            let is_newest = bytes == 0;
            bytes += file.bytes.len();
            is_newest || bytes <= SEGMENT_BYTES_KEPT_MAX
        });
    }
}

impl From<SegmentError> for Problem {
    fn from(error: SegmentError) -> Self {
        match error {
            SegmentError::Read(error) => error.into(),
            SegmentError::Canonical(_) | SegmentError::Compress(_) => unavailable(&error),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_newest_files_are_kept_as_far_as_there_is_room() {
        let shelf = Shelf::default();
        let key = |end| (LedgerId::parse("made-up").unwrap(), "auditor_v1", 0..end);
        let file = |length| {
            Arc::new(SegmentFile {
                bytes: vec![0; length].into(),
                sha256: [0; 32],
                digest: String::new(),
            })
        };
        let half = SEGMENT_BYTES_KEPT_MAX / 2;
        for end in 1..=3 {
            shelf.keep(key(end), file(half));
        }
        let at_hand = |shelf: &Shelf| [1, 2, 3, 4].map(|end| shelf.at_hand(&key(end)).is_some());
        assert_eq!(at_hand(&shelf), [false, true, true, false]);
        shelf.keep(key(4), file(SEGMENT_BYTES_KEPT_MAX + 1));
        assert_eq!(at_hand(&shelf), [false, false, false, true]);
    }
}
