//! How long the disk takes to keep a page.

use std::{
    io::{Seek, SeekFrom, Write},
    time::Duration,
};

use crate::store::median_time;
use khen_ambient::Stopwatch;

/// Flushes of which the median counts.
const FLUSH_COUNT: usize = 200;
/// Bytes of one page of Postgres's log.
const PAGE_BYTES: usize = 8_192;

/// The median of writing one page over and over and flushing it (`fdatasync`), on the disk that the
/// server uses. Source: `pg_test_fsync`, which measures the same.
///
/// # Errors
/// When the disk refuses.
pub fn flush_time() -> anyhow::Result<Duration> {
    let mut file = tempfile::tempfile()?;
    let page = [7; PAGE_BYTES];
    let mut times = Vec::with_capacity(FLUSH_COUNT);
    for _ in 0..FLUSH_COUNT {
        let watch = Stopwatch::start();
        file.seek(SeekFrom::Start(0))?;
        file.write_all(&page)?;
        file.sync_data()?;
        times.push(watch.elapsed());
    }
    Ok(median_time(times))
}
