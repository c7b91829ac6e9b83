//! Keeps `slot_v1`.

use crate::{Fact, Projection};
use khen_domain::{Event, slot};
use khen_read_model::SlotRow;

/// Slots, by the names of their streams.
pub struct Slots;

impl Projection for Slots {
    type Row = SlotRow;

    fn keys(fact: &Fact) -> Vec<String> {
        let is_touched = granted(&fact.event).is_some();
        is_touched
            .then(|| fact.stream.to_string())
            .into_iter()
            .collect()
    }

    fn evolve(key: &str, row: Option<SlotRow>, fact: &Fact) -> Option<SlotRow> {
        let Some(granted) = granted(&fact.event) else {
            return row;
        };
        // The key says it all: `HQ-CCHC-2024/individual/unit/tu-phap`.
        let mut parts = fact.stream.key().split('/').map(str::to_owned);
        Some(SlotRow {
            slot: key.to_owned(),
            campaign: parts.next()?,
            kind: parts.next()?,
            holder_kind: parts.next()?,
            holder: parts.next()?,
            granted: u64::from(granted),
            position: fact.position,
        })
    }
}

/// How many slots there are from this event on, if it says so.
fn granted(event: &Event) -> Option<u32> {
    let Event::Slot(event) = event else {
        return None;
    };
    match event {
        slot::Event::SlotsGranted { slots, .. } | slot::Event::SlotsReturned { slots, .. } => {
            Some(*slots)
        }
        slot::Event::SlotTaken { .. }
        | slot::Event::SlotFreed { .. }
        | slot::Event::GroupRanked { .. }
        | slot::Event::NomineesRanked { .. } => None,
    }
}
