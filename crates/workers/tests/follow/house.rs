//! A folder with a ledger, an office and rows, and a sink over them.

use std::{sync::Arc, time::Duration};

use jiff::Timestamp;
use tempfile::TempDir;
use tokio::task::JoinHandle;
use tokio_util::sync::CancellationToken;

use khen_ambient::{IdSource, OsChance, RandomIds, SystemClock};
use khen_codec::{FirstOfAppend, stream_name, write};
use khen_domain::{Actor, Event, FieldClass, Moment, Origin, Role, Sealed, StreamKey};
use khen_eventlog::{
    Append, AppendParts, CommandId, Condition, EventFeed, EventId, EventStore, Fingerprint,
    LedgerId, NewEvent, OwnerId, Position, RecordedEvent, StreamName,
};
use khen_privacy::{ClearValue, FieldClass as Class, MasterKey, OwnerWord, Vault};
use khen_read_model::RowStore;
use khen_store_sqlite::{LocalBell, SqliteLedger, SqliteOffice, SqliteRowSets, SqliteRows};
use khen_workers::{Follower, FollowerParts, Heads, HeadsParts, Holdings, RowsSink, Sink};

/// Long enough for anything that works; nothing that works waits so long.
pub(crate) const PATIENCE: Duration = Duration::from_secs(30);
/// Never, in a test.
pub(crate) const NEVER: Duration = Duration::from_hours(1);
/// At once, nearly.
pub(crate) const SOON: Duration = Duration::from_millis(1);

pub(crate) struct House {
    pub(crate) folder: TempDir,
    pub(crate) store: Arc<SqliteLedger>,
    pub(crate) office: Arc<SqliteOffice>,
    pub(crate) rows: Arc<SqliteRows>,
    pub(crate) vault: Vault,
    pub(crate) bell: LocalBell,
}

/// A follower at work.
pub(crate) struct AtWork {
    pub(crate) follower: Arc<Follower>,
    stop: CancellationToken,
    task: JoinHandle<()>,
}

impl AtWork {
    /// Stops it and waits until it has stopped.
    pub(crate) async fn stop(self) {
        self.stop.cancel();
        self.task.await.expect("the follower ends in peace");
    }
}

impl House {
    pub(crate) async fn open() -> Self {
        let folder = tempfile::tempdir().expect("there is a temporary folder");
        let key = folder.path().join("master.key");
        let master = MasterKey::create(&key, &OsChance).expect("the key is made");
        let store = SqliteLedger::open(folder.path(), Arc::new(SystemClock));
        let office = SqliteOffice::open(folder.path()).expect("the office opens");
        let office = Arc::new(office);
        let house = Self {
            store: Arc::new(store.expect("the ledger opens")),
            rows: fresh_rows(&folder),
            office: office.clone(),
            vault: Vault::new(office, master, Arc::new(OsChance)),
            bell: LocalBell::default(),
            folder,
        };
        house.make(&ledger("hon-quan")).await;
        house
    }

    pub(crate) async fn make(&self, ledger: &LedgerId) {
        let made = self
            .store
            .create_ledger(ledger, "https://khen.example/made-up");
        made.await.expect("the ledger is made");
    }

    pub(crate) fn sink(&self) -> RowsSink {
        RowsSink::new(self.rows.clone(), self.vault.clone())
    }

    /// The rows that serve, and the others.
    pub(crate) fn sets(&self) -> Arc<SqliteRowSets> {
        let sets = SqliteRowSets::open(self.folder.path());
        Arc::new(sets.expect("the rows open"))
    }

    /// The ledgers, watched.
    pub(crate) fn heads(&self, poll: Duration) -> Heads {
        Heads::new(HeadsParts {
            feed: self.store.clone(),
            bell: Arc::new(self.bell.clone()),
            poll,
        })
    }

    /// A follower of rows, alone in the house, that begins to work.
    pub(crate) fn follow(&self, poll: Duration) -> AtWork {
        let heads = self.heads(poll);
        self.follow_with(heads, Holdings::all(), Arc::new(self.sink()))
    }

    /// A follower that begins to work.
    pub(crate) fn follow_with(
        &self,
        heads: Heads,
        holdings: Holdings,
        sink: Arc<dyn Sink>,
    ) -> AtWork {
        let follower = Arc::new(Follower::new(FollowerParts {
            heads: heads.clone(),
            holdings,
            sink,
            stops: self.office.clone(),
            clock: Arc::new(SystemClock),
        }));
        let stop = CancellationToken::new();
        let (worker, token) = (follower.clone(), stop.clone());
        let task = tokio::spawn(async move {
            tokio::join!(heads.run(&token), worker.run(&token));
        });
        AtWork {
            follower,
            stop,
            task,
        }
    }

    /// Records one event and answers with its position.
    pub(crate) async fn record(&self, at: &LedgerId, stream: &StreamKey, event: &Event) -> u64 {
        let name = stream_name(stream);
        let versions = self.store.versions(at, std::slice::from_ref(&name)).await;
        let version = versions.expect("the version is read")[0];
        let event = new_event(&name, event);
        let append = Append::try_new(AppendParts {
            ledger: at.clone(),
            command: CommandId::from_bytes(*RandomIds.event_id().as_bytes()),
            assignment: "a1".to_owned(),
            correlation: "request-1".to_owned(),
            conditions: vec![Condition {
                stream: name,
                version,
            }],
            events: vec![event],
        });
        let append = append.expect("the append is well formed");
        let receipt = self.store.append(append).await;
        receipt.expect("the event is recorded").events[0].position.0
    }

    pub(crate) async fn record_all(&self, at: &LedgerId, events: Vec<(StreamKey, Event)>) -> u64 {
        let mut last = 0;
        for (stream, event) in events {
            last = self.record(at, &stream, &event).await;
        }
        last
    }

    pub(crate) async fn events(&self, of: &LedgerId) -> Vec<RecordedEvent> {
        let events = self.store.read_from(of, Position(0), 4_096).await;
        events.expect("the ledger is read")
    }

    pub(crate) async fn content(&self, of: &LedgerId) -> (u64, String) {
        let content = self.rows.content_hash(of.as_str()).await;
        let (cursor, hash) = content.expect("the content is read");
        (cursor.0, hash.to_string())
    }

    /// A value under the key of `owner`, as the desk would seal it.
    pub(crate) async fn seal(
        &self,
        of: &LedgerId,
        (owner, owner_word): (&StreamKey, OwnerWord),
        class: FieldClass,
        text: &str,
    ) -> Sealed {
        let owner = OwnerId(owner.to_string());
        let key = self.vault.owner_key_or_new(of, &owner).await;
        key.expect("the owner has a key");
        let word = match class {
            FieldClass::PersonName => "person_name",
            FieldClass::PersonTitle => "person_title",
            FieldClass::FreeText => "free_text",
        };
        let class = Class::parse(word).expect("the class is known");
        let value = ClearValue {
            owner_word,
            class,
            text,
        };
        let sealed = self.vault.seal(of, &owner, value).await;
        let sealed = sealed.expect("the value is sealed").to_json();
        serde_json::from_value(sealed).expect("the domain reads what privacy seals")
    }
}

/// The cursor of a sink in a ledger; the beginning where it has none.
pub(crate) async fn cursor_of(sink: &dyn Sink, ledger: &LedgerId) -> Position {
    let cursors = sink.cursors().await.expect("the cursors are read");
    cursors.get(ledger).copied().unwrap_or_default()
}

/// Rows of their own, in a folder beside the others.
pub(crate) fn fresh_rows(folder: &TempDir) -> Arc<SqliteRows> {
    let rows = SqliteRows::open(folder.path());
    Arc::new(rows.expect("the rows open"))
}

pub(crate) fn ledger(slug: &str) -> LedgerId {
    LedgerId::parse(slug).expect("the slug is well formed")
}

fn new_event(stream: &StreamName, event: &Event) -> NewEvent {
    let tuesday: Timestamp = "2024-11-05T02:10:00Z"
        .parse()
        .expect("the time is well formed");
    let origin = Origin {
        actor: Actor {
            principal: "p1".to_owned().try_into().expect("the id is well formed"),
            assignment: "a1".to_owned().try_into().expect("the id is well formed"),
            role: Role::System,
            unit: None,
            on_behalf_of: None,
        },
        occurred_at: Moment::new(tuesday),
    };
    let first = FirstOfAppend {
        read: Vec::new(),
        fingerprint: Fingerprint::from_bytes([7; 32]),
    };
    let salt = [1; 32];
    let written = write(event, &origin, Some(&first), None, &salt);
    let written = written.expect("the event has a written form");
    NewEvent {
        id: EventId(RandomIds.event_id()),
        stream: stream.clone(),
        event_type: written.event_type,
        occurred_at: tuesday,
        salt,
        data: written.data,
        data_hash: written.data_hash,
    }
}
