//! What an event means.

use super::{Event, PublicityStage as Stage, State, Ticket};
use crate::Origin;

/// The state after this event. An event before the plan changes nothing.
#[must_use]
pub fn evolve(state: State, event: &Event, _: &Origin) -> State {
    match (state, event) {
        (
            _,
            Event::PublicityPlanned {
                channel,
                planned_for,
                nomination,
                ..
            },
        ) => State::Open(Box::new(Ticket {
            channel: *channel,
            planned_for: *planned_for,
            about: nomination.iter().cloned().collect(),
            stage: Stage::Planned,
            published_on: None,
            is_story: false,
            is_correction_due: false,
            corrected_on: None,
        })),
        (State::Open(mut ticket), event) => {
            after_plan(&mut ticket, event);
            State::Open(ticket)
        }
        (
            State::Absent,
            Event::BroadcastRecorded { .. }
            | Event::StoryPublished { .. }
            | Event::StoryWithdrawn { .. }
            | Event::CorrectionRequired { .. }
            | Event::CorrectionBroadcastRecorded { .. }
            | Event::PublicityCancelled { .. },
        ) => State::Absent,
    }
}

fn after_plan(ticket: &mut Ticket, event: &Event) {
    match event {
        Event::BroadcastRecorded { date, nominations } => {
            ticket.stage = Stage::Published;
            ticket.published_on = Some(*date);
            ticket.about = nominations.iter().cloned().collect();
        }
        Event::StoryPublished {
            date, nomination, ..
        } => {
            ticket.stage = Stage::Published;
            ticket.published_on = Some(*date);
            ticket.is_story = true;
            ticket.about = nomination.iter().cloned().collect();
        }
        Event::StoryWithdrawn { .. } => ticket.stage = Stage::StoryTakenBack,
        Event::CorrectionRequired { nominations, .. } => {
            ticket.is_correction_due = true;
            for nomination in nominations {
                ticket.about.remove(nomination);
            }
        }
        Event::CorrectionBroadcastRecorded { date } => {
            ticket.is_correction_due = false;
            ticket.corrected_on = Some(*date);
        }
        Event::PublicityCancelled { .. } => ticket.stage = Stage::PublicityCancelled,
        Event::PublicityPlanned { .. } => {}
    }
}
