//! The file of a segment.

use std::{
    io::{self, BufRead, BufReader, Write as _},
    ops::Range,
};

use thiserror::Error;
use zstd::{Decoder, Encoder};

use crate::{Profile, page::read};
use khen_eventlog::{CanonicalError, EventFeed, Ledger, Position, ReadError, write_cloud_event};

/// A level that costs a third more time than the usual one and saves a tenth of the bytes. With another
/// one, or another version of the library, segments would be other bytes: a test holds them fast.
const LEVEL: i32 = 6;

/// Why there is no file.
#[derive(Debug, Error)]
pub enum SegmentError {
    /// The ledger gave no answer.
    #[error("the events could not be read")]
    Read(#[from] ReadError),
    /// An event has no canonical form, so that its bytes would not be those that were hashed.
    #[error("an event has no canonical form")]
    Canonical(#[from] CanonicalError),
    /// There is no memory to compress in.
    #[error("the events could not be compressed")]
    Compress(#[from] io::Error),
}

/// The largest window that a reader makes room for, as a power of two: what the level needs.
const WINDOW_LOG_MAX: u32 = 22;

/// The lines of such a file, read as they are asked for, in little memory.
///
/// # Errors
/// When there is no memory for it.
pub fn segment_lines(file: impl BufRead) -> io::Result<impl BufRead> {
    let mut decoder = Decoder::with_buffer(file)?;
    decoder.window_log_max(WINDOW_LOG_MAX)?;
    Ok(BufReader::new(decoder))
}

/// The events of this range as lines, each as it stands in the feed of this profile, compressed in one
/// frame with a checksum (RFC 8878). The same events and profile give the same bytes.
///
/// # Errors
/// [`SegmentError`].
pub async fn segment_file(
    feed: &dyn EventFeed,
    ledger: &Ledger,
    profile: Profile,
    range: Range<u64>,
) -> Result<Vec<u8>, SegmentError> {
    let mut encoder = Encoder::new(Vec::new(), LEVEL)?;
    encoder.include_checksum(true)?;
    let (mut next, end) = (Position(range.start), Position(range.end));
    let mut line = Vec::new();
    while next < end {
        for event in read(feed, ledger, next, end).await? {
            line.clear();
            let payload = profile.payload(&event.event_type);
            write_cloud_event(&mut line, &ledger.source, &event, payload)?;
            line.push(b'\n');
            encoder.write_all(&line)?;
            next = event.position.next();
        }
    }
    Ok(encoder.finish()?)
}
