//! Brings the tables up to date, one process at a time.
//!
//! The files under `schemas/postgres/` are numbered and never edited once released: the runner keeps
//! a checksum of each and refuses a database that was made by others.

use refinery::{Migration, Runner};
use tokio_postgres::Client;

use crate::{Database, OpenError, session::Purpose, sql};

/// A schema with its numbered scripts.
struct Schema {
    name: &'static str,
    history: &'static str,
    /// The statement that asks for the newest script that was run.
    version: &'static str,
    scripts: &'static [(&'static str, &'static str)],
}

macro_rules! schema {
    ($name:literal, $version:ident: $($script:literal = $file:literal),+) => {
        Schema {
            name: $name,
            history: concat!($name, ".migration"),
            version: sql::$version,
            scripts: &[$((
                $script,
                include_str!(concat!("../../../schemas/postgres/", $name, "/", $file, ".sql")),
            )),+],
        }
    };
}

const SCHEMAS: &[Schema] = &[
    schema!("ledger", LEDGER_VERSION: "V1__ledger" = "0001_ledger"),
    schema!("office", OFFICE_VERSION:
        "V1__office" = "0001_office",
        "V2__halts" = "0002_halts",
        "V3__export_consumers" = "0003_export_consumers",
        "V4__clients" = "0004_clients",
        "V5__read_only" = "0005_read_only"),
    schema!("seal", SEAL_VERSION: "V1__seal" = "0001_seal"),
];

/// The script that makes the tables of the rows, in whichever schema comes first.
pub(crate) const ROWS: &str = include_str!("../../../schemas/postgres/rows/0001_rows.sql");

/// A table of the rows, whose name tells their version.
const ROWS_TABLE: &str = "rows.cursor_v1";

impl Database {
    /// Makes or updates all tables and gives every role that exists what it needs. Safe to run from
    /// several processes at once, and while others serve.
    ///
    /// # Errors
    /// [`OpenError`].
    pub async fn migrate(&self) -> Result<(), OpenError> {
        let client = self.client(Purpose::Migration).await;
        let mut client = client.map_err(|fault| OpenError::Connect(Box::new(fault)))?;
        // Held until the connection ends: the runner itself takes no lock.
        let locked = client.execute(sql::LOCK_MIGRATIONS, &[]).await;
        locked.map_err(OpenError::SetUp)?;
        let made = client.batch_execute(sql::CREATE_SCHEMAS).await;
        made.map_err(OpenError::SetUp)?;
        for schema in SCHEMAS {
            schema.migrate(&mut client).await?;
        }
        let made = self.make_rows(&mut client).await;
        made.map_err(OpenError::SetUp)?;
        let granted = client.batch_execute(sql::GRANT).await;
        granted.map_err(OpenError::SetUp)
    }

    /// Makes the tables of the rows, unless they are there. They are never changed: those of another
    /// version have other names, and are filled from the ledgers.
    async fn make_rows(&self, client: &mut Client) -> Result<(), tokio_postgres::Error> {
        let change = client.transaction().await?;
        let found = change.query_one(sql::IS_TABLE, &[&ROWS_TABLE]).await?;
        if !found.try_get::<_, bool>(0)? {
            change.execute(sql::SET_SCHEMA, &[&"rows"]).await?;
            change.batch_execute(ROWS).await?;
        }
        change.commit().await
    }

    /// Looks whether the tables are those that this program was made for.
    ///
    /// # Errors
    /// [`OpenError::Tables`]; [`OpenError::Connect`].
    pub async fn must_be_migrated(&self) -> Result<(), OpenError> {
        let client = self.client(Purpose::Reader).await;
        let client = client.map_err(|fault| OpenError::Connect(Box::new(fault)))?;
        for schema in SCHEMAS {
            let (found, needed) = (schema.version(&client).await?, schema.newest());
            // A newer database serves an older program: tables are only ever extended.
            if found < needed {
                let schema = schema.name;
                return Err(OpenError::Tables {
                    schema,
                    found,
                    needed,
                });
            }
        }
        if is_table(&client, ROWS_TABLE).await? {
            Ok(())
        } else {
            Err(OpenError::NoRows)
        }
    }
}

impl Schema {
    async fn migrate(&self, client: &mut Client) -> Result<(), OpenError> {
        let wrong = |source| OpenError::Migration {
            schema: self.name,
            source: Box::new(source),
        };
        let scripts = self.scripts.iter();
        let migrations = scripts
            .map(|(name, sql)| Migration::unapplied(name, sql))
            .collect::<Result<Vec<_>, _>>()
            .map_err(wrong)?;
        let mut runner = Runner::new(&migrations)
            .set_abort_divergent(true)
            // A newer release may have gone before.
            .set_abort_missing(false);
        runner.set_migration_table_name(self.history);
        runner.run_async(client).await.map_err(wrong)?;
        Ok(())
    }

    fn newest(&self) -> i32 {
        i32::try_from(self.scripts.len()).expect("there are few scripts, numbered from one")
    }

    async fn version(&self, client: &Client) -> Result<i32, OpenError> {
        if !is_table(client, self.history).await? {
            return Ok(0);
        }
        let asked = client.query_one(self.version, &[]).await;
        asked
            .and_then(|row| row.try_get(0))
            .map_err(OpenError::SetUp)
    }
}

async fn is_table(client: &Client, name: &str) -> Result<bool, OpenError> {
    let asked = client.query_one(sql::IS_TABLE, &[&name]).await;
    asked
        .and_then(|row| row.try_get(0))
        .map_err(OpenError::SetUp)
}
