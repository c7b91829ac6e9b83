//! By when something is due.

use jiff::{ToSpan, civil::Date};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{Deadline, Times, watch};
use crate::{CommandKind, Moment, calendar::Calendar};

/// What is known of something that waits for an act.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Waits {
    /// The act.
    pub act: CommandKind,
    /// Since when its time runs.
    pub counted_from: Moment,
    /// A time of its own.
    pub own: Option<Moment>,
    /// The deadline of the campaign.
    pub campaign: Option<Moment>,
}

/// By when something is due.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema,
)]
#[serde(rename_all = "snake_case")]
#[schemars(rename = "DueBy")]
pub enum Due {
    /// By the end of a day.
    On(#[schemars(description = "The last day.")] Date),
    /// By an hour.
    At(Moment),
}

impl Due {
    /// By when it is due, if ever: by the times of its campaign, where it has one.
    #[must_use]
    pub fn of(waits: Waits, times: Option<&Times>, calendar: &Calendar) -> Option<Self> {
        let deadline = watch(waits.act).map(|watch| watch.deadline);
        let within = |days| {
            let day = waits.counted_from.date();
            Some(Self::On(calendar.add_working_days(day, days)))
        };
        match (deadline, waits.own) {
            (Some(Deadline::AheadOfSession), Some(own)) => {
                let days = times?.agenda_days;
                Some(Self::On(calendar.working_day_before(own.date(), days)))
            }
            (_, Some(own)) => Some(Self::At(own)),
            (Some(Deadline::Within(term)), None) => within(term.days(times?)),
            (Some(Deadline::NextWorkingDay), None) => within(1),
            (Some(Deadline::OfCampaign), None) => waits.campaign.map(Self::At),
            (Some(Deadline::AheadOfSession | Deadline::OfItsOwn) | None, None) => None,
        }
    }

    /// The day.
    #[must_use]
    pub fn day(self) -> Date {
        match self {
            Self::On(day) => day,
            Self::At(moment) => moment.date(),
        }
    }

    /// Whether it is past.
    #[must_use]
    pub fn is_past(self, now: Moment) -> bool {
        match self {
            Self::On(day) => day < now.date(),
            Self::At(moment) => moment < now,
        }
    }
}

/// The first day on which a clock of so many working days may have started without being past
/// `today`: whatever started earlier is late.
#[must_use]
pub fn first_day_in_time(calendar: &Calendar, today: Date, days: u32) -> Date {
    let mut first = today;
    while first > Date::MIN {
        let earlier = first.saturating_sub(1.day());
        if calendar.add_working_days(earlier, days) < today {
            return first;
        }
        first = earlier;
    }
    first
}

/// The first day for which something that is due `days` working days ahead of it is still in time.
/// On a day off, the next working day is the first on which it can be done.
#[must_use]
pub fn first_day_ahead_in_time(calendar: &Calendar, today: Date, days: u32) -> Date {
    let is_off = days > 0 && !calendar.is_working_day(today);
    calendar.add_working_days(today, days + u32::from(is_off))
}

#[cfg(test)]
mod stories {
    use jiff::civil::date;

    use super::*;
    use crate::stories_kit::{gate_rules, moment};

    fn due(act: CommandKind, own: Option<&str>) -> Option<Due> {
        let waits = Waits {
            act,
            counted_from: moment("2024-11-28T09:00"),
            own: own.map(moment),
            campaign: Some(moment("2024-11-29T17:00")),
        };
        let times = Times::from(&gate_rules());
        Due::of(waits, Some(&times), &Calendar::default())
    }

    #[test]
    fn each_kind_of_deadline_leads_to_its_day() {
        use CommandKind as K;

        for (act, own, expected) in [
            (K::AcknowledgeSubmission, None, Some(date(2024, 11, 29))),
            (K::ConfirmReviews, None, Some(date(2024, 12, 12))),
            (K::SubmitSubmission, None, Some(date(2024, 11, 29))),
            (
                K::Resubmit,
                Some("2024-12-06T17:00"),
                Some(date(2024, 12, 6)),
            ),
            (
                K::ListNominations,
                Some("2024-12-20T08:00"),
                Some(date(2024, 12, 17)),
            ),
            (K::PayPrizes, None, Some(date(2025, 1, 9))),
            (K::ListNominations, None, None),
            (K::SignDecision, None, None),
        ] {
            assert_eq!(due(act, own).map(Due::day), expected, "{act:?}");
        }
    }

    #[test]
    fn a_day_is_past_on_the_next_day_and_an_hour_at_once() {
        let day = Due::On(date(2024, 11, 29));
        assert!(!day.is_past(moment("2024-11-29T23:59")));
        assert!(day.is_past(moment("2024-11-30T00:00")));
        let hour = Due::At(moment("2024-11-29T17:00"));
        assert!(!hour.is_past(moment("2024-11-29T17:00")));
        assert!(hour.is_past(moment("2024-11-29T17:20")));
    }

    #[test]
    fn what_started_before_the_first_day_in_time_is_late_and_nothing_else() {
        let calendar = Calendar::default();
        for today in [date(2024, 11, 29), date(2024, 12, 1), date(2024, 12, 2)] {
            for days in [0, 1, 3, 10] {
                let first = first_day_in_time(&calendar, today, days);
                let is_late = |day| calendar.add_working_days(day, days) < today;
                assert!(!is_late(first), "{today} {days}");
                assert!(is_late(first.saturating_sub(1.day())), "{today} {days}");
            }
        }
    }

    #[test]
    fn on_a_day_off_the_next_working_day_is_the_first_to_act_on() {
        let calendar = Calendar::default();
        let (friday, saturday) = (date(2024, 11, 15), date(2024, 11, 16));
        for (today, days, expected) in [
            (friday, 3, date(2024, 11, 20)),
            (saturday, 3, date(2024, 11, 21)),
            (saturday, 0, saturday),
        ] {
            let first = first_day_ahead_in_time(&calendar, today, days);
            assert_eq!(first, expected, "{today}, {days}");
            let is_in_time = |day| days == 0 || calendar.working_day_before(day, days) >= today;
            assert!(is_in_time(first));
        }
    }

    #[test]
    fn a_campaign_says_how_long_its_desks_have_and_the_law_how_long_the_clerk_has() {
        let mut times = Times::from(&gate_rules());
        times.terms.review_days = 2;
        times.agenda_days = 1;
        let due = |act, own: Option<&str>| {
            let waits = Waits {
                act,
                counted_from: moment("2024-11-28T09:00"),
                own: own.map(moment),
                campaign: None,
            };
            Due::of(waits, Some(&times), &Calendar::default()).map(Due::day)
        };
        let session = Some("2024-12-20T08:00");
        assert_eq!(
            due(CommandKind::ConfirmReviews, None),
            Some(date(2024, 12, 2))
        );
        assert_eq!(
            due(CommandKind::ListNominations, session),
            Some(date(2024, 12, 19))
        );
        assert_eq!(
            due(CommandKind::IssueDecision, None),
            Some(date(2024, 11, 29))
        );
    }
}
