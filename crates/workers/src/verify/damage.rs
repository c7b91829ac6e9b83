//! What can be wrong, where.

use std::fmt;

use crate::{OddRow, Oddness};
use khen_audit::TileId;
use khen_eventlog::{Position, StreamName, Version};

/// Who claims what the tree was.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Part {
    /// The newest checkpoint that the log signed.
    Signed,
    /// The newest checkpoint that witnesses cosigned.
    Witnessed,
    /// What the signer remembers apart from ledger and tiles.
    SecondPath,
}

/// Something that is not as it was recorded.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Damage {
    /// An event is gone, or what stands in its place is none.
    Lost {
        /// Where.
        position: Position,
        /// What the store says.
        reason: String,
    },
    /// The data is not what its hash says.
    Data {
        /// Where.
        position: Position,
    },
    /// An event was not recorded after the one before it.
    Time {
        /// Where.
        position: Position,
    },
    /// The versions of a stream have a gap or a repeat.
    Version {
        /// Where.
        position: Position,
        /// Of which stream.
        stream: StreamName,
        /// The version that comes next there.
        expected: Version,
    },
    /// A stream is not found under its name.
    Stream {
        /// Which.
        stream: StreamName,
    },
    /// The event is not the one that was sealed.
    Leaf {
        /// Where.
        position: Position,
    },
    /// A tile is lost, is none, or is not what the tiles below it make.
    Tile {
        /// Which.
        tile: TileId,
    },
    /// Events that were sealed are gone from the end.
    Truncated {
        /// Events that are there.
        size: Position,
        /// Events that were sealed.
        sealed: Position,
    },
    /// A checkpoint does not parse, or its signature does not hold.
    Checkpoint {
        /// Whose.
        part: Part,
        /// Why.
        reason: String,
    },
    /// A checkpoint speaks of more events than are sealed: what it spoke of was rolled back.
    RolledBack {
        /// Whose.
        part: Part,
        /// Its size.
        size: u64,
    },
    /// The signer remembers less than it has signed: its second path is empty, or an older copy.
    Forgotten {
        /// How many events it remembers.
        remembered: u64,
        /// How many it has signed for.
        signed: u64,
    },
    /// A row that people and programs read is not what the ledger says.
    Row(OddRow),
    /// A document is gone, or is not what the event names.
    Document {
        /// The first event that names it.
        position: Position,
        /// SHA-256 of its clear bytes, in hexadecimal digits.
        sha256: String,
        /// Why.
        reason: String,
    },
    /// The tree of this size had another root: history was changed.
    Forked {
        /// Whose.
        part: Part,
        /// Its size.
        size: u64,
    },
}

impl Damage {
    /// The word for it on the wire.
    #[must_use]
    pub fn kind(&self) -> &'static str {
        match self {
            Self::Lost { .. } => "lost",
            Self::Data { .. } => "data",
            Self::Time { .. } => "time",
            Self::Version { .. } => "version",
            Self::Stream { .. } => "stream",
            Self::Leaf { .. } => "leaf",
            Self::Tile { .. } => "tile",
            Self::Truncated { .. } => "truncated",
            Self::Checkpoint { .. } => "checkpoint",
            Self::RolledBack { .. } => "rolled-back",
            Self::Forgotten { .. } => "forgotten",
            Self::Document { .. } => "document",
            Self::Row(row) => match row.oddness {
                Oddness::Changed => "row-changed",
                Oddness::Missing => "row-missing",
                Oddness::Added => "row-added",
            },
            Self::Forked { .. } => "forked",
        }
    }

    /// Where it is, if it is at one event.
    #[must_use]
    pub fn position(&self) -> Option<Position> {
        match self {
            Self::Lost { position, .. }
            | Self::Data { position }
            | Self::Time { position }
            | Self::Version { position, .. }
            | Self::Leaf { position }
            | Self::Document { position, .. } => Some(*position),
            Self::Truncated { size, .. } => Some(*size),
            Self::Stream { .. }
            | Self::Tile { .. }
            | Self::Checkpoint { .. }
            | Self::RolledBack { .. }
            | Self::Forgotten { .. }
            | Self::Row(_)
            | Self::Forked { .. } => None,
        }
    }
}

impl fmt::Display for Part {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Signed => "the signed checkpoint",
            Self::Witnessed => "the witnessed checkpoint",
            Self::SecondPath => "what the signer remembers",
        })
    }
}

impl fmt::Display for Damage {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Lost { position, reason } => {
                write!(
                    f,
                    "the event at position {position} is gone or cannot be read: {reason}"
                )
            }
            Self::Data { position } => {
                write!(
                    f,
                    "the data at position {position} is not what its hash says"
                )
            }
            Self::Time { position } => {
                write!(
                    f,
                    "the event at position {position} was not recorded after the one before it"
                )
            }
            Self::Version {
                position,
                stream,
                expected,
            } => write!(
                f,
                "the event at position {position} is not version {expected} of {stream}, which comes next there"
            ),
            Self::Stream { stream } => {
                write!(
                    f,
                    "the stream {stream} is not found under its name as it was recorded"
                )
            }
            Self::Leaf { position } => {
                write!(
                    f,
                    "the event at position {position} is not the one that was sealed"
                )
            }
            Self::Tile { tile } => {
                write!(f, "{tile} is lost, or is not what the tiles below it make")
            }
            Self::Truncated { size, sealed } => write!(
                f,
                "the ledger ends at position {size}, and {sealed} events were sealed"
            ),
            Self::Checkpoint { part, reason } => write!(f, "{part} does not hold: {reason}"),
            Self::RolledBack { part, size } => {
                write!(
                    f,
                    "{part} speaks of {size} events, more than are sealed here"
                )
            }
            Self::Forgotten { remembered, signed } => write!(
                f,
                "the signer remembers {remembered} events and has signed for {signed}: its second path was lost or turned back"
            ),
            Self::Document {
                position: at,
                sha256,
                reason,
            } => write_document(f, *at, (sha256, reason)),
            Self::Row(row) => write_row(f, row),
            Self::Forked { part, size } => {
                write!(f, "{part} has another root for the first {size} events")
            }
        }
    }
}

fn write_document(
    f: &mut fmt::Formatter<'_>,
    position: Position,
    (sha256, reason): (&str, &str),
) -> fmt::Result {
    write!(
        f,
        "the document {sha256}, which the event at position {position} names, is not what it was: {reason}"
    )
}

fn write_row(f: &mut fmt::Formatter<'_>, row: &OddRow) -> fmt::Result {
    let OddRow { table, key, .. } = row;
    let why = match row.oddness {
        Oddness::Changed => "is not what the ledger says",
        Oddness::Missing => "is missing",
        Oddness::Added => "follows from no event",
    };
    write!(f, "the row {key} of the table {table} {why}")
}
