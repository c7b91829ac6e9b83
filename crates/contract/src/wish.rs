//! Appends made out of words, for tests.

use jiff::Timestamp;
use serde_json::json;

use khen_ambient::{IdSource, RandomIds};
use khen_eventlog::{
    Append, AppendParts, CommandId, Condition, EventId, EventStore, EventType, LedgerId, NewEvent,
    Receipt, StreamName, Version, canonical, data_hash,
};

/// Tuesday morning, 2024-11-05T02:10:00Z, in microseconds since the Unix epoch.
const TUESDAY_MICROSECONDS: i64 = 1_730_772_600_000_000;

/// The assignment that acts in every wish.
const ASSIGNMENT: &str = "assignment-1";

/// An append in the making: whoever makes it says what it has seen and what it writes.
///
/// The same wish builds the same append, but for the ids of its events.
#[derive(Debug, Clone)]
pub struct Wish {
    ledger: LedgerId,
    command: CommandId,
    key: String,
    body: String,
    conditions: Vec<Condition>,
    events: Vec<(StreamName, String)>,
}

impl Wish {
    /// A wish under this idempotency key. Its body is the key, until [`Wish::body`] says otherwise.
    #[must_use]
    pub fn new(ledger: &LedgerId, key: &str) -> Self {
        Self {
            ledger: ledger.clone(),
            command: CommandId::derive(ledger, ASSIGNMENT, key),
            key: key.to_owned(),
            body: key.to_owned(),
            conditions: Vec::new(),
            events: Vec::new(),
        }
    }

    /// Another body gives another fingerprint.
    #[must_use]
    pub fn body(mut self, body: &str) -> Self {
        body.clone_into(&mut self.body);
        self
    }

    /// The wish holds only while `name` is at `version`; it writes nothing there.
    #[must_use]
    pub fn seeing(mut self, name: &str, version: u64) -> Self {
        self.conditions.push(Condition {
            stream: stream(name),
            version: Version(version),
        });
        self
    }

    /// One event per word in the stream `name`, which was seen at `version`.
    #[must_use]
    pub fn writing(self, name: &str, version: u64, words: &[&str]) -> Self {
        words.iter().fold(self.seeing(name, version), |wish, word| {
            wish.then(name, word)
        })
    }

    /// A further event in a stream that was named before.
    #[must_use]
    pub fn then(mut self, name: &str, word: &str) -> Self {
        self.events.push((stream(name), word.to_owned()));
        self
    }

    /// The same wish, command id included, in another ledger.
    #[must_use]
    pub fn under(mut self, ledger: &LedgerId) -> Self {
        self.ledger = ledger.clone();
        self
    }

    /// The id of its command.
    #[must_use]
    pub fn command(&self) -> CommandId {
        self.command
    }

    /// The append.
    #[must_use]
    pub fn build(&self) -> Append {
        let events = self.events.iter().enumerate();
        let events = events.map(|(index, (stream, word))| self.event(index, stream, word));
        Append::try_new(AppendParts {
            ledger: self.ledger.clone(),
            command: self.command,
            assignment: ASSIGNMENT.to_owned(),
            correlation: format!("request-{}", self.key),
            conditions: self.conditions.clone(),
            events: events.collect(),
        })
        .expect("a wish has the shape of an append")
    }

    fn event(&self, index: usize, stream: &StreamName, word: &str) -> NewEvent {
        let data = if index == 0 {
            let fingerprint = data_hash(&[0; 32], self.body.as_bytes()).to_string();
            let fingerprint = fingerprint.trim_start_matches("sha256:");
            json!({"word": word, "fingerprint": fingerprint})
        } else {
            json!({"word": word})
        };
        let data = canonical(&data).expect("words have a canonical form");
        let salt = data_hash(&[1; 32], format!("{}/{index}", self.key).as_bytes()).0;
        NewEvent {
            id: EventId(RandomIds.event_id()),
            stream: stream.clone(),
            event_type: EventType::parse("vn.khen.nomination.word_said.v1")
                .expect("the type is well formed"),
            occurred_at: Timestamp::from_microsecond(TUESDAY_MICROSECONDS)
                .expect("Tuesday is in range"),
            salt,
            data_hash: data_hash(&salt, &data),
            data,
        }
    }
}

/// The ledger with this slug.
#[must_use]
pub fn ledger(slug: &str) -> LedgerId {
    LedgerId::parse(slug).expect("the slug is well formed")
}

/// The stream with this name.
#[must_use]
pub fn stream(name: &str) -> StreamName {
    StreamName::parse(name).expect("the name is well formed")
}

/// Makes the ledger `hon-quan` and answers with its id.
pub async fn made_ledger(store: &dyn EventStore) -> LedgerId {
    made(store, "hon-quan").await
}

/// Makes the ledger with this slug and answers with its id.
pub async fn made(store: &dyn EventStore, slug: &str) -> LedgerId {
    let id = ledger(slug);
    let source = format!("https://khen.example/{slug}");
    let made = store.create_ledger(&id, &source).await;
    made.expect("the ledger is made");
    id
}

/// Appends the wish, which must succeed.
pub async fn recorded(store: &dyn EventStore, wish: &Wish) -> Receipt {
    store
        .append(wish.build())
        .await
        .expect("the append is recorded")
}
