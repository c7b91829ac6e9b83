//! One office in one folder: four SQLite files, a folder of files, a bell within the process.

use std::{path::Path, sync::Arc};

use anyhow::bail;

use super::{
    Adapters, Rooms,
    folder::{blobs, load_master_key, make_master_key, private_file, private_folder},
    sealing,
};
use crate::config::Config;
use khen_ambient::{Clock, SystemClock};
use khen_eventlog::{EventFeed, Restore};
use khen_privacy::MasterKey;
use khen_store_sqlite::{
    LEDGER_FILE, LocalBell, OFFICE_FILE, ROWS_FILE, SEAL_FILE, SqliteLedger, SqliteOffice,
    SqliteRestore, SqliteRowSets, SqliteSeal, sqlite_version,
};

pub(super) fn open(config: &Config, clock: Arc<dyn Clock>) -> anyhow::Result<Rooms> {
    let folder = &config.data;
    private_folder(folder)?;
    let master = master_key(config)?;
    sealing::make_key(config, folder.join(SEAL_FILE).exists())?;
    let signer = sealing::signer(config)?;
    let adapters = Adapters {
        ledger: Arc::new(SqliteLedger::open(folder, Arc::clone(&clock))?),
        office: Arc::new(SqliteOffice::open(folder)?),
        row_sets: Arc::new(SqliteRowSets::open(folder)?),
        tiles: Arc::new(SqliteSeal::open(folder)?),
        memory: signer.memory(),
        signer: Some(signer),
        export_key: sealing::export_key(config)?,
        bell: Arc::new(LocalBell::default()),
        blobs: Arc::new(blobs(config)?),
    };
    for file in [LEDGER_FILE, OFFICE_FILE, ROWS_FILE, SEAL_FILE] {
        private_file(&folder.join(file))?;
    }
    Ok(adapters.wired(master, clock))
}

pub(super) fn restore(config: &Config) -> Arc<dyn Restore> {
    Arc::new(SqliteRestore::of(&config.data))
}

/// The ledgers of another folder.
pub(super) fn backup(folder: &Path) -> anyhow::Result<Arc<dyn EventFeed>> {
    if !folder.join(LEDGER_FILE).is_file() {
        bail!(
            "{} is neither a mirror of `khen pull` nor a folder with a {LEDGER_FILE}",
            folder.display()
        );
    }
    let clock: Arc<dyn Clock> = Arc::new(SystemClock);
    Ok(Arc::new(SqliteLedger::open(folder, clock)?))
}

/// Whether there is an office in the folder.
pub(super) fn exists(config: &Config) -> bool {
    config.data.join(LEDGER_FILE).is_file()
}

pub(super) fn engine() -> String {
    format!("SQLite {}", sqlite_version())
}

/// The master key; made only where there is no office yet, because a new key opens nothing old.
fn master_key(config: &Config) -> anyhow::Result<MasterKey> {
    let file = config.master_key_file();
    if file.exists() {
        return load_master_key(config);
    }
    if config.data.join(OFFICE_FILE).exists() {
        bail!(
            "the master key {} is missing, but {} holds keys that only it can open: \
             restore it from its backup",
            file.display(),
            config.data.join(OFFICE_FILE).display()
        );
    }
    make_master_key(config)
}
