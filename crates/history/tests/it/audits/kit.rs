//! Events as somebody wrote them down, without asking any rule.

use serde_json::{Value, json};

use khen_codec::{stream_name, write};
use khen_domain::{
    Actor, Event, Moment, Origin, Role, StreamKey,
    stories_kit::{acting, moment},
};
use khen_eventlog::{CommandId, EventId, LedgerId, Position, RecordedEvent, Version};
use khen_history::{
    Entry,
    audits::{Audits, Finding, Weight},
};
use khen_texts::{AuditLine, Language, Texts};

/// The collective that is nominated.
pub(crate) const C1: &str = "nomination/HQ-CCHC-2024-0001";
/// The person who is nominated.
pub(crate) const I1: &str = "nomination/HQ-CCHC-2024-0002";
/// The first decision of the campaign.
pub(crate) const DECISION: &str = "decision/HQ-CCHC-2024-1";

/// A ledger that is being told.
pub(crate) struct Story {
    entries: Vec<Entry>,
    actor: Actor,
    occurred_at: Moment,
    recorded_at: Moment,
    command: u32,
}

/// A ledger without events; an intake officer acts on a working morning.
pub(crate) fn story() -> Story {
    Story {
        entries: Vec::new(),
        actor: acting("tiep-nhan", Role::IntakeOfficer),
        occurred_at: moment("2024-11-05T09:00"),
        recorded_at: moment("2024-11-05T09:00"),
        command: 0,
    }
}

impl Story {
    /// What follows happens at this time.
    pub(crate) fn at(mut self, time: &str) -> Self {
        (self.occurred_at, self.recorded_at) = (moment(time), moment(time));
        self
    }

    /// What follows is recorded at this time, whenever it happened.
    pub(crate) fn recorded(mut self, time: &str) -> Self {
        self.recorded_at = moment(time);
        self
    }

    /// Who acts from here on.
    pub(crate) fn by(mut self, actor: Actor) -> Self {
        self.actor = actor;
        self
    }

    /// An act that causes one event.
    pub(crate) fn tell(mut self, stream: &str, event: Value) -> Self {
        self.command += 1;
        self.and(stream, event)
    }

    /// One more event of the same act.
    pub(crate) fn and(mut self, stream: &str, event: Value) -> Self {
        let stream = StreamKey::parse(stream).expect("the story's stream is of a known kind");
        let kind = stream.kind().as_str().to_owned();
        let event = Value::Object([(kind, event)].into_iter().collect());
        let event = serde_json::from_value(event).expect("the story tells an event of the domain");
        let origin = Origin {
            actor: self.actor.clone(),
            occurred_at: self.occurred_at,
        };
        let entry = entry(
            self.entries.len() as u64,
            (&stream, &event),
            &origin,
            self.recorded_at,
            self.command,
        );
        self.entries.push(entry);
        self
    }

    /// The nominations C1, of the unit `tai-chinh` itself, and I1, of a person of `van-phong`.
    pub(crate) fn with_cases(self) -> Self {
        let drafted = |unit: &str, kind: &str, nominee: &Value| {
            json!({ "nomination_drafted": {
                "campaign": "HQ-CCHC-2024", "unit": unit, "nominee_kind": kind,
                "nominee_ref": format!("ref-{unit}"), "nominee": nominee,
            }})
        };
        let sealed = |id: &str| {
            let id = id.repeat(32);
            json!({ "box": "AAAA", "class": "person_name", "id": id, "owner": "nominee" })
        };
        let individual = json!({ "kind": "individual", "name": sealed("1"), "title": sealed("2") });
        let collective = json!({ "kind": "collective", "unit": "tai-chinh" });
        self.tell(C1, drafted("tai-chinh", "collective", &collective))
            .tell(I1, drafted("van-phong", "individual", &individual))
    }

    /// Everything that was told.
    pub(crate) fn entries(&self) -> &[Entry] {
        &self.entries
    }

    /// What the audit finds, in order.
    pub(crate) fn findings(&self, audit: u8) -> Vec<Finding> {
        let mut audits = Audits::begin(&[audit]);
        self.entries.iter().for_each(|entry| audits.see(entry));
        audits.findings()
    }

    /// The audit finds exactly this: weight, what is said, and the positions it rests on.
    #[track_caller]
    pub(crate) fn then(&self, audit: u8, expected: &[(Weight, AuditLine, &[u64])]) {
        let found = self.findings(audit);
        let told: Vec<_> = found
            .iter()
            .map(|one| {
                let positions = one.positions.iter().map(|position| position.0);
                (one.weight, one.line, positions.collect::<Vec<_>>())
            })
            .collect();
        let expected: Vec<_> = expected
            .iter()
            .map(|(weight, line, positions)| (*weight, *line, positions.to_vec()))
            .collect();
        assert_eq!(told, expected);
        let texts = Texts::new();
        for one in found {
            for language in Language::ALL {
                let words = one.words(&texts, *language);
                assert!(!words.contains(['{', '$']) && words.len() > 10, "{words}");
            }
        }
    }

    /// The audit finds nothing.
    #[track_caller]
    pub(crate) fn then_nothing(&self, audit: u8) {
        self.then(audit, &[]);
    }
}

/// An event as somebody who reads the ledger understands it.
fn entry(
    position: u64,
    told: (&StreamKey, &Event),
    origin: &Origin,
    recorded_at: Moment,
    command: u32,
) -> Entry {
    let record = record(position, told, origin, recorded_at, command);
    Entry::read(&record).expect("what was written is understood")
}

/// An event as a ledger would hold it, the first of its stream.
pub(crate) fn record(
    position: u64,
    (stream, event): (&StreamKey, &Event),
    origin: &Origin,
    recorded_at: Moment,
    command: u32,
) -> RecordedEvent {
    let salt = [7; 32];
    let written = write(event, origin, None, None, &salt).expect("the event has a written form");
    let ledger = LedgerId::parse("hon-quan").expect("the text is a slug");
    RecordedEvent {
        position: Position(position),
        stream: stream_name(stream),
        version: Version(1),
        id: EventId(uuid::Uuid::from_u128(u128::from(position))),
        event_type: written.event_type,
        occurred_at: origin.occurred_at.timestamp(),
        recorded_at: recorded_at.timestamp(),
        assignment: origin.actor.assignment.to_string(),
        command: CommandId::derive(&ledger, "story", &command.to_string()),
        correlation: "story".to_owned(),
        salt,
        data: written.data,
        data_hash: written.data_hash,
    }
}
