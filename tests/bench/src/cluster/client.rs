//! One more process of the cluster: a desk that carries out commands, and eyes for what becomes of them.

use std::{collections::BTreeMap, path::Path, sync::Arc, time::Duration};

use anyhow::Context as _;
use serde_json::json;
use tokio::time::sleep;

use khen_ambient::{Clock, OsChance, RandomIds, Stopwatch, SystemClock};
use khen_bus_nats::NatsBell;
use khen_desk::{Desk, DeskParts, SYSTEM, Wish};
use khen_domain::CommandKind;
use khen_eventlog::{CursorStore as _, EventFeed as _, Leases as _, LedgerId, Partition, Position};
use khen_privacy::{MasterKey, Vault};
use khen_read_model::{RowReader as _, RowStore as _};
use khen_store_postgres::{Database, Options, PostgresLedger, PostgresOffice, PostgresRows};

/// The sinks of a worker beside the rows.
const REACTIONS: [&str; 2] = ["open-award-files", "close-revoked-awards"];

/// A command that was carried out.
pub(super) struct Told {
    ledger: LedgerId,
    /// How much of the ledger the rows know when they know it.
    size: Position,
    /// Since the answer.
    watch: Stopwatch,
}

/// A desk over the same services as the workers.
pub(super) struct Client {
    server: String,
    desk: Desk,
    feed: Arc<PostgresLedger>,
    office: Arc<PostgresOffice>,
    rows: PostgresRows,
    /// A ledger of each partition.
    ledgers: Vec<LedgerId>,
    told_count: usize,
}

impl Client {
    /// Opens what is there.
    pub(super) async fn open(database: &str, bell: &str, master: &Path) -> anyhow::Result<Self> {
        let database = Database::connect(&Options::of(database)).await?;
        let clock: Arc<dyn Clock> = Arc::new(SystemClock);
        let feed = Arc::new(PostgresLedger::open(&database, &clock));
        let office = Arc::new(PostgresOffice::open(&database));
        let vault = Vault::new(
            Arc::<PostgresOffice>::clone(&office),
            MasterKey::load(master)?,
            Arc::new(OsChance),
        );
        let desk = Desk::new(DeskParts {
            store: Arc::<PostgresLedger>::clone(&feed),
            bell: Arc::new(NatsBell::connect(bell, None).await?),
            vault,
            files: Arc::<PostgresOffice>::clone(&office),
            clock,
            halts: khen_eventlog::Halts::default(),
            ids: Arc::new(RandomIds),
            chance: Arc::new(OsChance),
        });
        let all = feed.ledgers().await?.into_iter();
        let of_partitions: BTreeMap<Partition, LedgerId> =
            all.map(|one| (Partition::of(&one.id), one.id)).collect();
        Ok(Self {
            server: database.server().to_owned(),
            desk,
            feed,
            office,
            rows: PostgresRows::open(&database),
            ledgers: of_partitions.into_values().collect(),
            told_count: 0,
        })
    }

    /// The version of the database's server.
    pub(super) fn server(&self) -> &str {
        &self.server
    }

    /// Partitions that have a ledger.
    pub(super) fn partition_count(&self) -> usize {
        self.ledgers.len()
    }

    /// How many partitions each worker holds.
    pub(super) async fn shares(&self) -> anyhow::Result<Vec<usize>> {
        let holders = self.office.holders().await?;
        Ok(holders.iter().map(|holder| holder.leases.len()).collect())
    }

    /// How many events there are.
    pub(super) async fn size(&self) -> anyhow::Result<u64> {
        let ledgers = self.feed.ledgers().await?;
        Ok(ledgers.iter().map(|ledger| ledger.size.0).sum())
    }

    /// Whether every sink has followed every ledger to its end.
    pub(super) async fn is_caught_up(&self) -> anyhow::Result<bool> {
        let ledgers = self.feed.ledgers().await?;
        let rows = self.rows.cursors().await?;
        let of_rows = |id: &LedgerId| rows.get(id.as_str()).map(|cursor| Position(cursor.0));
        if ledgers.iter().any(|one| of_rows(&one.id) != Some(one.size)) {
            return Ok(false);
        }
        for reaction in REACTIONS {
            let cursors = self.office.cursors(reaction).await?;
            if ledgers
                .iter()
                .any(|one| cursors.get(&one.id) != Some(&one.size))
            {
                return Ok(false);
            }
        }
        Ok(true)
    }

    /// Establishes a unit in the ledger whose turn it is.
    pub(super) async fn tell(&mut self, turn: usize) -> anyhow::Result<Told> {
        let ledger = &self.ledgers[turn % self.ledgers.len()];
        self.told_count += 1;
        let unit = format!("don-vi-{}", self.told_count);
        let kind = CommandKind::parse("establish_unit").context("there is such a command")?;
        let content = json!({
            "unit": unit,
            "name": format!("Đơn vị mẫu {}", self.told_count),
            "kind": "specialised_agency",
            "group": "agencies",
            "staff": 6,
            "valid_from": "2025-07-01",
        });
        let done = self.desk.carry_out(Wish {
            ledger: ledger.clone(),
            assignment: SYSTEM.to_owned(),
            kind,
            content,
            key: unit.clone(),
            correlation: unit,
            occurred_at: None,
            backdating_reason: None,
            on_behalf_of: None,
            expected: None,
        });
        let size = done.await?.min_position();
        Ok(Told {
            ledger: ledger.clone(),
            size: size.context("a new unit is an event")?,
            watch: Stopwatch::start(),
        })
    }

    /// Waits until the rows know this, asked after every `pause`; answers how long after the answer that
    /// was.
    pub(super) async fn seen(&self, told: &Told, pause: Duration) -> anyhow::Result<Duration> {
        while self.rows.cursor(told.ledger.as_str()).await?.0 < told.size.0 {
            if !pause.is_zero() {
                sleep(pause).await;
            }
        }
        Ok(told.watch.elapsed())
    }

    /// Strikes out what the rows know.
    pub(super) async fn strike_seen(&self, waiting: &mut Vec<Told>) -> anyhow::Result<()> {
        let rows = self.rows.cursors().await?;
        waiting.retain(|told| {
            let cursor = rows.get(told.ledger.as_str());
            cursor.is_none_or(|cursor| cursor.0 < told.size.0)
        });
        Ok(())
    }
}
