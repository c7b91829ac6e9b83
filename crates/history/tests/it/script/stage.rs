//! A ledger in the making.

use std::sync::Arc;

use crate::fakes::{Ledger, Office, lock};
use khen_ambient::SeededChance;
use khen_codec::{stream_name, write};
use khen_domain::{
    Actor, AssignmentId, CampaignId, Event, Moment, NominationId, Origin, PersonId, Role, Sealed,
    StreamKey, UnitId, nomination,
};
use khen_eventlog::{CommandId, EventId, LedgerId, OwnerId, Position, RecordedEvent, Version};
use khen_history::{History, Reader, TimelineEntry};
use khen_privacy::{ClearValue, FieldClass, MasterKey, OwnerWord, Vault};
use khen_texts::{Audience, Language, Texts};

/// A ledger, its vault, and the one case that it is about.
pub(crate) struct Script {
    pub(crate) ledger: LedgerId,
    pub(crate) vault: Vault,
    pub(crate) history: History,
    pub(crate) events: Arc<Ledger>,
}

impl Script {
    pub(crate) fn new() -> Self {
        let folder = tempfile::tempdir().expect("there is room for a folder");
        let file = folder.path().join("master.key");
        let master = MasterKey::create(&file, &SeededChance::new(1)).expect("the file is new");
        let office = Arc::new(Office::default());
        let vault = Vault::new(office, master, Arc::new(SeededChance::new(2)));
        let events = Arc::new(Ledger::default());
        let texts = Arc::new(Texts::new());
        Self {
            ledger: LedgerId::parse("hon-quan").expect("the text is a slug"),
            history: History::new(events.clone(), vault.clone(), texts),
            vault,
            events,
        }
    }

    pub(crate) fn campaign() -> CampaignId {
        CampaignId::parse("HQ-CCHC-2024").expect("the text is an identifier")
    }

    pub(crate) fn unit() -> UnitId {
        UnitId::parse("tu-phap").expect("the text is an identifier")
    }

    pub(crate) fn nomination() -> NominationId {
        NominationId::new(Self::campaign(), 2)
    }

    /// The nominee as an owner of personal values.
    pub(crate) fn person() -> OwnerId {
        OwnerId("org/person/p-1".to_owned())
    }

    /// Records an event of the case, at `time` in Viet Nam.
    pub(crate) fn case(&self, time: &str, role: Role, event: nomination::Event) {
        self.record(
            &StreamKey::nomination(&Self::nomination()),
            time,
            role,
            event,
        );
    }

    pub(crate) fn record(
        &self,
        stream: &StreamKey,
        time: &str,
        role: Role,
        event: impl Into<Event>,
    ) {
        self.record_late(stream, time, role, event, None);
    }

    pub(crate) fn record_late(
        &self,
        stream: &StreamKey,
        time: &str,
        role: Role,
        event: impl Into<Event>,
        backdating_reason: Option<&str>,
    ) {
        let occurred_at = moment(time);
        let origin = Origin {
            actor: actor(role),
            occurred_at,
        };
        let salt = [7; 32];
        let written = write(&event.into(), &origin, None, backdating_reason, &salt)
            .expect("events of the script have a written form");
        let mut events = lock(&self.events.0);
        let stream = stream_name(stream);
        let version = events.iter().filter(|event| event.stream == stream).count() as u64 + 1;
        let position = events.len() as u64;
        events.push(RecordedEvent {
            position: Position(position),
            stream,
            version: Version(version),
            id: EventId(uuid::Uuid::from_u128(u128::from(position))),
            event_type: written.event_type,
            occurred_at: occurred_at.timestamp(),
            recorded_at: occurred_at.timestamp(),
            assignment: origin.actor.assignment.to_string(),
            command: CommandId::derive(&self.ledger, "a", &position.to_string()),
            correlation: "request".to_owned(),
            salt,
            data: written.data,
            data_hash: written.data_hash,
        });
    }

    /// A value sealed for `owner`.
    pub(crate) async fn sealed(&self, owner: &OwnerId, class: &str, text: &str) -> Sealed {
        let word = if *owner == Self::person() {
            OwnerWord::Nominee
        } else {
            OwnerWord::Stream
        };
        let class = FieldClass::parse(class).expect("the text is a class");
        let value = ClearValue {
            owner_word: word,
            class,
            text,
        };
        self.vault
            .owner_key_or_new(&self.ledger, owner)
            .await
            .expect("the office is there");
        let sealed = self
            .vault
            .seal(&self.ledger, owner, value)
            .await
            .expect("there is a key");
        serde_json::from_value(sealed.to_json()).expect("the vault and the domain agree")
    }

    /// The case as an owner of free text.
    pub(crate) fn case_owner() -> OwnerId {
        OwnerId(StreamKey::nomination(&Self::nomination()).to_string())
    }

    pub(crate) async fn timeline(
        &self,
        audience: Audience,
        language: Language,
    ) -> Vec<TimelineEntry> {
        let reader = Reader { audience, language };
        let nomination = Self::nomination();
        let told = self
            .history
            .timeline(&self.ledger, &nomination, reader)
            .await;
        told.expect("the case can be told")
    }

    /// Names of the events that `audience` is told, and the words of the last.
    pub(crate) async fn told(&self, audience: Audience) -> (Vec<String>, String) {
        let entries = self.timeline(audience, Language::Vi).await;
        let name = |entry: &TimelineEntry| {
            let (name, _) = entry.event_type.name_and_version();
            name.trim_start_matches("nomination.").to_owned()
        };
        let last = entries
            .last()
            .map(|entry| entry.words.clone())
            .unwrap_or_default();
        (entries.iter().map(name).collect(), last)
    }
}

fn actor(role: Role) -> Actor {
    let word = role.as_str();
    let unit = (word.starts_with("unit_")).then(Script::unit);
    Actor {
        principal: PersonId::parse(&format!("p-{word}")).expect("the text is an identifier"),
        assignment: assignment(role),
        role,
        unit,
        on_behalf_of: (role == Role::UnitSecretary).then(|| assignment(Role::UnitHead)),
    }
}

pub(crate) fn assignment(role: Role) -> AssignmentId {
    AssignmentId::parse(&format!("a-{}", role.as_str())).expect("the text is an identifier")
}

pub(crate) fn moment(time: &str) -> Moment {
    Moment::new(
        format!("{time}:00+07:00")
            .parse()
            .expect("the text is a time"),
    )
}
