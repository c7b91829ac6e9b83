//! Sealed values are found wherever they stand.

use serde_json::Value;

use crate::samples::samples;
use khen_codec::sealed_values;
use khen_domain::{
    FieldClass, NomineeKind, Sealed,
    nomination::{self, Nominee},
    stories_kit::{campaign, nominee as nominee_ref, sealed, unit},
};

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
    assert!(events_with_some >= 20, "{events_with_some}");
}

fn classes(nominee: Nominee) -> Vec<FieldClass> {
    let drafted = nomination::Event::NominationDrafted {
        campaign: campaign(),
        unit: unit("tu-phap"),
        nominee_kind: NomineeKind::Individual,
        nominee_ref: nominee_ref("nominee.tu-phap"),
        nominee,
    };
    let found = sealed_values(&drafted.into()).unwrap();
    found.into_iter().map(|sealed| sealed.class).collect()
}

#[test]
fn a_person_is_named_by_two_values_and_a_collective_by_none() {
    let of = |class| Sealed {
        class,
        ..sealed("AAAA")
    };
    let person = Nominee::Individual {
        name: of(FieldClass::PersonName),
        title: of(FieldClass::PersonTitle),
    };
    let both = [FieldClass::PersonName, FieldClass::PersonTitle];
    assert_eq!(classes(person), both);
    let collective = Nominee::Collective {
        unit: unit("tu-phap"),
    };
    assert_eq!(classes(collective), []);
}
