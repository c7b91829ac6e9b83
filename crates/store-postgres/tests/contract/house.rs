//! Stores of every kind, each in a database of its own.

use std::{ops::Deref, sync::Arc};

use crate::database::migrated;
use khen_ambient::{Clock, SystemClock};
use khen_eventlog::Restore;
use khen_store_postgres::{
    Database, PostgresLedger, PostgresOffice, PostgresRestore, PostgresRowSets, PostgresRows,
    PostgresSeal,
};
use khen_testbed::Postgres;

/// A store in a database of its own, on a server that goes when the store goes.
pub(crate) struct Fresh<T> {
    store: T,
    _server: Postgres,
}

impl<T> Deref for Fresh<T> {
    type Target = T;

    fn deref(&self) -> &T {
        &self.store
    }
}

async fn fresh<T>(open: impl FnOnce(&Database) -> T) -> Fresh<T> {
    let (server, database) = migrated().await;
    Fresh {
        store: open(&database),
        _server: server,
    }
}

pub(crate) async fn ledger_with(clock: Arc<dyn Clock>) -> Fresh<PostgresLedger> {
    fresh(|database| PostgresLedger::open(database, &clock)).await
}

pub(crate) async fn fresh_ledger() -> Fresh<PostgresLedger> {
    ledger_with(Arc::new(SystemClock)).await
}

pub(crate) async fn fresh_rows() -> Fresh<PostgresRows> {
    fresh(PostgresRows::open).await
}

pub(crate) async fn fresh_office() -> Fresh<PostgresOffice> {
    fresh(PostgresOffice::open).await
}

pub(crate) async fn fresh_sets() -> Fresh<PostgresRowSets> {
    fresh(PostgresRowSets::open).await
}

pub(crate) async fn fresh_seal() -> Fresh<PostgresSeal> {
    fresh(PostgresSeal::open).await
}

/// Two servers.
pub(crate) struct Turned {
    whole: Fresh<PostgresLedger>,
    lost: Fresh<PostgresLedger>,
    restore: PostgresRestore,
}

impl khen_contract::restore::Turned for Turned {
    type Store = PostgresLedger;

    fn whole(&self) -> &PostgresLedger {
        &self.whole
    }

    fn lost(&self) -> &PostgresLedger {
        &self.lost
    }

    fn restore(&self) -> &dyn Restore {
        &self.restore
    }
}

pub(crate) async fn turned() -> Turned {
    let (server, database) = migrated().await;
    let clock: Arc<dyn Clock> = Arc::new(SystemClock);
    Turned {
        whole: fresh_ledger().await,
        lost: Fresh {
            store: PostgresLedger::open(&database, &clock),
            _server: server,
        },
        restore: PostgresRestore::open(&database),
    }
}
