//! Moments that events name by their day.

use jiff::{Timestamp, ToSpan, civil::Date};

use khen_domain::viet_nam;

/// The last microsecond of a day in Viet Nam.
pub(crate) fn end_of(day: Date) -> Timestamp {
    let next = day.saturating_add(1.day()).to_zoned(viet_nam());
    let next = next.map_or(Timestamp::MAX, |next| next.timestamp());
    next - 1.microsecond()
}
