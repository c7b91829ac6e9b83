//! The time of a cosignature.

use std::fmt;

use thiserror::Error;

/// Seconds since 1970-01-01T00:00:00Z, as POSIX counts them: from 0 to 2^63 − 1.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct PosixTime(u64);

/// A number of seconds that no cosignature carries.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
#[error("{seconds} seconds are beyond 2^63 - 1")]
pub struct PosixTimeError {
    /// The number.
    pub seconds: u64,
}

impl PosixTime {
    /// The time so many seconds after the epoch.
    ///
    /// # Errors
    /// [`PosixTimeError`] beyond 2^63 − 1. Source: `c2sp.org/tlog-cosignature`, "Format".
    pub fn try_new(seconds: u64) -> Result<Self, PosixTimeError> {
        if seconds > i64::MAX.unsigned_abs() {
            return Err(PosixTimeError { seconds });
        }
        Ok(Self(seconds))
    }

    /// Seconds since the epoch.
    #[must_use]
    pub fn seconds(self) -> u64 {
        self.0
    }
}

impl fmt::Display for PosixTime {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}
