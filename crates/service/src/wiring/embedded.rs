//! One office in one folder: three SQLite files, a folder of files, a bell within the process.

use std::{fs, path::Path, sync::Arc};

use anyhow::{Context as _, bail};

use super::Rooms;
use crate::config::Config;
use khen_accounts::Accounts;
use khen_ambient::{Clock, OsChance, RandomIds};
use khen_blobs::FolderBlobs;
use khen_desk::{Desk, DeskParts};
use khen_privacy::{FileVault, FileVaultParts, MasterKey, MasterKeyError, Vault};
use khen_store_sqlite::{
    LEDGER_FILE, LocalBell, OFFICE_FILE, ROWS_FILE, SqliteLedger, SqliteOffice, SqliteRows,
    sqlite_version,
};

pub(super) fn open(config: &Config, clock: Arc<dyn Clock>) -> anyhow::Result<Rooms> {
    let folder = &config.data;
    private_folder(folder)?;
    let master = master_key(config)?;
    let chance = Arc::new(OsChance);
    let store = Arc::new(SqliteLedger::open(folder, Arc::clone(&clock))?);
    let office = Arc::new(SqliteOffice::open(folder)?);
    let rows = Arc::new(SqliteRows::open(folder)?);
    for file in [LEDGER_FILE, OFFICE_FILE, ROWS_FILE] {
        private_file(&folder.join(file))?;
    }
    let bell = Arc::new(LocalBell::default());
    let blobs = FolderBlobs::open(&folder.join("files"))
        .with_context(|| format!("could not open {}", folder.join("files").display()))?;
    let vault = Vault::new(office.clone(), master, chance.clone());
    let file_vault = FileVault::new(FileVaultParts {
        vault: vault.clone(),
        blobs: Arc::new(blobs),
        index: office.clone(),
    });
    let desk = Desk::new(DeskParts {
        store: store.clone(),
        bell: bell.clone(),
        vault: vault.clone(),
        files: office.clone(),
        clock: Arc::clone(&clock),
        ids: Arc::new(RandomIds),
        chance: chance.clone(),
    });
    Ok(Rooms {
        store: store.clone(),
        feed: store,
        bell,
        credentials: office.clone(),
        cursors: office.clone(),
        stops: office.clone(),
        leases: office.clone(),
        files: office.clone(),
        rows,
        vault,
        file_vault,
        accounts: Arc::new(Accounts::new(office, chance)),
        desk: Arc::new(desk),
        clock,
    })
}

/// Whether there is an office in the folder.
pub(super) fn exists(config: &Config) -> bool {
    config.data.join(LEDGER_FILE).is_file()
}

pub(super) fn engine() -> &'static str {
    sqlite_version()
}

/// A folder that nobody else may look into.
fn private_folder(folder: &Path) -> anyhow::Result<()> {
    if folder.is_dir() {
        return Ok(());
    }
    fs::create_dir_all(folder).with_context(|| format!("could not make {}", folder.display()))?;
    restrict(folder, 0o700)
}

/// A file that nobody else may read, whatever the folder allows.
fn private_file(file: &Path) -> anyhow::Result<()> {
    restrict(file, 0o600)
}

#[cfg(unix)]
fn restrict(path: &Path, mode: u32) -> anyhow::Result<()> {
    use std::os::unix::fs::PermissionsExt as _;
    fs::set_permissions(path, fs::Permissions::from_mode(mode))
        .with_context(|| format!("could not close {} to others", path.display()))
}

#[cfg(not(unix))]
fn restrict(_path: &Path, _mode: u32) -> anyhow::Result<()> {
    Ok(())
}

/// The master key; made only where there is no office yet, because a new key opens nothing old.
fn master_key(config: &Config) -> anyhow::Result<MasterKey> {
    let file = config.master_key_file();
    if file.exists() {
        return MasterKey::load(&file)
            .with_context(|| format!("could not read the master key {}", file.display()));
    }
    if config.data.join(OFFICE_FILE).exists() {
        bail!(
            "the master key {} is missing, but {} holds keys that only it can open: \
             restore it from its backup",
            file.display(),
            config.data.join(OFFICE_FILE).display()
        );
    }
    if let Some(folder) = file.parent() {
        private_folder(folder)?;
    }
    match MasterKey::create(&file, &OsChance) {
        // Two first starts at once: the other's key is the key.
        Err(MasterKeyError::Exists { .. }) => Ok(MasterKey::load(&file)?),
        other => Ok(other?),
    }
}
