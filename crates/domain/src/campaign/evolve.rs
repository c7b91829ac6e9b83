//! What an event means.

use jiff::civil::Date;

use super::{Active, CriteriaVersion, Draft, Event, State};
use crate::Origin;

/// The state after this event.
#[must_use]
pub fn evolve(state: State, event: &Event, _: &Origin) -> State {
    match (state, event) {
        (_, Event::PlanRegistered { plan, .. }) => State::Registered(Box::new(Draft {
            plan: plan.as_ref().clone(),
            criteria: None,
            rules: None,
        })),
        (State::Registered(mut draft), Event::CriteriaVersionPublished { version, criteria }) => {
            draft.criteria = Some(CriteriaVersion {
                version: *version,
                criteria: criteria.clone(),
            });
            State::Registered(draft)
        }
        (State::Registered(mut draft), Event::GateRulesSet { rules }) => {
            draft.rules = Some(rules.clone());
            State::Registered(draft)
        }
        (State::Registered(draft), Event::CampaignLaunched { date }) => launched(*draft, *date),
        (State::Launched(mut active), Event::DeadlineAnnounced { due }) => {
            active.deadline = Some(*due);
            State::Launched(active)
        }
        (
            state @ (State::Absent | State::Launched(_)),
            Event::CriteriaVersionPublished { .. }
            | Event::GateRulesSet { .. }
            | Event::CampaignLaunched { .. },
        )
        | (state @ (State::Absent | State::Registered(_)), Event::DeadlineAnnounced { .. }) => {
            state
        }
    }
}

fn launched(draft: Draft, date: Date) -> State {
    match draft {
        Draft {
            plan,
            criteria: Some(criteria),
            rules: Some(rules),
        } => State::Launched(Box::new(Active {
            plan,
            criteria,
            rules,
            launched_on: date,
            deadline: None,
        })),
        // No launch is recorded without criteria and rules; one without them changes nothing.
        draft @ (Draft { criteria: None, .. } | Draft { rules: None, .. }) => {
            State::Registered(Box::new(draft))
        }
    }
}
