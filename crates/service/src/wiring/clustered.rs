//! Many offices in one Postgres database, shared by any number of processes: a doorbell over NATS where
//! there is one, and a folder of files that all of them see.

use std::sync::Arc;

use anyhow::{Context as _, bail};

use super::{
    Adapters, Rooms,
    folder::{blobs, load_master_key, make_master_key, private_folder},
    sealing,
};
use crate::config::Config;
use khen_ambient::Clock;
use khen_bus_nats::{NatsBell, NatsFanOut};
use khen_eventlog::{Doorbell, EventFeed as _, FanOut, Restore, TileStore as _};
use khen_store_postgres::{
    Database, Options, PostgresLedger, PostgresOffice, PostgresRestore, PostgresRowSets,
    PostgresSeal,
};
use khen_store_sqlite::LocalBell;

/// Opens what is there; its tables were made before, by their owner.
pub(super) async fn open(
    config: &Config,
    url: String,
    clock: Arc<dyn Clock>,
) -> anyhow::Result<Rooms> {
    let database = connect(config, url).await?;
    database.must_be_migrated().await?;
    let master = load_master_key(config)
        .context("every process needs the one master key that `khen migrate` made")?;
    private_folder(&config.data)?;
    // Only who follows needs the key of the logs.
    let has_key = config.log_key_file().exists();
    let signer = has_key.then(|| sealing::signer(config)).transpose()?;
    let adapters = Adapters {
        ledger: Arc::new(PostgresLedger::open(&database, &clock)),
        office: Arc::new(PostgresOffice::open(&database)),
        row_sets: Arc::new(PostgresRowSets::open(&database)),
        tiles: Arc::new(PostgresSeal::open(&database)),
        memory: sealing::memory(config, signer.as_ref())?,
        signer,
        export_key: sealing::export_key(config)?,
        bell: bell(config).await?,
        blobs: Arc::new(blobs(config)?),
    };
    let rooms = adapters.wired(master, clock);
    Ok(Rooms {
        is_shared: true,
        ..rooms
    })
}

/// Makes or updates the tables; and the keys, where nothing hangs on older ones yet.
pub(super) async fn migrate(
    config: &Config,
    url: String,
    clock: Arc<dyn Clock>,
) -> anyhow::Result<()> {
    let database = connect(config, url).await?;
    database.migrate().await?;
    let logs = PostgresSeal::open(&database).log_sizes().await?;
    sealing::make_key(config, !logs.is_empty())?;
    if config.master_key_file().exists() {
        load_master_key(config)?;
        return Ok(());
    }
    let ledger = PostgresLedger::open(&database, &clock);
    if !ledger.ledgers().await?.is_empty() {
        bail!(
            "the master key {} is missing, but the database holds keys that only it can open: copy \
             it from another machine, or restore it from its backup",
            config.master_key_file().display()
        );
    }
    make_master_key(config)?;
    Ok(())
}

pub(super) async fn restore(config: &Config, url: String) -> anyhow::Result<Arc<dyn Restore>> {
    Ok(Arc::new(PostgresRestore::open(
        &connect(config, url).await?,
    )))
}

pub(super) async fn engine(config: &Config, url: String) -> anyhow::Result<String> {
    let database = connect(config, url).await?;
    Ok(format!("Postgres {}", database.server()))
}

async fn connect(config: &Config, url: String) -> anyhow::Result<Database> {
    let of_url = Options::of(url);
    let options = Options {
        ca_file: config.database.ca_file.clone(),
        pool_size: config.database.pool_size.unwrap_or(of_url.pool_size),
        ..of_url
    };
    Ok(Database::connect(&options).await?)
}

pub(super) async fn fan_out(config: &Config) -> anyhow::Result<Arc<dyn FanOut>> {
    let credentials = config.fan_out.credentials_file.as_deref();
    let (url, replicas) = (config.fan_out.url()?, config.fan_out.replicas);
    let fan_out = NatsFanOut::connect(&url, credentials, replicas).await?;
    Ok(Arc::new(fan_out))
}

async fn bell(config: &Config) -> anyhow::Result<Arc<dyn Doorbell>> {
    let credentials = config.bell.credentials_file.as_deref();
    Ok(match config.bell.url()? {
        Some(url) => Arc::new(NatsBell::connect(&url, credentials).await?),
        None => Arc::new(LocalBell::default()),
    })
}
