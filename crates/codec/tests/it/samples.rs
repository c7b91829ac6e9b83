//! One made-up event of every type, with every optional member set.

mod aftermath;
mod around;
mod campaign;
mod complaint;
mod council;
mod decision;
mod legacy;
mod nomination;
mod office;
mod session;
mod unit;

use uuid::Uuid;

use khen_codec::{FirstOfAppend, Written, write};
use khen_domain::{
    Event, Origin, Role, StreamKey, StreamKind,
    stories_kit::{moment, officer, on_behalf},
};
use khen_eventlog::{
    CommandId, EventId, Fingerprint, Position, RecordedEvent, StreamName, Version,
};

/// The salt of every sample.
pub(crate) const SALT: [u8; 32] = [7; 32];

/// An event in its stream.
#[derive(Debug, Clone)]
pub(crate) struct Sample {
    pub(crate) stream: StreamKey,
    pub(crate) event: Event,
}

/// All of them.
pub(crate) fn samples() -> Vec<Sample> {
    let all = [
        office::events(),
        campaign::events(),
        nomination::events(),
        unit::events(),
        council::events(),
        session::events(),
        decision::events(),
        around::events(),
        aftermath::events(),
        legacy::events(),
        complaint::events(),
    ];
    let all = all.into_iter().flatten();
    all.map(|(stream, event)| Sample { stream, event })
        .collect()
}

impl Sample {
    /// The sample as it is recorded. Events on a nomination stand for the followers of an append,
    /// all others for its first; meetings and decisions are recorded late.
    pub(crate) fn written(&self) -> Written {
        let kind = self.stream.kind();
        let first = first_of_append();
        let first = (kind != StreamKind::Nomination).then_some(&first);
        let is_late = matches!(kind, StreamKind::UnitSession | StreamKind::Decision);
        let reason = is_late.then_some("Biên bản giấy đến muộn");
        write(&self.event, &origin(), first, reason, &SALT).unwrap()
    }
}

/// The officer of a unit, for the head.
pub(crate) fn origin() -> Origin {
    Origin {
        actor: on_behalf(&officer("tu-phap"), "head.tu-phap", Role::UnitHead),
        occurred_at: moment("2024-11-05T09:10"),
    }
}

pub(crate) fn first_of_append() -> FirstOfAppend {
    let seen = |name, version| (StreamName::parse(name).unwrap(), Version(version));
    FirstOfAppend {
        read: vec![
            seen("quota/HQ-CCHC-2024", 4),
            seen("campaign/HQ-CCHC-2024", 0),
        ],
        fingerprint: Fingerprint::from_bytes([9; 32]),
    }
}

/// What a store gives back for a written event.
pub(crate) fn recorded(written: &Written) -> RecordedEvent {
    let occurred_at = origin().occurred_at.timestamp();
    RecordedEvent {
        position: Position(41),
        stream: StreamName::parse("nomination/HQ-CCHC-2024-0007").unwrap(),
        version: Version(2),
        id: EventId(Uuid::nil()),
        event_type: written.event_type.clone(),
        occurred_at,
        recorded_at: occurred_at,
        assignment: "officer.tu-phap".to_owned(),
        command: CommandId::from_bytes([1; 16]),
        correlation: "request-1".to_owned(),
        salt: SALT,
        data: written.data.clone(),
        data_hash: written.data_hash,
    }
}
