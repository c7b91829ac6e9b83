//! Words of the domain, as they stand on the wire.

use serde::Serialize;

/// The name of an event, as its type bears it.
pub(crate) fn name(event: &impl Serialize) -> String {
    let written = serde_json::to_value(event).ok();
    let members = written.as_ref().and_then(|written| written.as_object());
    let name = members.and_then(|members| members.keys().next());
    name.cloned()
        .expect("an event is written as one member, its name")
}

/// The word of an enum without fields.
pub(crate) fn word(value: &impl Serialize) -> String {
    let written = serde_json::to_value(value).ok();
    let word = written.as_ref().and_then(|written| written.as_str());
    word.map(str::to_owned)
        .expect("an enum without fields is written as one word")
}
