//! Keeps `unit_v1`.

use crate::{Fact, Projection, word::word};
use khen_domain::{Event, org};
use khen_read_model::{Folded, Spelled, UnitRow, word_order};

/// Units, by their ids; one that ended stays, with its last day.
pub struct Units;

impl Projection for Units {
    type Row = UnitRow;

    fn keys(fact: &Fact) -> Vec<String> {
        let Event::Org(org::Event::UnitEstablished { .. } | org::Event::UnitDissolved { .. }) =
            &fact.event
        else {
            return Vec::new();
        };
        let unit = fact.stream.key().strip_prefix("unit/");
        unit.map(str::to_owned).into_iter().collect()
    }

    fn evolve(key: &str, row: Option<UnitRow>, fact: &Fact) -> Option<UnitRow> {
        if let Event::Org(org::Event::UnitDissolved { on, .. }) = &fact.event {
            return row.map(|row| UnitRow {
                valid_until: Some(*on),
                position: fact.position,
                ..row
            });
        }
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
            spelled: Spelled::of(name).as_str().to_owned(),
            folded: Folded::of(name).as_str().to_owned(),
            sort_key: word_order(name),
            kind: word(kind),
            group_id: group.to_string(),
            staff: u64::from(*staff),
            valid_from: *valid_from,
            valid_until: *valid_until,
            position: fact.position,
        })
    }
}
