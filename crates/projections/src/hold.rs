//! Keeps `hold_v1`.

use crate::{Fact, Projection, word::word};
use khen_domain::{Event, hold};
use khen_read_model::HoldRow;

/// Holds, by their subjects' streams and their numbers.
pub struct Holds;

impl Projection for Holds {
    type Row = HoldRow;

    fn keys(fact: &Fact) -> Vec<String> {
        let Event::Hold(event) = &fact.event else {
            return Vec::new();
        };
        vec![key(fact, event)]
    }

    fn evolve(key: &str, row: Option<HoldRow>, fact: &Fact) -> Option<HoldRow> {
        let Event::Hold(event) = &fact.event else {
            return row;
        };
        let mut row = placed(key, event, fact).or(row)?;
        match event {
            hold::Event::HoldPlaced { .. } | hold::Event::HoldLiftRequested { .. } => {}
            hold::Event::HoldReviewed { review_by, .. } => row.review_by = *review_by,
            hold::Event::HoldLifted { outcome, .. } => {
                row.lifted_at = Some(fact.occurred_at.timestamp());
                row.outcome = Some(word(outcome));
            }
        }
        row.position = fact.position;
        Some(row)
    }
}

/// The key of the hold that an event is about.
pub(crate) fn key(fact: &Fact, event: &hold::Event) -> String {
    let number = match event {
        hold::Event::HoldPlaced { hold, .. }
        | hold::Event::HoldReviewed { hold, .. }
        | hold::Event::HoldLiftRequested { hold, .. }
        | hold::Event::HoldLifted { hold, .. } => hold,
    };
    format!("{}#{number}", fact.stream)
}

fn placed(key: &str, event: &hold::Event, fact: &Fact) -> Option<HoldRow> {
    let hold::Event::HoldPlaced {
        ground,
        verifying_body,
        review_by,
        ..
    } = event
    else {
        return None;
    };
    Some(HoldRow {
        hold: key.to_owned(),
        subject: fact.stream.key().to_owned(),
        ground: word(ground),
        verifying_body: verifying_body.clone(),
        placed_at: fact.occurred_at.timestamp(),
        review_by: *review_by,
        lifted_at: None,
        outcome: None,
        position: fact.position,
    })
}
