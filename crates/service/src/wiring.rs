//! The only place that names an adapter.

mod clustered;
mod embedded;
mod folder;
mod sealing;

use std::{path::Path, sync::Arc};

use anyhow::Context as _;

use crate::config::Config;
use khen_accounts::Accounts;
use khen_ambient::{Clock, OsChance, RandomIds};
use khen_desk::{Desk, DeskParts};
use khen_documents::TypstPress;
use khen_domain::StreamKey;
use khen_eventlog::{
    AccessStore, AckBook, BlobStore, ClientStore, CredentialStore, CursorStore, Doorbell,
    EventFeed, EventStore, FanOut, FileIndex, HaltBook, Halts, KeyStore, Leases, OwnerId, Restore,
    SignedStates, StopBook, TileStore,
};
use khen_export::{ExportKey, Press};
use khen_privacy::{FileVault, FileVaultParts, MasterKey, PrivacyError, Vault};
use khen_read_model::{RowSets, RowStore};
use khen_workers::{Halting, LogSeed, SignedMemory, Signer};

/// The rooms of one office, wired.
#[derive(Clone)]
pub(crate) struct Rooms {
    pub(crate) store: Arc<dyn EventStore>,
    pub(crate) feed: Arc<dyn EventFeed>,
    pub(crate) bell: Arc<dyn Doorbell>,
    pub(crate) credentials: Arc<dyn CredentialStore>,
    pub(crate) clients: Arc<dyn ClientStore>,
    pub(crate) access: Arc<dyn AccessStore>,
    pub(crate) cursors: Arc<dyn CursorStore>,
    pub(crate) stops: Arc<dyn StopBook>,
    pub(crate) leases: Arc<dyn Leases>,
    /// Whether other processes follow the ledgers, each under its leases.
    pub(crate) is_shared: bool,
    pub(crate) files: Arc<dyn FileIndex>,
    pub(crate) rows: Arc<dyn RowStore>,
    /// Those rows, and the sets that may take their place.
    pub(crate) row_sets: Arc<dyn RowSets>,
    /// The logs of the ledgers.
    pub(crate) tiles: Arc<dyn TileStore>,
    /// What signs them; none where the key is not at hand, as with those that only serve.
    pub(crate) signer: Option<Signer>,
    /// How far those who pull say that they are.
    pub(crate) acks: Arc<dyn AckBook>,
    /// What signs the export.
    pub(crate) export_key: ExportKey,
    /// What was signed of them, as far as it is in reach.
    pub(crate) memory: SignedMemory,
    /// Ledgers in which nothing more is recorded, as this process knows them …
    pub(crate) halts: Halts,
    /// … where all processes know them …
    pub(crate) halt_book: Arc<dyn HaltBook>,
    /// … and what halts one.
    pub(crate) halting: Halting,
    pub(crate) vault: Vault,
    pub(crate) file_vault: FileVault,
    pub(crate) accounts: Arc<Accounts>,
    pub(crate) desk: Arc<Desk>,
    pub(crate) clock: Arc<dyn Clock>,
}

/// What prints papers, whatever the profile.
pub(crate) fn press() -> Arc<dyn Press> {
    Arc::new(TypstPress)
}

/// What a profile chooses.
struct Adapters<L, O> {
    ledger: Arc<L>,
    office: Arc<O>,
    row_sets: Arc<dyn RowSets>,
    tiles: Arc<dyn TileStore>,
    signer: Option<Signer>,
    export_key: ExportKey,
    memory: SignedMemory,
    bell: Arc<dyn Doorbell>,
    blobs: Arc<dyn BlobStore>,
}

impl<L, O> Adapters<L, O>
where
    L: EventStore + EventFeed + 'static,
    O: KeyStore
        + CredentialStore
        + ClientStore
        + AccessStore
        + FileIndex
        + CursorStore
        + StopBook
        + HaltBook
        + AckBook
        + Leases
        + 'static,
{
    /// The rooms, of one process that has all ledgers to itself.
    fn wired(self, master: MasterKey, clock: Arc<dyn Clock>) -> Rooms {
        let Self {
            ledger,
            office,
            row_sets,
            tiles,
            signer,
            export_key,
            memory,
            bell,
            blobs,
        } = self;
        let halts = Halts::default();
        let halting = Halting::new(halts.clone(), office.clone(), Arc::clone(&clock));
        let chance = Arc::new(OsChance);
        let vault = Vault::new(office.clone(), master, chance.clone());
        let file_vault = FileVault::new(FileVaultParts {
            vault: vault.clone(),
            blobs,
            index: office.clone(),
        });
        let desk = Desk::new(DeskParts {
            store: ledger.clone(),
            bell: bell.clone(),
            vault: vault.clone(),
            files: office.clone(),
            clock: Arc::clone(&clock),
            halts: halts.clone(),
            ids: Arc::new(RandomIds),
            chance: chance.clone(),
        });
        Rooms {
            store: ledger.clone(),
            feed: ledger,
            bell,
            credentials: office.clone(),
            clients: office.clone(),
            access: office.clone(),
            cursors: office.clone(),
            stops: office.clone(),
            leases: office.clone(),
            is_shared: false,
            files: office.clone(),
            rows: row_sets.served(),
            row_sets,
            tiles,
            signer,
            acks: office.clone(),
            export_key,
            memory,
            halts,
            halt_book: office.clone(),
            halting,
            vault,
            file_vault,
            accounts: Arc::new(Accounts::new(office, chance)),
            desk: Arc::new(desk),
            clock,
        }
    }
}

/// Opens the office of this configuration; one in a folder with its tables made or updated.
pub(crate) async fn open(config: &Config, clock: Arc<dyn Clock>) -> anyhow::Result<Rooms> {
    let rooms = match config.database.url()? {
        Some(url) => clustered::open(config, url, clock).await?,
        None => embedded::open(config, clock)?,
    };
    must_fit(config, &rooms).await?;
    Ok(rooms)
}

/// Another master key would open nothing old, and wrap what is new so that no other process opens it.
async fn must_fit(config: &Config, rooms: &Rooms) -> anyhow::Result<()> {
    let Some(ledger) = rooms.feed.ledgers().await?.into_iter().next() else {
        return Ok(());
    };
    let owner = OwnerId(StreamKey::authority().to_string());
    match rooms.vault.owner_key(&ledger.id, &owner).await {
        Err(PrivacyError::WrongMasterKey) => anyhow::bail!(
            "{} không phải là khóa chính của dữ liệu này: hãy dùng đúng khóa từ bản sao lưu hoặc từ máy \
             khác / {} is not the master key of this office: use the one from its backup or from another \
             machine",
            config.master_key_file().display(),
            config.master_key_file().display()
        ),
        // An authority that is not loaded yet has no key; whatever else is wrong is met where it matters.
        Ok(_) | Err(_) => Ok(()),
    }
}

/// Opens an office that is there already: a mistyped folder must not become a new office.
pub(crate) async fn open_existing(config: &Config, clock: Arc<dyn Clock>) -> anyhow::Result<Rooms> {
    if config.database.url()?.is_none() && !embedded::exists(config) {
        let folder = config.data.display();
        anyhow::bail!(
            "{folder} không có dữ liệu của đơn vị nào: hãy nạp đơn vị (`khen load`) hoặc chỉ thư mục \
             khác bằng --data / there is no office in {folder}: load an authority (`khen load`), or \
             name another folder with --data"
        );
    }
    open(config, clock).await
}

/// The way out of a cluster.
pub(crate) async fn fan_out(config: &Config) -> anyhow::Result<Arc<dyn FanOut>> {
    clustered::fan_out(config).await
}

/// What puts back into these ledgers what they have lost.
pub(crate) async fn restore(config: &Config) -> anyhow::Result<Arc<dyn Restore>> {
    match config.database.url()? {
        Some(url) => clustered::restore(config, url).await,
        None => Ok(embedded::restore(config)),
    }
}

/// The ledgers in a backup: a folder with a `ledger.db`.
pub(crate) fn backup(folder: &Path) -> anyhow::Result<Arc<dyn EventFeed>> {
    embedded::backup(folder)
}

/// Makes or updates the tables, and says where they are.
pub(crate) async fn migrate(config: &Config, clock: Arc<dyn Clock>) -> anyhow::Result<String> {
    if let Some(url) = config.database.url()? {
        clustered::migrate(config, url, clock).await?;
        return Ok("the database".to_owned());
    }
    embedded::open(config, clock)?;
    Ok(config.data.display().to_string())
}

/// The key of a witness in this folder, made at its first start.
pub(crate) fn witness_key(folder: &Path) -> anyhow::Result<LogSeed> {
    sealing::witness_key(folder)
}

/// The key of a witness in this file: 32 bytes in base64.
pub(crate) fn cosigning_key(file: &Path) -> anyhow::Result<LogSeed> {
    sealing::load(file)
}

/// Writes a file that nobody else may read, and that was not there.
pub(crate) fn write_secret(file: &Path, bytes: &[u8]) -> anyhow::Result<()> {
    sealing::write_new(file, bytes).with_context(|| format!("could not write {}", file.display()))
}

/// What a witness in this folder has cosigned.
pub(crate) fn witness_states(folder: &Path) -> anyhow::Result<Arc<dyn SignedStates>> {
    sealing::states(&folder.join("cosigned"))
}

/// Name and version of the database engine.
pub(crate) async fn engine(config: &Config) -> anyhow::Result<String> {
    match config.database.url()? {
        Some(url) => clustered::engine(config, url).await,
        None => Ok(embedded::engine()),
    }
}
