//! Working days of the ledger's authority, for whatever is due.

use std::collections::BTreeMap;

use jiff::{Timestamp, civil::Date};
use schemars::JsonSchema;
use serde::Serialize;

use crate::{parts::Api, problem::Problem, streams};
use khen_domain::{
    CommandKind, Moment, State, StreamKey,
    calendar::Calendar,
    desks::{
        Deadline, Due, Times, WATCHES, Waits, first_day_ahead_in_time, first_day_in_time, warning,
        watch,
    },
    viet_nam,
};
use khen_eventlog::{LedgerId, OfficeError, wire_time};
use khen_read_model::{CampaignRow, LateRule, Lateness, all_campaigns};
use khen_texts::{Language, Texts};

/// The authority's calendar, how long the desks of its campaigns have, and now.
pub(crate) struct Days {
    pub(crate) calendar: Calendar,
    pub(crate) now: Moment,
    times: BTreeMap<String, Times>,
}

/// Something that waits for an act.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Waiting<'a> {
    /// The command, in its word.
    pub(crate) act: &'a str,
    /// The campaign; a hold has none.
    pub(crate) campaign: Option<&'a str>,
    /// Since when the time is counted.
    pub(crate) counted_from: Timestamp,
    /// A time of its own.
    pub(crate) own: Option<Timestamp>,
    /// The deadline of the campaign.
    pub(crate) campaign_due: Option<Timestamp>,
}

/// When something falls due, and what that is counted by.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Falls {
    pub(crate) due: Due,
    act: CommandKind,
    since: Date,
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
    /// The warning that is up: working days from the last day; null before the first.
    warning: Option<i8>,
    /// The role that hears of it when it is missed.
    escalates_to: Option<String>,
    /// That role in Vietnamese.
    escalates_to_vi: Option<String>,
    /// That role in English.
    escalates_to_en: Option<String>,
}

impl Days {
    /// The days of a ledger, as its authority and the rules of its campaigns have set them; Mondays
    /// to Fridays before they have.
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
        let campaigns = all_campaigns(&*api.parts.rows, ledger.as_str()).await?;
        let times: Result<_, Problem> = campaigns.into_iter().filter_map(times).collect();
        Ok(Self {
            calendar,
            now: Moment::new(api.parts.clock.now()),
            times: times?,
        })
    }

    /// By when something is due that waits.
    pub(crate) fn due(&self, waiting: Waiting<'_>) -> Option<Falls> {
        let waits = Waits {
            act: CommandKind::parse(waiting.act)?,
            counted_from: Moment::new(waiting.counted_from),
            own: waiting.own.map(Moment::new),
            campaign: waiting.campaign_due.map(Moment::new),
        };
        let times = waiting
            .campaign
            .and_then(|campaign| self.times.get(campaign));
        Some(Falls {
            due: Due::of(waits, times, &self.calendar)?,
            act: waits.act,
            since: waits.counted_from.date(),
        })
    }

    /// How far that is, and who hears of a miss.
    pub(crate) fn told(&self, texts: &Texts, falls: Falls) -> DueAnswer {
        let Falls { due, act, since } = falls;
        let (day, today) = (due.day(), self.now.date());
        let watch = watch(act);
        let escalates_to = watch.map(|watch| watch.escalates_to);
        let words = |language| escalates_to.map(|role| texts.role(language, role));
        DueAnswer {
            on: day.to_string(),
            at: match due {
                Due::On(_) => None,
                Due::At(moment) => Some(wire_time(moment.timestamp())),
            },
            is_late: due.is_past(self.now),
            working_days_left: self.calendar.working_days_between(today, day),
            working_days_late: self.calendar.working_days_between(day, today),
            warning: watch.and_then(|watch| warning(watch, due, since, &self.calendar, today)),
            escalates_to: escalates_to.map(|role| role.as_str().to_owned()),
            escalates_to_vi: words(Language::Vi),
            escalates_to_en: words(Language::En),
        }
    }

    /// What is late now, as rows can tell it.
    pub(crate) fn lateness(&self) -> Lateness {
        let (mut waits_since, mut ahead_of) = (Vec::new(), Vec::new());
        for (campaign, times) in &self.times {
            let since = |days| first_day_in_time(&self.calendar, self.now.date(), days);
            let terms = WATCHES.iter().filter_map(|watch| match watch.deadline {
                Deadline::Within(term) => Some((watch.act, term.days(times))),
                Deadline::NextWorkingDay => Some((watch.act, 1)),
                Deadline::OfCampaign | Deadline::AheadOfSession | Deadline::OfItsOwn => None,
            });
            waits_since.extend(rules(campaign, terms, since));
            let ahead = |days| first_day_ahead_in_time(&self.calendar, self.now.date(), days);
            let sessions = of(Deadline::AheadOfSession).map(|act| (act, times.agenda_days));
            ahead_of.extend(rules(campaign, sessions, ahead));
        }
        Lateness {
            now: self.now.timestamp(),
            waits_since,
            ahead_of,
            before_deadline: of(Deadline::OfCampaign)
                .map(|act| act.as_str().to_owned())
                .collect(),
        }
    }
}

/// The campaign of a row, and how long its desks have.
fn times(row: CampaignRow) -> Option<Result<(String, Times), Problem>> {
    let times = row.times?;
    let corrupt = |_| {
        let place = format!("the times of {}", row.campaign);
        OfficeError::Corrupt { place }.into()
    };
    let times = serde_json::from_str(&times).map_err(corrupt);
    Some(times.map(|times| (row.campaign.clone(), times)))
}

/// The acts with this deadline.
fn of(deadline: Deadline) -> impl Iterator<Item = CommandKind> {
    let watches = WATCHES
        .iter()
        .filter(move |watch| watch.deadline == deadline);
    watches.map(|watch| watch.act)
}

/// One rule per number of days.
fn rules(
    campaign: &str,
    acts: impl Iterator<Item = (CommandKind, u32)>,
    day: impl Fn(u32) -> Date,
) -> Vec<LateRule> {
    let mut by_days: BTreeMap<u32, Vec<String>> = BTreeMap::new();
    for (act, days) in acts {
        let acts = by_days.entry(days).or_default();
        acts.push(act.as_str().to_owned());
    }
    let rules = by_days.into_iter().map(|(days, acts)| LateRule {
        campaign: campaign.to_owned(),
        acts,
        before: begin(day(days)),
    });
    rules.collect()
}

/// When a day begins.
fn begin(day: Date) -> Timestamp {
    let day = day.to_zoned(viet_nam());
    day.map_or(Timestamp::MAX, |day| day.timestamp())
}
