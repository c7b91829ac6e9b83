//! From what a story came to, to the first append of a ledger.

use std::collections::BTreeSet;

use khen_ambient::{IdSource as _, RandomIds};
use khen_codec::{FirstOfAppend, stream_name, write};
use khen_desk::SYSTEM;
use khen_domain::{Effect, Origin};
use khen_eventlog::{
    Append, AppendParts, CommandId, Condition, EventId, Fingerprint, LedgerId, NewEvent, Version,
};

/// All of it at once.
pub(crate) fn told(ledger: &LedgerId, history: &[(Origin, Effect)]) -> Append {
    let streams: BTreeSet<_> = history.iter().map(|(_, effect)| &effect.stream).collect();
    let nothing_there = streams.into_iter().map(|stream| Condition {
        stream: stream_name(stream),
        version: Version::NONE,
    });
    let first = FirstOfAppend {
        read: Vec::new(),
        fingerprint: Fingerprint::from_bytes([0; 32]),
    };
    let events = history.iter().enumerate();
    let events = events.map(|(index, (origin, effect))| {
        let is_first = index == 0;
        event(origin, effect, is_first.then_some(&first))
    });
    Append::try_new(AppendParts {
        ledger: ledger.clone(),
        command: CommandId::derive(ledger, SYSTEM, "history"),
        assignment: SYSTEM.to_owned(),
        correlation: "history".to_owned(),
        conditions: nothing_there.collect(),
        events: events.collect(),
    })
    .unwrap()
}

fn event(origin: &Origin, effect: &Effect, first: Option<&FirstOfAppend>) -> NewEvent {
    let salt = [0; 32];
    let written = write(&effect.event, origin, first, None, &salt).unwrap();
    NewEvent {
        id: EventId(RandomIds.event_id()),
        stream: stream_name(&effect.stream),
        event_type: written.event_type,
        occurred_at: origin.occurred_at.timestamp(),
        salt,
        data: written.data,
        data_hash: written.data_hash,
    }
}
