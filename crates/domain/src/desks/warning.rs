//! When a desk is warned that something falls due.

use jiff::civil::Date;

use super::{Due, Watch};
use crate::calendar::Calendar;

/// The day of the warning that stands `offset` working days from the day something is due.
#[must_use]
pub fn warning_day(calendar: &Calendar, due: Date, offset: i8) -> Date {
    let days = u32::from(offset.unsigned_abs());
    if offset < 0 {
        calendar.working_day_before(due, days)
    } else {
        calendar.add_working_days(due, days)
    }
}

/// The warning that is up `today`: the latest that was reached. Who was away for some days is told
/// once, not once per day; and nobody is warned on the day on which the clock started.
#[must_use]
pub fn warning(
    watch: &Watch,
    due: Due,
    counted_from: Date,
    calendar: &Calendar,
    today: Date,
) -> Option<i8> {
    let is_up = |offset: &&i8| {
        let day = warning_day(calendar, due.day(), **offset);
        day > counted_from && day <= today
    };
    watch.warn_at.iter().rev().find(is_up).copied()
}

#[cfg(test)]
mod stories {
    use jiff::civil::date;

    use super::*;
    use crate::{CommandKind, desks::watch};

    /// Due on Friday 29 November 2024.
    fn up(act: CommandKind, counted_from: Date, today: Date) -> Option<i8> {
        let watch = watch(act).expect("the act has a deadline");
        let due = Due::On(date(2024, 11, 29));
        warning(watch, due, counted_from, &Calendar::default(), today)
    }

    #[test]
    fn a_desk_is_warned_five_two_and_one_working_day_ahead_on_the_day_and_after_it() {
        let start = date(2024, 11, 15);
        for (today, expected) in [
            (date(2024, 11, 21), None),
            (date(2024, 11, 22), Some(-5)),
            (date(2024, 11, 26), Some(-5)),
            (date(2024, 11, 27), Some(-2)),
            (date(2024, 11, 28), Some(-1)),
            (date(2024, 11, 29), Some(0)),
            (date(2024, 12, 1), Some(0)),
            (date(2024, 12, 2), Some(1)),
            (date(2024, 12, 20), Some(1)),
        ] {
            let found = up(CommandKind::ConfirmReviews, start, today);
            assert_eq!(found, expected, "{today}");
        }
    }

    #[test]
    fn nobody_is_warned_on_the_day_on_which_the_clock_started() {
        let thursday = date(2024, 11, 28);
        assert_eq!(up(CommandKind::ConfirmReviews, thursday, thursday), None);
        let friday = date(2024, 11, 29);
        assert_eq!(up(CommandKind::ConfirmReviews, thursday, friday), Some(0));
    }

    #[test]
    fn a_brief_term_is_not_warned_of_ahead() {
        let thursday = date(2024, 11, 28);
        assert_eq!(
            up(CommandKind::IssueDecision, date(2024, 11, 1), thursday),
            None
        );
    }
}
