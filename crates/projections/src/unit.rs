//! Keeps `unit_v1`.

use crate::{Fact, Projection, word::word};
use khen_domain::{Event, org};
use khen_read_model::UnitRow;

/// Units, by their ids.
pub struct Units;

impl Projection for Units {
    type Row = UnitRow;

    fn keys(fact: &Fact) -> Vec<String> {
        let Event::Org(org::Event::UnitEstablished { unit, .. }) = &fact.event else {
            return Vec::new();
        };
        vec![unit.to_string()]
    }

    fn evolve(key: &str, row: Option<UnitRow>, fact: &Fact) -> Option<UnitRow> {
        let Event::Org(org::Event::UnitEstablished {
            unit: _,
            name,
            kind,
            group,
            functions: _,
            staff,
            valid_from,
            valid_until,
        }) = &fact.event
        else {
            return row;
        };
        Some(UnitRow {
            unit: key.to_owned(),
            name: name.clone(),
            kind: word(kind),
            group_id: group.to_string(),
            staff: u64::from(*staff),
            valid_from: *valid_from,
            valid_until: *valid_until,
            position: fact.position,
        })
    }
}
