//! Sealed values are found wherever they stand.

use khen_codec::sealed_values;
use khen_domain::{Event, FieldClass, nomination, stories_kit::unit};
use serde_json::Value;

use crate::samples::samples;

/// Members named `box`: nothing but a sealed value has one.
fn boxes(value: &Value) -> usize {
    match value {
        Value::Object(members) => {
            usize::from(members.contains_key("box")) + members.values().map(boxes).sum::<usize>()
        }
        Value::Array(items) => items.iter().map(boxes).sum(),
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => 0,
    }
}

#[test]
fn every_sealed_value_of_every_event_is_found() {
    let mut events_with_some = 0;
    for sample in samples() {
        let found = sealed_values(&sample.event).unwrap();
        let expected = boxes(&serde_json::to_value(&sample.event).unwrap());
        assert_eq!(found.len(), expected, "{:?}", sample.event);
        events_with_some += usize::from(expected > 0);
    }
    assert_eq!(events_with_some, 5);
}

#[test]
fn a_person_is_named_by_two_values_and_a_collective_by_none() {
    let draft = samples()
        .into_iter()
        .find_map(|sample| match sample.event {
            Event::Nomination(event @ nomination::Event::NominationDrafted { .. }) => Some(event),
            _ => None,
        })
        .unwrap();
    let classes: Vec<_> = sealed_values(&draft.clone().into())
        .unwrap()
        .iter()
        .map(|sealed| sealed.class)
        .collect();
    assert_eq!(classes, [FieldClass::PersonName, FieldClass::PersonTitle]);
    let nomination::Event::NominationDrafted {
        campaign,
        unit: of,
        nominee_kind,
        nominee_ref,
        ..
    } = draft
    else {
        panic!("found by this shape");
    };
    let collective = nomination::Event::NominationDrafted {
        campaign,
        unit: of,
        nominee_kind,
        nominee_ref,
        nominee: nomination::Nominee::Collective {
            unit: unit("tu-phap"),
        },
    };
    assert_eq!(sealed_values(&collective.into()).unwrap(), []);
}
