//! A database that several stores share, as several processes do.

use crate::{database::migrated, stores::opened};
use khen_contract::House;
use khen_store_postgres::{Database, PostgresLedger};
use khen_testbed::Postgres;

pub(crate) struct Shared {
    database: Database,
    server: Postgres,
}

impl House for Shared {
    type Store = PostgresLedger;

    async fn another(&self) -> PostgresLedger {
        opened(&self.database)
    }

    async fn make_fives_fail(&self) {
        self.server.run_sql(
            "khen",
            "CREATE FUNCTION fail() RETURNS trigger LANGUAGE plpgsql AS $$
             BEGIN
                 RAISE EXCEPTION 'a five';
             END
             $$;
             CREATE TRIGGER fives_fail BEFORE INSERT ON ledger.event
             FOR EACH ROW WHEN (NEW.correlation LIKE '%5') EXECUTE FUNCTION fail();",
        );
    }
}

pub(crate) async fn fresh_house() -> Shared {
    let (server, database) = migrated().await;
    Shared { database, server }
}
