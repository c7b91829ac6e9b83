//! A rebuild of all rows in a Postgres database.

use std::{path::Path, sync::Arc};

use super::{Server, carry::carry, ledgers};
use crate::{
    Played,
    machine::{Meter, Timed},
};
use khen_ambient::OsChance;
use khen_privacy::{MasterKey, Vault};
use khen_read_model::ContentHash;
use khen_store_postgres::{PostgresLedger, PostgresOffice, PostgresRowSets};
use khen_workers::Rebuild;

/// A database with a played ledger, its keys and its rows.
pub struct PlayedPostgres {
    store: Arc<PostgresLedger>,
    sets: Arc<PostgresRowSets>,
    vault: Vault,
    event_count: u64,
}

impl PlayedPostgres {
    /// Carries what was played into the folder at `path` to the database `name`.
    ///
    /// # Errors
    /// When either side refuses.
    pub async fn carry(
        path: &Path,
        played: &Played,
        server: &Server,
        name: &str,
    ) -> anyhow::Result<Self> {
        let database = server.create(name).await?;
        carry(path, &server.client(name).await?).await?;
        server.settle(name);
        let office = Arc::new(PostgresOffice::open(&database));
        let master = MasterKey::load(&path.join("master.key"))?;
        Ok(Self {
            store: ledgers(&database),
            sets: Arc::new(PostgresRowSets::open(&database)),
            vault: Vault::new(office, master, Arc::new(OsChance)),
            event_count: played.event_count,
        })
    }

    /// How many events there are.
    #[must_use]
    pub fn event_count(&self) -> usize {
        usize::try_from(self.event_count).unwrap_or(usize::MAX)
    }

    /// Makes all rows anew, as `khen rebuild` does, and says what came out.
    ///
    /// # Errors
    /// When the rebuild ends early.
    pub async fn rebuild(&self) -> anyhow::Result<(Timed, ContentHash)> {
        let rebuild = Rebuild::new(self.store.clone(), self.sets.clone(), self.vault.clone());
        let meter = Meter::start();
        let rebuilt = rebuild.run(&mut |_| {}).await?;
        let timed = meter.stop();
        let [rebuilt] = &rebuilt[..] else {
            anyhow::bail!("there is one ledger");
        };
        anyhow::ensure!(rebuilt.events == self.event_count, "events are missing");
        Ok((timed, rebuilt.content))
    }
}
