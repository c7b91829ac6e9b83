//! Working days of the ledger's authority, for whatever is due.

use jiff::{Timestamp, civil::Date};
use schemars::JsonSchema;
use serde::Serialize;

use crate::{parts::Api, problem::Problem, streams};
use khen_domain::{
    CommandKind, Moment, State, StreamKey,
    calendar::Calendar,
    desks::{DEADLINES, Deadline, Due, Waits, first_day_ahead_in_time, first_day_in_time},
    viet_nam,
};
use khen_eventlog::{LedgerId, wire_time};
use khen_read_model::Lateness;

/// The authority's calendar, and now.
pub(crate) struct Days {
    pub(crate) calendar: Calendar,
    pub(crate) now: Moment,
}

/// By when something is due, and how far that is.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "Due")]
pub(crate) struct DueAnswer {
    /// The last day.
    on: String,
    /// The hour on that day, where there is one.
    at: Option<String>,
    /// Whether it is past.
    is_late: bool,
    /// Working days left after today; 0 when it is late.
    working_days_left: u32,
    /// Working days since it was due; 0 when it is not late, or late since today.
    working_days_late: u32,
}

impl Days {
    /// The days of a ledger, as its authority has set them; Mondays to Fridays before it has.
    ///
    /// # Errors
    /// The problem `unavailable`.
    pub(crate) async fn of(api: &Api, ledger: &LedgerId) -> Result<Self, Problem> {
        let stream = StreamKey::authority();
        let events = streams::events(&*api.parts.store, ledger, &stream).await?;
        let mut calendar = Calendar::default();
        if let State::Org(org) = streams::folded(&stream, &events)
            && let Some(authority) = org.authority()
        {
            calendar.clone_from(&authority.calendar);
        }
        Ok(Self {
            calendar,
            now: Moment::new(api.parts.clock.now()),
        })
    }

    /// By when something is due that waits for the command with this word.
    pub(crate) fn due(
        &self,
        act: &str,
        counted_from: Timestamp,
        own: Option<Timestamp>,
        campaign: Option<Timestamp>,
    ) -> Option<Due> {
        let waits = Waits {
            act: CommandKind::parse(act)?,
            counted_from: Moment::new(counted_from),
            own: own.map(Moment::new),
            campaign: campaign.map(Moment::new),
        };
        Due::of(waits, &self.calendar)
    }

    /// How far that is.
    pub(crate) fn told(&self, due: Due) -> DueAnswer {
        let (day, today) = (due.day(), self.now.date());
        let is_late = due.is_past(self.now);
        DueAnswer {
            on: day.to_string(),
            at: match due {
                Due::On(_) => None,
                Due::At(moment) => Some(wire_time(moment.timestamp())),
            },
            is_late,
            working_days_left: self.calendar.working_days_between(today, day),
            working_days_late: self.calendar.working_days_between(day, today),
        }
    }

    /// What is late now, as rows can tell it.
    pub(crate) fn lateness(&self) -> Lateness {
        let mut late = Lateness {
            now: self.now.timestamp(),
            waits_since: Vec::new(),
            ahead_of: Vec::new(),
            before_deadline: Vec::new(),
        };
        let today = self.now.date();
        let begin = |day: Date| {
            let day = day.to_zoned(viet_nam());
            day.map_or(Timestamp::MAX, |day| day.timestamp())
        };
        for (act, deadline) in DEADLINES {
            let act = act.as_str().to_owned();
            match deadline {
                Deadline::OfCampaign => late.before_deadline.push(act),
                Deadline::WorkingDays(days) => {
                    let first = first_day_in_time(&self.calendar, today, *days);
                    late.waits_since.push((vec![act], begin(first)));
                }
                Deadline::DaysAhead(days) => {
                    let day = first_day_ahead_in_time(&self.calendar, today, *days);
                    late.ahead_of.push((vec![act], begin(day)));
                }
            }
        }
        late
    }
}
