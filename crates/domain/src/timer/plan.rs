//! What is to be told now, of all that waits.

use std::collections::BTreeMap;

use super::{
    About, MissedDeadline, RecordMissedDeadlines, RecordReminders, Reminder, WaitingItem,
    WatchedDesk,
};
use crate::{
    CampaignId, CommandKind, Moment,
    calendar::Calendar,
    desks::{Due, Times, Waits, warning, watch},
};

/// What deadlines of a campaign are counted by.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rules {
    /// How long its desks have.
    pub times: Times,
    /// The deadline for dossiers, once announced.
    pub deadline: Option<Moment>,
    /// The calendar of the authority.
    pub calendar: Calendar,
    /// Now.
    pub now: Moment,
}

impl Rules {
    /// By when an act is due, if ever.
    #[must_use]
    pub fn due(&self, act: CommandKind, counted_from: Moment, own: Option<Moment>) -> Option<Due> {
        let waits = Waits {
            act,
            counted_from,
            own,
            campaign: self.deadline,
        };
        Due::of(waits, Some(&self.times), &self.calendar)
    }
}

/// Something that lies on a desk.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OnDesk {
    /// What.
    pub about: About,
    /// The act that is waited for.
    pub act: CommandKind,
    /// The desk.
    pub desk: WatchedDesk,
    /// Since when its time runs.
    pub counted_from: Moment,
    /// A time of its own.
    pub own: Option<Moment>,
}

/// What is to be told now. Nothing is left out because it was told before: `decide` knows.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Plan {
    /// Warnings that are up.
    pub reminders: Option<RecordReminders>,
    /// Deadlines that are past.
    pub missed: Option<RecordMissedDeadlines>,
}

/// What is to be told of what waits in a campaign, gathered by desk, act and day.
#[must_use]
pub fn plan(campaign: &CampaignId, waiting: &[OnDesk], rules: &Rules) -> Plan {
    let mut up: BTreeMap<_, Vec<WaitingItem>> = BTreeMap::new();
    let mut past: BTreeMap<_, Vec<WaitingItem>> = BTreeMap::new();
    for one in waiting.iter().filter(|one| one.about.is_of(campaign)) {
        let Some(watch) = watch(one.act) else {
            continue;
        };
        let Some(due) = rules.due(one.act, one.counted_from, one.own) else {
            continue;
        };
        let item = || WaitingItem {
            about: one.about.clone(),
            counted_from: one.counted_from,
            own: one.own,
        };
        let (since, today) = (one.counted_from.date(), rules.now.date());
        if let Some(offset) = warning(watch, due, since, &rules.calendar, today) {
            let group = (due, offset, one.act, one.desk.clone());
            up.entry(group).or_default().push(item());
        }
        if due.is_past(rules.now) {
            let group = (due, one.act, one.desk.clone());
            past.entry(group).or_default().push(item());
        }
    }
    let reminders = up
        .into_iter()
        .map(|((due, offset, act, to), waiting)| Reminder {
            act,
            to,
            due,
            offset,
            waiting,
        });
    let missed = past
        .into_iter()
        .map(|((due, act, desk), waiting)| MissedDeadline {
            act,
            desk,
            due,
            waiting,
        });
    let (reminders, missed): (Vec<_>, Vec<_>) = (reminders.collect(), missed.collect());
    Plan {
        reminders: (!reminders.is_empty()).then(|| RecordReminders {
            campaign: campaign.clone(),
            reminders,
        }),
        missed: (!missed.is_empty()).then(|| RecordMissedDeadlines {
            campaign: campaign.clone(),
            missed,
        }),
    }
}
