//! Keeps `assignment_v1`.

use crate::{Fact, Projection};
use khen_domain::{Event, org};
use khen_read_model::AssignmentRow;

/// Assignments, by their ids; an ended one stays, with its last day.
pub struct Assignments;

impl Projection for Assignments {
    type Row = AssignmentRow;

    fn keys(fact: &Fact) -> Vec<String> {
        let Event::Org(org::Event::AssignmentGranted { .. } | org::Event::AssignmentEnded { .. }) =
            &fact.event
        else {
            return Vec::new();
        };
        let assignment = fact.stream.key().strip_prefix("assignment/");
        assignment.map(str::to_owned).into_iter().collect()
    }

    fn evolve(key: &str, row: Option<AssignmentRow>, fact: &Fact) -> Option<AssignmentRow> {
        let Event::Org(event) = &fact.event else {
            return row;
        };
        match event {
            org::Event::AssignmentGranted {
                person,
                role,
                unit,
                title,
                from,
                to,
                ..
            } => Some(AssignmentRow {
                assignment: key.to_owned(),
                person: person.to_string(),
                role: role.as_str().to_owned(),
                unit: unit.as_ref().map(ToString::to_string),
                title: title.clone(),
                valid_from: *from,
                valid_until: *to,
                position: fact.position,
            }),
            org::Event::AssignmentEnded { to, .. } => row.map(|row| AssignmentRow {
                valid_until: Some(*to),
                position: fact.position,
                ..row
            }),
            org::Event::AuthorityEstablished { .. }
            | org::Event::CalendarSet { .. }
            | org::Event::UnitEstablished { .. }
            | org::Event::UnitDissolved { .. }
            | org::Event::UnitSucceeded { .. }
            | org::Event::AuthorityEnded { .. }
            | org::Event::PersonRegistered { .. }
            | org::Event::PersonMoved { .. }
            | org::Event::IdentityMerged { .. }
            | org::Event::IdentityMergeUndone { .. }
            | org::Event::AssignmentRequested { .. }
            | org::Event::AssignmentNoted { .. }
            | org::Event::DelegationGranted { .. }
            | org::Event::DelegationEnded { .. } => row,
        }
    }
}
