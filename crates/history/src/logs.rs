//! A campaign as an event log that tools of process mining open, and the way that its cases must go.
//!
//! [`Ocel`] keeps all objects that an event touches (OCEL 2.0, JSON); [`Xes`] flattens the campaign to
//! one trace per nomination (IEEE 1849). [`bpmn`] and [`declare`] write the way of a case down, from
//! [`MOVES`] and [`CONSTRAINTS`]; [`Conformance`] checks cases against both without any other tool.
//!
//! The time of an event is when it was recorded, which strictly increases; when it happened is an
//! attribute. People are told by their assignments, personal values by nothing at all.

mod bpmn;
mod conformance;
mod declare;
mod ocel;
mod related;
mod way;
mod xes;

pub use bpmn::bpmn;
pub use conformance::{Conformance, Departure, Rule};
pub use declare::{CONSTRAINTS, Constraint, declare};
pub use ocel::Ocel;
pub use way::MOVES;
pub use xes::Xes;

use serde_json::Value;

use crate::Entry;
use khen_domain::{
    Event,
    nomination::{Gate, gate_after},
};

/// The gate that an event leads its case to.
pub(crate) fn gate(entry: &Entry) -> Option<Gate> {
    if let Event::Nomination(event) = entry.event() {
        gate_after(event)
    } else {
        None
    }
}

/// `nomination.nominee_proposed` of `vn.khen.nomination.nominee_proposed.v1`.
fn activity(entry: &Entry) -> &str {
    entry.event_type.name_and_version().0
}

/// The payload of an event; null for one that does not serialise, which none from a ledger is.
fn payload(entry: &Entry) -> Value {
    let inside = |value: Value| {
        let members = match value {
            Value::Object(members) => members,
            Value::Null
            | Value::Bool(_)
            | Value::Number(_)
            | Value::String(_)
            | Value::Array(_) => {
                return Value::Null;
            }
        };
        members
            .into_iter()
            .next()
            .map_or(Value::Null, |(_, inner)| inner)
    };
    inside(inside(
        serde_json::to_value(entry.event()).unwrap_or_default(),
    ))
}

/// How an act came out: the gate it led to, or the outcome that the event names.
fn outcome(entry: &Entry, payload: &Value) -> Option<String> {
    let gate = gate(entry).map(|gate| gate.as_str().to_owned());
    gate.or_else(|| payload["outcome"].as_str().map(ToOwned::to_owned))
}

/// The version of the criteria that the event names.
fn rules(payload: &Value) -> Option<String> {
    let version = payload["criteria_version"].as_u64();
    version.map(|version| format!("criteria/{version}"))
}
