//! Lines that are what they say: whole events, one after the other, of one ledger.

use std::ops::Range;

use thiserror::Error;

use khen_audit::Hash;
use khen_eventlog::{WireEvent, WireEventError, leaf_hash};

/// Events as lines, each checked.
#[derive(Debug)]
pub(super) struct Checked {
    /// The lines, as they came.
    pub(super) bytes: Vec<u8>,
    /// Where each line stands in the bytes, its line feed included.
    pub(super) lines: Vec<Range<usize>>,
    /// The hash of each leaf, for the tree.
    pub(super) leaves: Vec<Hash>,
    /// The source that all of them name; none without events.
    pub(super) source: Option<String>,
}

/// What is wrong with lines.
#[derive(Debug, Error)]
pub(super) enum NotWhole {
    /// The last line has no end.
    #[error("the last line breaks off")]
    BrokenOff,
    /// A line is no event.
    #[error("position {position}: {error}")]
    NoEvent {
        /// Where it should stand.
        position: u64,
        /// What is wrong with it.
        error: WireEventError,
    },
    /// An event is missing, repeated or out of order.
    #[error("position {found} stands where position {position} should")]
    Gap {
        /// The position that comes next.
        position: u64,
        /// The position that came.
        found: u64,
    },
    /// An event of another ledger.
    #[error("position {position} is of another ledger")]
    OtherLedger {
        /// Where it stands.
        position: u64,
    },
}

impl Checked {
    /// Lines that were checked before, with the leaves that they have; those without one are passed over.
    pub(super) fn known(bytes: Vec<u8>, leaves: &[Hash], source: Option<String>) -> Self {
        let mut start = 0;
        let lines = bytes.split_inclusive(|byte| *byte == b'\n');
        let lines = lines.zip(leaves).map(|(line, _)| {
            let range = start..start + line.len();
            start = range.end;
            range
        });
        let lines: Vec<_> = lines.collect();
        Self {
            leaves: leaves[..lines.len()].to_vec(),
            lines,
            bytes,
            source,
        }
    }

    /// Checks lines that begin at position `from`, of the ledger with this source where it is known.
    ///
    /// # Errors
    /// [`NotWhole`] names the first that is not.
    pub(super) fn parse(bytes: Vec<u8>, from: u64, source: Option<&str>) -> Result<Self, NotWhole> {
        let mut checked = Self {
            bytes,
            lines: Vec::new(),
            leaves: Vec::new(),
            source: source.map(str::to_owned),
        };
        if checked.bytes.last().is_some_and(|last| *last != b'\n') {
            return Err(NotWhole::BrokenOff);
        }
        let mut start = 0;
        for (position, line) in (from..).zip(checked.bytes.split_inclusive(|byte| *byte == b'\n')) {
            let event = WireEvent::parse(line);
            let event = event.map_err(|error| NotWhole::NoEvent { position, error })?;
            let found = event.position.0;
            if found != position {
                return Err(NotWhole::Gap { position, found });
            }
            if *checked.source.get_or_insert_with(|| event.source.clone()) != event.source {
                return Err(NotWhole::OtherLedger { position });
            }
            checked.leaves.push(Hash(leaf_hash(&event.leaf)));
            let end = start + line.len();
            checked.lines.push(start..end);
            start = end;
        }
        Ok(checked)
    }
}
