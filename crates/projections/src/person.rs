//! Keeps `person_v1`.

use crate::{Fact, Projection, word::word};
use khen_domain::{Event, org};
use khen_read_model::PersonRow;

/// Persons, by their random ids, with the unit of the last recorded move.
pub struct Persons;

impl Projection for Persons {
    type Row = PersonRow;

    fn keys(fact: &Fact) -> Vec<String> {
        let Event::Org(org::Event::PersonRegistered { .. } | org::Event::PersonMoved { .. }) =
            &fact.event
        else {
            return Vec::new();
        };
        let person = fact.stream.key().strip_prefix("person/");
        person.map(str::to_owned).into_iter().collect()
    }

    fn evolve(key: &str, row: Option<PersonRow>, fact: &Fact) -> Option<PersonRow> {
        let Event::Org(event) = &fact.event else {
            return row;
        };
        if let org::Event::PersonMoved { to, .. } = event {
            return row.map(|row| PersonRow {
                unit: to.to_string(),
                position: fact.position,
                ..row
            });
        }
        let org::Event::PersonRegistered {
            name,
            category,
            unit,
        } = event
        else {
            return row;
        };
        Some(PersonRow {
            person: key.to_owned(),
            name_value: name.id.clone(),
            category: word(category),
            unit: unit.to_string(),
            position: fact.position,
        })
    }
}
