//! Runs the contract against the SQLite store.

use std::{
    future::{Ready, ready},
    ops::Deref,
    path::Path,
    sync::Arc,
};

use rusqlite::Connection;
use tempfile::TempDir;

use khen_ambient::{Clock, SystemClock};
use khen_contract::House;
use khen_eventlog::Restore;
use khen_store_sqlite::{
    LEDGER_FILE, LocalBell, OpenError, SqliteLedger, SqliteOffice, SqliteRestore, SqliteRowSets,
    SqliteRows, SqliteSeal,
};

/// A store in a folder of its own, which goes when the store goes.
struct Fresh<T> {
    store: T,
    folder: TempDir,
}

impl<T> Deref for Fresh<T> {
    type Target = T;

    fn deref(&self) -> &T {
        &self.store
    }
}

fn fresh<T>(open: impl FnOnce(&Path) -> Result<T, OpenError>) -> Ready<Fresh<T>> {
    let folder = tempfile::tempdir().expect("there is a temporary folder");
    ready(Fresh {
        store: open(folder.path()).expect("a fresh folder opens"),
        folder,
    })
}

fn ledger_with(clock: Arc<dyn Clock>) -> Ready<Fresh<SqliteLedger>> {
    fresh(|folder| SqliteLedger::open(folder, clock))
}

fn fresh_ledger() -> Ready<Fresh<SqliteLedger>> {
    ledger_with(Arc::new(SystemClock))
}

/// Two folders.
struct Turned([Fresh<SqliteLedger>; 2], SqliteRestore);

impl khen_contract::restore::Turned for Turned {
    type Store = SqliteLedger;

    fn whole(&self) -> &SqliteLedger {
        &self.0[0]
    }

    fn lost(&self) -> &SqliteLedger {
        &self.0[1]
    }

    fn restore(&self) -> &dyn Restore {
        &self.1
    }
}

async fn turned() -> Turned {
    let stores = [fresh_ledger().await, fresh_ledger().await];
    let restore = SqliteRestore::of(stores[1].folder.path());
    Turned(stores, restore)
}

fn fresh_office() -> Ready<Fresh<SqliteOffice>> {
    fresh(SqliteOffice::open)
}

fn fresh_rows() -> Ready<Fresh<SqliteRows>> {
    fresh(SqliteRows::open)
}

fn fresh_sets() -> Ready<Fresh<SqliteRowSets>> {
    fresh(SqliteRowSets::open)
}

fn fresh_seal() -> Ready<Fresh<SqliteSeal>> {
    fresh(SqliteSeal::open)
}

/// A folder that several stores share, as several processes do.
struct Folder(TempDir);

impl House for Folder {
    type Store = SqliteLedger;

    async fn another(&self) -> SqliteLedger {
        SqliteLedger::open(self.0.path(), Arc::new(SystemClock)).expect("the folder opens")
    }

    async fn make_fives_fail(&self) {
        let connection = Connection::open(self.0.path().join(LEDGER_FILE)).expect("it opens");
        connection
            .execute_batch(
                "CREATE TRIGGER fives_fail BEFORE INSERT ON event
                 WHEN NEW.correlation LIKE '%5'
                 BEGIN
                     SELECT RAISE(ABORT, 'a five');
                 END;",
            )
            .expect("the trigger is made");
    }
}

fn fresh_house() -> Ready<Folder> {
    ready(Folder(
        tempfile::tempdir().expect("there is a temporary folder"),
    ))
}

khen_contract::append_contract!(fresh_ledger());
khen_contract::commands_contract!(fresh_ledger());
khen_contract::ledgers_contract!(fresh_ledger());
khen_contract::read_contract!(fresh_ledger());
khen_contract::feed_contract!(fresh_ledger());
khen_contract::crowd_contract!(fresh_ledger());
khen_contract::restore_contract!(turned());
khen_contract::clock_contract!(ledger_with);
khen_contract::racing_contract!(fresh_house());
khen_contract::faults_contract!(fresh_house());
khen_contract::keys_contract!(fresh_office());
khen_contract::credentials_contract!(fresh_office());
khen_contract::clients_contract!(fresh_office());
khen_contract::access_contract!(fresh_office());
khen_contract::files_contract!(fresh_office());
khen_contract::cursors_contract!(fresh_office());
khen_contract::stops_contract!(fresh_office());
khen_contract::halts_contract!(fresh_office());
khen_contract::acks_contract!(fresh_office());
khen_contract::leases_contract!(fresh_office());
khen_contract::rows_contract!(fresh_rows());
khen_contract::sets_contract!(fresh_sets());
khen_contract::tiles_contract!(fresh_seal());
khen_contract::doorbell_contract!(ready(Arc::new(LocalBell::default())), fresh_ledger());
