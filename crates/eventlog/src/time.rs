//! Times on the wire: UTC with exactly six fraction digits.

use std::fmt;

use jiff::{
    Timestamp,
    fmt::{StdFmtWrite, temporal::DateTimePrinter},
};
use thiserror::Error;

static PRINTER: DateTimePrinter = DateTimePrinter::new().precision(Some(6));

/// The text is not a time as the wire writes it.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[error("a time has the form 2024-11-05T02:10:00.000000Z")]
pub struct WireTimeError;

/// `time` as `2024-11-05T02:10:00.000000Z`; what is below a microsecond is cut off.
#[must_use]
pub fn wire_time(time: Timestamp) -> String {
    PRINTER.timestamp_to_string(&time)
}

/// Shows a time as [`wire_time`] does.
pub(crate) struct WireTime(pub(crate) Timestamp);

impl fmt::Display for WireTime {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let printed = PRINTER.print_timestamp(&self.0, StdFmtWrite(f));
        printed.map_err(|_| fmt::Error)
    }
}

/// Reads a time in exactly the form of [`wire_time`].
///
/// # Errors
/// [`WireTimeError`] for any other form, even one that names the same instant.
pub fn parse_wire_time(text: &str) -> Result<Timestamp, WireTimeError> {
    let time: Timestamp = text.parse().map_err(|_| WireTimeError)?;
    if wire_time(time) == text {
        Ok(time)
    } else {
        Err(WireTimeError)
    }
}

/// `time` cut down to whole microseconds, the resolution of every ledger.
#[must_use]
pub fn to_microseconds(time: Timestamp) -> Timestamp {
    Timestamp::from_microsecond(time.as_microsecond()).unwrap_or(time)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_time_has_six_fraction_digits() {
        let noon: Timestamp = "2024-11-05T09:10:00.5+07:00".parse().unwrap();
        assert_eq!(wire_time(noon), "2024-11-05T02:10:00.500000Z");
        assert_eq!(parse_wire_time("2024-11-05T02:10:00.500000Z"), Ok(noon));
        let finer: Timestamp = "1969-12-31T23:59:59.999999999Z".parse().unwrap();
        assert_eq!(wire_time(finer), "1969-12-31T23:59:59.999999Z");
        for wrong in [
            "2024-11-05T02:10:00Z",
            "2024-11-05T09:10:00.500000+07:00",
            "noon",
        ] {
            assert_eq!(parse_wire_time(wrong), Err(WireTimeError), "{wrong}");
        }
    }
}
