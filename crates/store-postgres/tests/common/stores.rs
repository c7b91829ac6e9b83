//! Stores that share a database, each as another process has it.

use std::sync::Arc;

use khen_ambient::{Clock, SystemClock};
use khen_store_postgres::{Database, PostgresLedger};

/// A store on the database, with connections and a memory of its own.
pub(crate) fn opened(database: &Database) -> PostgresLedger {
    let clock: Arc<dyn Clock> = Arc::new(SystemClock);
    PostgresLedger::open(database, &clock)
}
