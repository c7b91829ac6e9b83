//! A small office over SQLite: an authority, two units, a unit officer, an evidence issuer.

use std::sync::Arc;

use serde_json::{Value, json};
use tempfile::TempDir;

use khen_ambient::{Clock, OsChance, RandomIds, SystemClock};
use khen_codec::{read, stream_name};
use khen_desk::{Desk, DeskError, DeskParts, Done, SYSTEM, Wish};
use khen_domain::{CommandKind, State, StreamKey};
use khen_eventlog::{
    Append, EventFeed as _, EventStore as _, LedgerId, Position, RecordedEvent, Version,
};
use khen_privacy::{MasterKey, Vault};
use khen_store_sqlite::{LocalBell, SqliteLedger, SqliteOffice};

/// Assignment of the evidence issuer.
pub(crate) const ISSUER: &str = "a-issuer";
/// Assignment of the campaign manager.
pub(crate) const MANAGER: &str = "a-manager";

pub(crate) struct Office {
    folder: TempDir,
    clock: Arc<dyn Clock>,
    store: Arc<SqliteLedger>,
    pub(crate) desk: Arc<Desk>,
}

impl Office {
    /// An office with its directory.
    pub(crate) async fn open() -> Self {
        let office = Self::empty(Arc::new(SystemClock)).await;
        for (turn, (command, content)) in directory().into_iter().enumerate() {
            let wish = wish(SYSTEM, command, &format!("load-{turn}"), content);
            office.desk.carry_out(wish).await.unwrap();
        }
        office
    }

    /// An office where nothing has happened, and this is the time.
    pub(crate) async fn empty(clock: Arc<dyn Clock>) -> Self {
        let folder = TempDir::new().unwrap();
        MasterKey::create(&folder.path().join("master.key"), &OsChance).unwrap();
        let store = SqliteLedger::open(folder.path(), Arc::clone(&clock)).unwrap();
        let store = Arc::new(store);
        store
            .create_ledger(&ledger(), "https://khen.example/export/v1/made-up")
            .await
            .unwrap();
        let desk = desk(&folder, &clock, &store);
        Self {
            folder,
            clock,
            store,
            desk,
        }
    }

    /// A second desk over the same files, as another process would be.
    pub(crate) fn another_desk(&self) -> Arc<Desk> {
        let store = SqliteLedger::open(self.folder.path(), Arc::clone(&self.clock)).unwrap();
        desk(&self.folder, &self.clock, &Arc::new(store))
    }

    /// Records without asking anybody; answers where the next event will stand.
    pub(crate) async fn record(&self, append: Append) -> Position {
        let receipt = self.store.append(append).await.unwrap();
        receipt.events.last().unwrap().position.next()
    }

    pub(crate) async fn ask(
        &self,
        assignment: &str,
        command: &str,
        key: &str,
        content: Value,
    ) -> Result<Done, DeskError> {
        self.desk
            .carry_out(wish(assignment, command, key, content))
            .await
    }

    /// The keys of the office.
    pub(crate) fn vault(&self) -> Vault {
        let office = SqliteOffice::open(self.folder.path()).unwrap();
        let master = MasterKey::load(&self.folder.path().join("master.key")).unwrap();
        Vault::new(Arc::new(office), master, Arc::new(OsChance))
    }

    pub(crate) async fn events(&self) -> Vec<RecordedEvent> {
        self.events_from(Position(0)).await
    }

    pub(crate) async fn events_from(&self, position: Position) -> Vec<RecordedEvent> {
        self.store
            .read_from(&ledger(), position, 4_096)
            .await
            .unwrap()
    }

    /// What a stream has come to, read from the ledger.
    pub(crate) async fn state(&self, stream: &StreamKey) -> State {
        let events = self
            .store
            .read_stream(&ledger(), &stream_name(stream), Version::NONE, 4_096)
            .await
            .unwrap();
        let events = events.iter().map(|event| read(event).unwrap());
        events.fold(State::initial(stream.kind()), |state, happened| {
            state.evolve(&happened.event, &happened.origin)
        })
    }
}

pub(crate) fn ledger() -> LedgerId {
    LedgerId::parse("made-up").unwrap()
}

pub(crate) fn wish(assignment: &str, command: &str, key: &str, content: Value) -> Wish {
    Wish {
        ledger: ledger(),
        assignment: assignment.to_owned(),
        kind: CommandKind::parse(command).unwrap(),
        content,
        key: key.to_owned(),
        correlation: format!("request-{key}"),
        occurred_at: None,
        backdating_reason: None,
        on_behalf_of: None,
        expected: None,
    }
}

/// A recognised initiative of Tư pháp.
pub(crate) fn initiative(number: &str) -> Value {
    json!({
        "unit": "tu-phap",
        "year": 2024,
        "number": number,
        "date": "2024-10-15",
        "recognised_by": "Hội đồng sáng kiến",
    })
}

fn desk(folder: &TempDir, clock: &Arc<dyn Clock>, store: &Arc<SqliteLedger>) -> Arc<Desk> {
    let office = Arc::new(SqliteOffice::open(folder.path()).unwrap());
    let master = MasterKey::load(&folder.path().join("master.key")).unwrap();
    let keys = Arc::<SqliteOffice>::clone(&office);
    Arc::new(Desk::new(DeskParts {
        store: Arc::<SqliteLedger>::clone(store),
        bell: Arc::new(LocalBell::default()),
        vault: Vault::new(keys, master, Arc::new(OsChance)),
        files: office,
        clock: Arc::clone(clock),
        halts: khen_eventlog::Halts::default(),
        ids: Arc::new(RandomIds),
        chance: Arc::new(OsChance),
    }))
}

/// A person of the inspectorate.
pub(crate) fn person(person: &str, name: &str) -> Value {
    json!({ "person": person, "name": name, "category": "civil_servant", "unit": "thanh-tra" })
}

fn directory() -> Vec<(&'static str, Value)> {
    let paper = json!({ "title": "Quyết định minh họa" });
    let unit = |unit: &str| {
        json!({
            "unit": unit,
            "name": format!("Đơn vị {unit}"),
            "kind": "specialised_agency",
            "group": "agencies",
            "staff": 6,
            "valid_from": "2000-01-01",
        })
    };
    let seat = |assignment: &str, person: &str, role: &str| {
        json!({
            "assignment": assignment,
            "person": person,
            "role": role,
            "unit": "thanh-tra",
            "title": "Chuyên viên",
            "from": "2000-01-01",
            "document": paper,
        })
    };
    vec![
        (
            "establish_authority",
            json!({
                "name": "UBND minh họa",
                "parent": "UBND tỉnh minh họa",
                "place": "Minh Họa",
                "signatory_title": "Chủ tịch",
                "valid_from": "2000-01-01",
                "document": paper,
            }),
        ),
        ("establish_unit", unit("tu-phap")),
        ("establish_unit", unit("thanh-tra")),
        ("register_person", person("p-issuer", "Nguyễn Văn Ví Dụ")),
        ("register_person", person("p-manager", "Trần Thị Minh Họa")),
        (
            "grant_assignment",
            seat(ISSUER, "p-issuer", "evidence_issuer"),
        ),
        (
            "grant_assignment",
            seat(MANAGER, "p-manager", "campaign_manager"),
        ),
    ]
}
