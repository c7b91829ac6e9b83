//! Instants, as events and commands name them.

use std::fmt;

use jiff::{Timestamp, civil, tz::TimeZone};
use schemars::JsonSchema;
use serde::{Deserialize, Deserializer, Serialize, Serializer, de::Error as _};

/// An instant in whole microseconds; written in UTC with exactly six fraction digits.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, JsonSchema)]
#[schemars(with = "String", extend("format" = "date-time"))]
pub struct Moment(Timestamp);

impl Moment {
    /// `time`, cut down to whole microseconds.
    #[must_use]
    pub fn new(time: Timestamp) -> Self {
        Self(Timestamp::from_microsecond(time.as_microsecond()).unwrap_or(time))
    }

    /// The instant as a timestamp.
    #[must_use]
    pub fn timestamp(self) -> Timestamp {
        self.0
    }

    /// The same hour of the day in Viet Nam on another day.
    #[must_use]
    pub fn on(self, day: civil::Date) -> Self {
        let time = self.0.to_zoned(viet_nam()).time();
        let moved = day.to_datetime(time).to_zoned(viet_nam());
        moved.map_or(self, |moved| Self::new(moved.timestamp()))
    }

    /// The civil date in Viet Nam (UTC+7, no daylight saving).
    #[must_use]
    pub fn date(self) -> civil::Date {
        self.0.to_zoned(viet_nam()).date()
    }
}

/// The time zone of every issuing authority, `Asia/Ho_Chi_Minh`: UTC+7 without daylight saving.
#[must_use]
pub fn viet_nam() -> TimeZone {
    TimeZone::fixed(jiff::tz::offset(7))
}

impl fmt::Display for Moment {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "{}",
            self.0
                .to_zoned(TimeZone::UTC)
                .strftime("%Y-%m-%dT%H:%M:%S.%6fZ")
        )
    }
}

impl Serialize for Moment {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Moment {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        text.parse().map(Self::new).map_err(D::Error::custom)
    }
}
