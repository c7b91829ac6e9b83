//! Working days across the holidays that come with the program.

use jiff::civil::{Date, date};

use super::shipped;
use khen_domain::{
    CommandKind,
    calendar::{Calendar, YearDays},
    org::SetCalendar,
};

/// The calendar as the ledger gets it.
fn calendar() -> Calendar {
    let mut calendar = Calendar::default();
    let commands = shipped().authority.unwrap().commands();
    for planned in commands
        .into_iter()
        .filter(|one| one.kind == CommandKind::SetCalendar)
    {
        let year: SetCalendar = serde_json::from_value(planned.content).unwrap();
        let days = YearDays {
            holidays: year.holidays.into_iter().collect(),
            worked: year.worked.into_iter().collect(),
        };
        calendar.set(year.year, days);
    }
    calendar
}

#[test]
fn three_years_are_known() {
    let calendar = calendar();
    for year in [2024, 2025, 2026] {
        assert!(calendar.year(year).is_some(), "{year}");
    }
}

#[test]
fn the_next_working_day_jumps_over_every_holiday() {
    let cases: [(Date, Date); 12] = [
        // 2024: the new year, Tết, 29 April to 1 May, National Day.
        (date(2023, 12, 29), date(2024, 1, 2)),
        (date(2024, 2, 7), date(2024, 2, 15)),
        (date(2024, 4, 17), date(2024, 4, 19)),
        (date(2024, 4, 26), date(2024, 5, 2)),
        (date(2024, 8, 30), date(2024, 9, 4)),
        // 2025: Tết, 30 April to 4 May, National Day.
        (date(2025, 1, 24), date(2025, 2, 3)),
        (date(2025, 4, 29), date(2025, 5, 5)),
        (date(2025, 8, 29), date(2025, 9, 3)),
        // 2026: the new year, Tết, Hùng Vương on the Monday after, National Day.
        (date(2025, 12, 31), date(2026, 1, 5)),
        (date(2026, 2, 13), date(2026, 2, 23)),
        (date(2026, 4, 24), date(2026, 4, 28)),
        (date(2026, 8, 28), date(2026, 9, 3)),
    ];
    for (day, next) in cases {
        assert_eq!(calendar().next_working_day(day), next, "{day}");
    }
}

#[test]
fn a_saturday_worked_in_exchange_is_a_working_day() {
    let cases = [
        (date(2024, 5, 3), date(2024, 5, 4)),
        (date(2025, 4, 25), date(2025, 4, 26)),
        (date(2026, 1, 9), date(2026, 1, 10)),
        (date(2026, 8, 21), date(2026, 8, 22)),
    ];
    for (friday, saturday) in cases {
        assert_eq!(calendar().next_working_day(friday), saturday);
    }
}

#[test]
fn working_days_are_counted_across_holidays_and_exchanged_days() {
    let cases = [
        // 15, 16, 17, 19, 22 to 26 April; 2, 3 and Saturday 4 May 2024.
        (date(2024, 4, 14), date(2024, 5, 5), 12),
        // 26, 28 and 29 April 2025.
        (date(2025, 4, 25), date(2025, 5, 4), 3),
        // Nothing between the two weekends around Tết 2026.
        (date(2026, 2, 13), date(2026, 2, 22), 0),
        // The agenda of the season: three working days ahead.
        (date(2024, 12, 17), date(2024, 12, 20), 3),
    ];
    for (from, to, days) in cases {
        assert_eq!(calendar().working_days_between(from, to), days, "{from}");
    }
    let due = calendar().add_working_days(date(2024, 4, 26), 5);
    assert_eq!(due, date(2024, 5, 7));
}

#[test]
fn what_is_unverified_cites_no_paper() {
    let authority = shipped().authority.unwrap();
    let occasions = authority
        .calendars
        .iter()
        .flat_map(|year| &year.get_ref().occasions);
    let unverified: Vec<&str> = occasions
        .map(toml::Spanned::get_ref)
        .filter(|one| one.unverified)
        .inspect(|one| assert_eq!((&one.source.number, one.source.date), (&None, None)))
        .map(|one| one.name.as_str())
        .collect();
    assert_eq!(
        unverified,
        [
            "Tết Nguyên đán Giáp Thìn",
            "Quốc khánh",
            "Ngày Văn hóa Việt Nam"
        ]
    );
}
