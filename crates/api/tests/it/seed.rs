//! Writes down what happened on a stage, with real keys behind its persons.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::{Value, json};

use khen_ambient::{IdSource as _, RandomIds};
use khen_codec::{FirstOfAppend, stream_name};
use khen_domain::{Effect, Event, Origin, StreamKey};
use khen_eventlog::{
    Append, AppendParts, CommandId, Condition, EventId, EventStore, Fingerprint, LedgerId,
    NewEvent, OwnerId, Version,
};
use khen_privacy::{ClearValue, FieldClass, OwnerWord, Vault};

/// The name of everybody.
pub(crate) const NAME: &str = "Trần Thị Minh Họa";

/// Appends a history in one go; answers how many events there are.
pub(crate) async fn seed(
    store: &dyn EventStore,
    vault: &Vault,
    ledger: &LedgerId,
    history: &[(Origin, Effect)],
) -> u64 {
    store
        .create_ledger(ledger, "https://khen.example/export/v1/made-up")
        .await
        .unwrap();
    vault
        .owner_key_or_new(ledger, &OwnerId("org/authority".into()))
        .await
        .unwrap();
    let references = references(vault, ledger, history).await;
    let fingerprint = Fingerprint::from_bytes([7; 32]);
    let first = FirstOfAppend {
        read: Vec::new(),
        fingerprint,
    };
    let mut events = Vec::new();
    let mut streams = BTreeSet::new();
    for (index, (origin, effect)) in history.iter().enumerate() {
        let stream = StreamKey::parse(&with_references(&effect.stream.to_string(), &references));
        let stream = stream_name(&stream.unwrap());
        let event = sealed(vault, ledger, &effect.event, &effect.stream, &references).await;
        let first = (index == 0).then_some(&first);
        let written = khen_codec::write(&event, origin, first, None, &[1; 32]).unwrap();
        streams.insert(stream.clone());
        events.push(NewEvent {
            id: EventId(RandomIds.event_id()),
            stream,
            event_type: written.event_type,
            occurred_at: origin.occurred_at.timestamp(),
            salt: [1; 32],
            data: written.data,
            data_hash: written.data_hash,
        });
    }
    let count = events.len() as u64;
    let parts = AppendParts {
        ledger: ledger.clone(),
        command: CommandId::derive(ledger, "seed", "seed"),
        assignment: "seed".into(),
        correlation: "seed".into(),
        conditions: streams
            .into_iter()
            .map(|stream| Condition {
                stream,
                version: Version::NONE,
            })
            .collect(),
        events,
    };
    store.append(Append::try_new(parts).unwrap()).await.unwrap();
    count
}

/// Every person gets a key; the stage's `ref.<person>` stands for the reference under it.
async fn references(
    vault: &Vault,
    ledger: &LedgerId,
    history: &[(Origin, Effect)],
) -> BTreeMap<String, String> {
    let mut references = BTreeMap::new();
    for (_, effect) in history {
        let stream = effect.stream.to_string();
        if let Some(person) = stream.strip_prefix("org/person/") {
            let owner = OwnerId(stream.clone());
            vault.owner_key_or_new(ledger, &owner).await.unwrap();
            let kept = vault
                .keep_nominee_reference(ledger, &owner, "HQ-CCHC-2024")
                .await;
            references.insert(format!("ref.{person}"), kept.unwrap());
        }
    }
    references
}

fn with_references(text: &str, references: &BTreeMap<String, String>) -> String {
    // Longer names first: `ref.head.tu-phap` before `ref.head`.
    let longest_first = references.iter().rev();
    longest_first.fold(text.to_owned(), |text, (made_up, real)| {
        text.replace(made_up, real)
    })
}

async fn sealed(
    vault: &Vault,
    ledger: &LedgerId,
    event: &Event,
    stream: &StreamKey,
    references: &BTreeMap<String, String>,
) -> Event {
    let text = serde_json::to_string(event).unwrap();
    let mut value: Value = serde_json::from_str(&with_references(&text, references)).unwrap();
    let owner = match stream.to_string() {
        person if person.starts_with("org/person/") => Some((OwnerId(person), OwnerWord::Stream)),
        _ => {
            let reference = references
                .iter()
                .find(|(made_up, _)| text.contains(made_up.as_str()));
            let person = reference.map(|(made_up, _)| made_up.replace("ref.", "org/person/"));
            person.map(|person| (OwnerId(person), OwnerWord::Nominee))
        }
    };
    if let Some((owner, owner_word)) = owner {
        let class = FieldClass::parse("person_name").unwrap();
        let clear = ClearValue {
            owner_word,
            class,
            text: NAME,
        };
        let sealed = vault.seal(ledger, &owner, clear).await.unwrap();
        put(&mut value, &sealed.to_json());
    }
    serde_json::from_value(value).unwrap()
}

/// Puts `sealed` wherever a sealed value stands: a nominee's title is their name here.
fn put(value: &mut Value, sealed: &Value) {
    match value {
        Value::Object(members) if members.contains_key("box") => *value = json!(sealed),
        Value::Object(members) => members.values_mut().for_each(|member| put(member, sealed)),
        Value::Array(items) => items.iter_mut().for_each(|item| put(item, sealed)),
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {}
    }
}
