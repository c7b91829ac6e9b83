//! Working days (ngày làm việc): Monday to Friday, but for holidays and worked weekends.
//!
//! Holidays and compensatory days are data with their source, set year by year.

use std::collections::{BTreeMap, BTreeSet};

use jiff::{ToSpan, civil::Date, civil::Weekday};
use serde::Serialize;

/// The days of one year that are not as the week says.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
pub struct YearDays {
    /// Weekdays off (ngày nghỉ).
    pub holidays: BTreeSet<Date>,
    /// Saturdays and Sundays worked (ngày làm bù).
    pub worked: BTreeSet<Date>,
}

/// The calendar of an authority. A year that is not set has no holidays.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
pub struct Calendar {
    years: BTreeMap<i16, YearDays>,
}

impl Calendar {
    /// Sets the days of a year, in place of what was set before.
    pub fn set(&mut self, year: i16, days: YearDays) {
        self.years.insert(year, days);
    }

    /// The days of a year, if they are set.
    #[must_use]
    pub fn year(&self, year: i16) -> Option<&YearDays> {
        self.years.get(&year)
    }

    /// Whether people work on this day.
    #[must_use]
    pub fn is_working_day(&self, date: Date) -> bool {
        let days = self.years.get(&date.year());
        match date.weekday() {
            Weekday::Saturday | Weekday::Sunday => {
                days.is_some_and(|days| days.worked.contains(&date))
            }
            Weekday::Monday
            | Weekday::Tuesday
            | Weekday::Wednesday
            | Weekday::Thursday
            | Weekday::Friday => days.is_none_or(|days| !days.holidays.contains(&date)),
        }
    }

    /// The first working day after this day.
    #[must_use]
    pub fn next_working_day(&self, date: Date) -> Date {
        self.add_working_days(date, 1)
    }

    /// The working day that is `count` working days after this day; with 0, the day itself.
    ///
    /// Never later than the last day that a date can name.
    #[must_use]
    pub fn add_working_days(&self, date: Date, count: u32) -> Date {
        let mut day = date;
        let mut left = count;
        while left > 0 && day < Date::MAX {
            day = day.saturating_add(1.day());
            left -= u32::from(self.is_working_day(day));
        }
        day
    }

    /// The working day that is `count` working days before this day; with 0, the day itself.
    #[must_use]
    pub fn working_day_before(&self, date: Date, count: u32) -> Date {
        let mut day = date;
        let mut left = count;
        while left > 0 && day > Date::MIN {
            day = day.saturating_sub(1.day());
            left -= u32::from(self.is_working_day(day));
        }
        day
    }

    /// Whether more than `count` working days lie after `day` up to and including `today`. The count
    /// ends there: a day thousands of years ago costs no more than one of last month.
    #[must_use]
    pub fn is_longer_ago(&self, day: Date, today: Date, count: u32) -> bool {
        self.add_working_days(day, count.saturating_add(1)) <= today
    }

    /// Working days after `from` up to and including `to`: 0 on the same day, 1 from one working
    /// day to the next; 0 when `to` is earlier.
    #[must_use]
    pub fn working_days_between(&self, from: Date, to: Date) -> u32 {
        let mut day = from;
        let mut count = 0;
        while day < to {
            day = day.saturating_add(1.day());
            count += u32::from(self.is_working_day(day));
        }
        count
    }
}

#[cfg(test)]
mod stories {
    use jiff::civil::date;

    use super::*;

    /// 2024: Monday 29/4 off, Saturday 4/5 worked; 30/4 and 1/5 are holidays.
    fn calendar() -> Calendar {
        let mut calendar = Calendar::default();
        let holidays = [date(2024, 4, 29), date(2024, 4, 30), date(2024, 5, 1)];
        let days = YearDays {
            holidays: holidays.into(),
            worked: [date(2024, 5, 4)].into(),
        };
        calendar.set(2024, days);
        calendar
    }

    #[test]
    fn holidays_are_off_and_a_worked_saturday_is_worked() {
        for (day, is_worked) in [
            (date(2024, 4, 26), true),
            (date(2024, 4, 27), false),
            (date(2024, 4, 29), false),
            (date(2024, 5, 2), true),
            (date(2024, 5, 4), true),
            (date(2024, 5, 5), false),
            (date(2025, 4, 29), true),
        ] {
            assert_eq!(calendar().is_working_day(day), is_worked, "{day}");
        }
    }

    #[test]
    fn the_next_working_day_jumps_over_what_is_off() {
        for (day, next) in [
            (date(2024, 4, 26), date(2024, 5, 2)),
            (date(2024, 5, 3), date(2024, 5, 4)),
            (date(2024, 5, 4), date(2024, 5, 6)),
            (date(2024, 12, 27), date(2024, 12, 30)),
        ] {
            assert_eq!(calendar().next_working_day(day), next);
        }
    }

    #[test]
    fn adding_working_days_and_counting_them_agree() {
        let calendar = calendar();
        let start = date(2024, 4, 19);
        assert_eq!(calendar.add_working_days(start, 0), start);
        for count in 1..30 {
            let end = calendar.add_working_days(start, count);
            assert!(calendar.is_working_day(end));
            assert_eq!(calendar.working_days_between(start, end), count);
        }
    }

    #[test]
    fn no_working_day_lies_between_a_day_and_an_earlier_one() {
        let (early, late) = (date(2024, 12, 17), date(2024, 12, 20));
        assert_eq!(calendar().working_days_between(early, late), 3);
        assert_eq!(calendar().working_days_between(late, early), 0);
        assert_eq!(calendar().working_days_between(late, late), 0);
    }

    #[test]
    fn a_day_is_longer_ago_than_some_working_days_or_not() {
        let (friday, monday) = (date(2024, 12, 20), date(2024, 12, 23));
        for (day, count, expected) in [
            (monday, 0, false),
            (friday, 0, true),
            (friday, 1, false),
            (date(2024, 12, 19), 1, true),
            (date(2024, 12, 24), 0, false),
            (Date::MIN, 5, true),
        ] {
            let is_longer = calendar().is_longer_ago(day, monday, count);
            assert_eq!(is_longer, expected, "{day}");
        }
    }

    #[test]
    fn counting_ends_at_the_end_of_time() {
        assert_eq!(calendar().add_working_days(Date::MAX, 3), Date::MAX);
    }
}
