//! What a timer may tell: what is so by the campaign's times and the calendar, and once.

use std::collections::BTreeSet;

use super::{
    About, Event, MissedDeadline, RecordMissedDeadlines, RecordReminders, Refusal, Reminder, Rules,
    State, WaitingItem,
};
use crate::{
    CampaignId, CommandKind, Context, Effect, StreamKey, World, campaign,
    desks::{Due, Watch, warning, watch},
};

/// Cases or papers that one event names: their names must fit into the bytes of one leaf.
const ABOUT_COUNT_MAX: usize = 500;

type Decided = Result<Vec<Effect>, crate::Refusal>;

/// Every warning once (4.10). Nothing but the `timer` stream changes.
pub(crate) fn record_reminders(
    world: &World,
    context: &Context,
    command: &RecordReminders,
) -> Decided {
    let teller = Teller::of(world, context, &command.campaign)?;
    let mut named = BTreeSet::new();
    let mut effects = Vec::new();
    for reminder in &command.reminders {
        let about = teller.warned(reminder, &mut named)?;
        effects.extend(about.chunks(ABOUT_COUNT_MAX).map(|about| {
            let event = Event::ReminderSent {
                act: reminder.act,
                about: about.to_vec(),
                due: reminder.due,
                offset: reminder.offset,
                to: reminder.to.clone(),
            };
            Effect::new(StreamKey::timer(&command.campaign), event)
        }));
    }
    Ok(effects)
}

/// Every miss once, told to whom the table names (4.10).
pub(crate) fn record_missed_deadlines(
    world: &World,
    context: &Context,
    command: &RecordMissedDeadlines,
) -> Decided {
    let teller = Teller::of(world, context, &command.campaign)?;
    let mut named = BTreeSet::new();
    let mut effects = Vec::new();
    for missed in &command.missed {
        let escalated_to = watched(missed.act)?.escalates_to;
        let about = teller.missed(missed, &mut named)?;
        effects.extend(about.chunks(ABOUT_COUNT_MAX).map(|about| {
            let event = Event::DeadlineMissed {
                act: missed.act,
                about: about.to_vec(),
                due: missed.due,
                desk: missed.desk.clone(),
                escalated_to,
            };
            Effect::new(StreamKey::timer(&command.campaign), event)
        }));
    }
    Ok(effects)
}

fn watched(act: CommandKind) -> Result<&'static Watch, Refusal> {
    watch(act).ok_or(Refusal::NotWatched { act })
}

/// What was named in this command already.
type Named = BTreeSet<(CommandKind, About)>;

/// Counts again what a timer says.
struct Teller<'w> {
    campaign: &'w CampaignId,
    told: &'w State,
    rules: Rules,
}

impl<'w> Teller<'w> {
    fn of(
        world: &'w World,
        context: &Context,
        campaign: &'w CampaignId,
    ) -> Result<Self, crate::Refusal> {
        let active = campaign::decide::launched(world, campaign)?;
        let authority = world.authority().authority();
        let calendar = authority.map(|authority| authority.calendar.clone());
        Ok(Self {
            campaign,
            told: world.timer(campaign),
            rules: Rules {
                times: (&active.rules).into(),
                deadline: active.deadline,
                calendar: calendar.unwrap_or_default(),
                now: context.now,
            },
        })
    }

    /// What the desk was not yet warned of.
    fn warned(&self, reminder: &Reminder, named: &mut Named) -> Result<Vec<About>, Refusal> {
        let watch = watched(reminder.act)?;
        let (due, offset) = (reminder.due, reminder.offset);
        let mut about = Vec::new();
        for item in &reminder.waiting {
            if self.told.is_warned(reminder.act, &item.about, due, offset)
                || !named.insert((reminder.act, item.about.clone()))
            {
                continue;
            }
            self.must_be_due(reminder.act, item, due)?;
            let (since, today) = (item.counted_from.date(), self.rules.now.date());
            let up = warning(watch, due, since, &self.rules.calendar, today);
            if up != Some(offset) {
                let item = item.about.stream().to_string();
                return Err(Refusal::WarningNotUp { item, offset });
            }
            about.push(item.about.clone());
        }
        Ok(about)
    }

    /// What was not yet said to be missed.
    fn missed(&self, missed: &MissedDeadline, named: &mut Named) -> Result<Vec<About>, Refusal> {
        let mut about = Vec::new();
        for item in &missed.waiting {
            if self.told.is_missed(missed.act, &item.about, missed.due)
                || !named.insert((missed.act, item.about.clone()))
            {
                continue;
            }
            self.must_be_due(missed.act, item, missed.due)?;
            if !missed.due.is_past(self.rules.now) {
                let item = item.about.stream().to_string();
                let on = missed.due.day();
                return Err(Refusal::NotMissed { item, on });
            }
            about.push(item.about.clone());
        }
        Ok(about)
    }

    fn must_be_due(&self, act: CommandKind, item: &WaitingItem, due: Due) -> Result<(), Refusal> {
        let name = || item.about.stream().to_string();
        if !item.about.is_of(self.campaign) {
            return Err(Refusal::ItemElsewhere { item: name() });
        }
        let found = self.rules.due(act, item.counted_from, item.own);
        if found == Some(due) {
            return Ok(());
        }
        let on = found.map(Due::day);
        Err(Refusal::DueOtherwise { item: name(), on })
    }
}
