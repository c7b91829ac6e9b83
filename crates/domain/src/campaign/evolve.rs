//! What an event means.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;

use super::{Active, CriteriaVersion, Draft, Event, Inspection, Interpretation, Reminder, State};
use crate::Origin;

/// The state after this event.
#[must_use]
pub fn evolve(state: State, event: &Event, origin: &Origin) -> State {
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
        (State::Launched(mut active), event) => {
            after_launch(&mut active, event, origin);
            State::Launched(active)
        }
        (
            state @ State::Absent,
            Event::CriteriaVersionPublished { .. }
            | Event::GateRulesSet { .. }
            | Event::CampaignLaunched { .. },
        )
        | (
            state @ (State::Absent | State::Registered(_)),
            Event::DeadlineAnnounced { .. }
            | Event::DeadlineExtended { .. }
            | Event::PlanAmended { .. }
            | Event::CriterionInterpreted { .. }
            | Event::RolloutConfirmed { .. }
            | Event::ReminderRecorded { .. }
            | Event::InspectionRecorded { .. }
            | Event::SelectionClosed {}
            | Event::CampaignClosed { .. }
            | Event::CampaignTransferred { .. }
            | Event::CampaignClosedByReorganisation { .. }
            | Event::ArchiveTransferred { .. },
        ) => state,
    }
}

fn after_launch(active: &mut Active, event: &Event, origin: &Origin) {
    match event {
        Event::DeadlineAnnounced { due } | Event::DeadlineExtended { due, .. } => {
            active.deadline = Some(*due);
        }
        Event::PlanAmended {
            plan,
            reviewed_cases,
            ..
        } => {
            active.plan = plan.as_ref().clone();
            active.reviewed_cases = reviewed_cases.or(active.reviewed_cases);
        }
        Event::CriteriaVersionPublished { version, criteria } => {
            let published = CriteriaVersion {
                version: *version,
                criteria: criteria.clone(),
            };
            let before = std::mem::replace(&mut active.criteria, published);
            active.earlier_criteria.push(before);
        }
        Event::CriterionInterpreted {
            number,
            criterion,
            situation,
            finding,
            reason,
            document,
        } => {
            let interpretation = Interpretation {
                criterion: criterion.clone(),
                situation: *situation,
                finding: *finding,
                reason: reason.clone(),
                document: document.clone(),
            };
            active.interpretations.insert(*number, interpretation);
        }
        Event::RolloutConfirmed { unit } => {
            active.rolled_out.insert(unit.clone());
        }
        Event::ReminderRecorded {
            date,
            units,
            document,
        } => active.reminders.push(Reminder {
            date: *date,
            units: units.clone(),
            document: document.clone(),
        }),
        Event::InspectionRecorded {
            date,
            units,
            minutes,
        } => active.inspections.push(Inspection {
            date: *date,
            units: units.clone(),
            minutes: minutes.clone(),
        }),
        Event::SelectionClosed {}
        | Event::CampaignTransferred { .. }
        | Event::CampaignClosedByReorganisation { .. }
        | Event::CampaignClosed { .. }
        | Event::ArchiveTransferred { .. } => after_selection(active, event, origin),
        Event::PlanRegistered { .. }
        | Event::GateRulesSet { .. }
        | Event::CampaignLaunched { .. } => {}
    }
}

/// How it comes to its end.
#[expect(
    clippy::wildcard_enum_match_arm,
    reason = "the other events are another function's"
)]
fn after_selection(active: &mut Active, event: &Event, origin: &Origin) {
    let day = origin.occurred_at.date();
    match event {
        Event::SelectionClosed {} => {
            active.selection_closed_on = Some(day);
        }
        Event::CampaignTransferred { to, document: _ } => {
            active.selection_closed_on = Some(day);
            active.transferred_to = Some(to.clone());
        }
        Event::CampaignClosedByReorganisation { document: _ } => {
            active.selection_closed_on.get_or_insert(day);
            active.closed_on = Some(day);
            active.is_reorganised = true;
        }
        Event::CampaignClosed { .. } => active.closed_on = Some(day),
        Event::ArchiveTransferred {
            retention_years, ..
        } => active.archived = Some(*retention_years),
        _ => {}
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
            earlier_criteria: Vec::new(),
            reviewed_cases: None,
            rules,
            launched_on: date,
            deadline: None,
            rolled_out: BTreeSet::new(),
            reminders: Vec::new(),
            inspections: Vec::new(),
            selection_closed_on: None,
            closed_on: None,
            transferred_to: None,
            is_reorganised: false,
            archived: None,
            interpretations: BTreeMap::new(),
        })),
        // No launch is recorded without criteria and rules; one without them changes nothing.
        draft @ (Draft { criteria: None, .. } | Draft { rules: None, .. }) => {
            State::Registered(Box::new(draft))
        }
    }
}
