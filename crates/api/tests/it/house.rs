//! A made-up office on 20 November 2024, behind its API: C1 and I1 are endorsed.

use std::{path::Path, sync::Arc, time::Duration};

use axum::Router;
use tempfile::TempDir;
use tokio_util::sync::CancellationToken;

use crate::seed::seed;
use khen_accounts::{Access, AccessParts, Accounts, Clients, Issuer, Order};
use khen_ambient::{MovableClock, OsChance, RandomIds};
use khen_api::{Allowance, ApiParts, Check, Probe, routers};
use khen_audit::{CosigningKey, KeyName};
use khen_blobs::FolderBlobs;
use khen_desk::{Desk, DeskParts};
use khen_documents::TypstPress;
use khen_domain::{
    Role,
    stories_kit::{Stage, assignment, grant, moment, system},
};
use khen_eventlog::{EventStore, Halts, LedgerId};
use khen_export::ExportKey;
use khen_history::History;
use khen_privacy::{FileVault, FileVaultParts, MasterKey, Vault};
use khen_store_sqlite::{LocalBell, SqliteLedger, SqliteOffice, SqliteRows, SqliteSeal};
use khen_texts::Texts;
use khen_workers::{Follower, FollowerParts, Heads, HeadsParts, Holdings, RowArrivals, RowsSink};

/// The code of I1, a person of `van-phong`.
pub(crate) const I1: &str = "HQ-CCHC-2024-0002";
/// The code of C1, the collective of `tai-chinh`.
pub(crate) const C1: &str = "HQ-CCHC-2024-0001";

pub(crate) struct House {
    pub(crate) public: Router,
    pub(crate) internal: Router,
    pub(crate) accounts: Accounts,
    pub(crate) clients: Clients,
    pub(crate) vault: Vault,
    pub(crate) clock: MovableClock,
    /// Ledgers in which nothing more is recorded.
    pub(crate) halts: Halts,
    pub(crate) size: u64,
    stop: CancellationToken,
    folder: TempDir,
}

/// What a test wants otherwise than usual.
pub(crate) struct Wanted {
    pub(crate) stage: Stage,
    pub(crate) allowance: Allowance,
    pub(crate) follows: bool,
    /// Stands between the desk and the store.
    pub(crate) between: fn(Arc<dyn EventStore>) -> Arc<dyn EventStore>,
    pub(crate) probes: Vec<Arc<dyn Probe>>,
}

impl Default for Wanted {
    fn default() -> Self {
        Self {
            stage: Stage::ranked(),
            allowance: Allowance::default(),
            follows: true,
            between: |store| store,
            probes: Vec::new(),
        }
    }
}

/// A probe that always finds the same.
pub(crate) struct Found(pub(crate) Check);

#[async_trait::async_trait]
impl Probe for Found {
    async fn look(&self) -> Vec<Check> {
        vec![self.0.clone()]
    }
}

pub(crate) fn ledger() -> LedgerId {
    LedgerId::parse("made-up").unwrap()
}

/// Who cosigns the log.
pub(crate) fn witness_key() -> CosigningKey {
    let name = KeyName::parse("so-noi-vu.example/witness").unwrap();
    CosigningKey::from_seed(name, [2; 32].into())
}

fn documents(folder: &TempDir, vault: &Vault, office: &Arc<SqliteOffice>) -> FileVault {
    FileVault::new(FileVaultParts {
        vault: vault.clone(),
        blobs: Arc::new(FolderBlobs::open(&folder.path().join("files")).unwrap()),
        index: office.clone(),
    })
}

fn desk(
    (store, bell, halts): (Arc<dyn EventStore>, &Arc<LocalBell>, &Halts),
    (vault, office): (&Vault, &Arc<SqliteOffice>),
    clock: &MovableClock,
) -> Desk {
    Desk::new(DeskParts {
        store,
        bell: bell.clone(),
        vault: vault.clone(),
        files: office.clone(),
        clock: Arc::new(clock.clone()),
        halts: halts.clone(),
        ids: Arc::new(RandomIds),
        chance: Arc::new(OsChance),
    })
}

/// What the house is called by those who ask it for tokens.
pub(crate) const ISSUER: &str = "https://khen.example";

fn access(office: &Arc<SqliteOffice>) -> Access {
    Access::new(AccessParts {
        clients: office.clone(),
        store: office.clone(),
        chance: Arc::new(OsChance),
        issuer: Issuer::parse(ISSUER).unwrap(),
    })
}

fn heads(store: &Arc<SqliteLedger>, bell: &Arc<LocalBell>) -> Heads {
    Heads::new(HeadsParts {
        feed: store.clone(),
        bell: bell.clone(),
        poll: Duration::from_millis(20),
    })
}

fn follower(
    heads: &Heads,
    sink: RowsSink,
    office: &Arc<SqliteOffice>,
    clock: &MovableClock,
) -> Follower {
    Follower::new(FollowerParts {
        heads: heads.clone(),
        holdings: Holdings::all(),
        sink: Arc::new(sink),
        stops: office.clone(),
        clock: Arc::new(clock.clone()),
    })
}

impl House {
    pub(crate) async fn open() -> Self {
        Self::with(Wanted::default()).await
    }

    pub(crate) async fn with(wanted: Wanted) -> Self {
        let folder = TempDir::new().unwrap();
        let clock = MovableClock::default();
        clock.move_to(moment("2024-11-20T09:00").timestamp());
        let store = Arc::new(SqliteLedger::open(folder.path(), Arc::new(clock.clone())).unwrap());
        let office = Arc::new(SqliteOffice::open(folder.path()).unwrap());
        let rows = Arc::new(SqliteRows::open(folder.path()).unwrap());
        let master = MasterKey::create(&folder.path().join("master.key"), &OsChance).unwrap();
        let vault = Vault::new(office.clone(), master, Arc::new(OsChance));
        let size = seed(&*store, &vault, &ledger(), wanted.stage.history()).await;
        let bell = Arc::new(LocalBell::default());
        let heads = heads(&store, &bell);
        let sink = RowsSink::new(rows.clone(), vault.clone());
        let follower = follower(&heads, sink, &office, &clock);
        let arrivals = Arc::new(RowArrivals::new(rows.clone(), follower.status()));
        let stop = CancellationToken::new();
        if wanted.follows {
            let stop = stop.clone();
            tokio::spawn(async move { tokio::join!(heads.run(&stop), follower.run(&stop)) });
        }
        let accounts = Accounts::new(office.clone(), Arc::new(OsChance));
        let (documents, texts) = (documents(&folder, &vault, &office), Arc::new(Texts::new()));
        let halts = Halts::default();
        let desk = desk(
            ((wanted.between)(store.clone()), &bell, &halts),
            (&vault, &office),
            &clock,
        );
        let routers = routers(ApiParts {
            desk: Arc::new(desk),
            accounts: accounts.clone(),
            access: access(&office),
            history: History::new(store.clone(), vault.clone(), texts.clone()),
            reactions: vec!["close-revoked-awards", "open-award-files"],
            feed: store.clone(),
            halts: halts.clone(),
            tiles: Arc::new(SqliteSeal::open(folder.path()).unwrap()),
            acks: office.clone(),
            export_key: ExportKey::new([3; 32].into()),
            witnesses: vec![witness_key().verifier().clone()],
            store: store.clone(),
            bell: bell.clone(),
            rows,
            moves_rows: true,
            arrivals,
            vault: vault.clone(),
            documents,
            files: office.clone(),
            press: Arc::new(TypstPress),
            texts,
            clock: Arc::new(clock.clone()),
            ids: Arc::new(RandomIds),
            probes: wanted.probes,
            metrics: Arc::new(|| "khen_build_info 1\n".to_owned()),
            allowance: wanted.allowance,
        });
        Self {
            public: routers.public,
            internal: routers.internal,
            accounts,
            clients: Clients::new(office, Arc::new(OsChance)),
            vault,
            clock,
            halts,
            size,
            stop,
            folder,
        }
    }

    /// Where ledger, office and files lie.
    pub(crate) fn folder(&self) -> &Path {
        self.folder.path()
    }

    /// A token of somebody in one of their roles.
    pub(crate) async fn token(&self, who: &str, role: Role) -> String {
        let order = Order::new(ledger(), assignment(who, role), "test");
        self.accounts
            .issue(order)
            .await
            .unwrap()
            .token
            .reveal()
            .to_owned()
    }
}

impl Drop for House {
    fn drop(&mut self) {
        self.stop.cancel();
    }
}

/// The office of the stories, with an auditor in it.
pub(crate) async fn audited() -> (House, String) {
    let stage = Stage::ranked().then(&system(), grant("deputy.tu-phap", Role::Auditor, "tu-phap"));
    let house = House::with(Wanted {
        stage,
        ..Wanted::default()
    })
    .await;
    let token = house.token("deputy.tu-phap", Role::Auditor).await;
    (house, token)
}
