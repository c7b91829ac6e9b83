//! Seasons of many campaigns in one ledger: every event is decided by the domain's rules on a stage,
//! and written, sealed and appended as the desk does.

mod compose;
mod prepare;

use std::{
    collections::BTreeMap,
    fs,
    path::{Path, PathBuf},
    sync::Arc,
};

use futures::{StreamExt, TryStreamExt, stream};
use serde_json::Value;
use tempfile::TempDir;
use tokio::task::unconstrained;

use self::prepare::renamed;
use khen_ambient::{OsChance, SystemClock};
use khen_domain::{
    Actor, CommandKind, StreamKey,
    stories_kit::{Stage, Step, loading, season},
};
use khen_eventlog::{Append, EventStore, LedgerId, Version};
use khen_privacy::{MasterKey, Vault};
use khen_store_sqlite::{OFFICE_FILE, SqliteLedger, SqliteOffice};

/// Persons that each of three units nominates in a usual season.
pub const PERSONS_PER_UNIT: u32 = 60;
/// Appends under way at once; the store takes them up in the order in which they are handed over.
const APPENDS_UNDER_WAY: usize = 256;
/// The ledger.
const LEDGER: &str = "hon-quan";

/// A folder with a ledger and an office, as `khen serve` leaves them.
pub struct Played {
    /// The ledger.
    pub ledger: LedgerId,
    /// Its store.
    pub store: Arc<SqliteLedger>,
    /// What opens its names.
    pub vault: Vault,
    /// How many events it has.
    pub event_count: u64,
    /// How many campaigns it has.
    pub campaign_count: usize,
}

/// Plays seasons into a fresh ledger in `folder` until it has `event_count` events, one season at
/// least; in each, three units nominate `persons_per_unit` persons each, beside one unit.
///
/// # Errors
/// When a step of the stories kit is refused, or the store refuses.
pub async fn played(
    folder: &Path,
    event_count: u64,
    persons_per_unit: u32,
) -> anyhow::Result<Played> {
    let mut play = Play::open(folder).await?;
    play.all(&told(loading(persons_per_unit))?, 0).await?;
    let season = told(season(persons_per_unit))?;
    let mut campaign_count = 0;
    while campaign_count == 0 || play.event_count < event_count {
        campaign_count += 1;
        play.all(&season, campaign_count).await?;
    }
    play.close(folder, campaign_count)
}

/// A step of the stories kit, its command as content.
struct Told {
    at: &'static str,
    actor: Actor,
    kind: CommandKind,
    content: Value,
}

fn told(steps: Vec<Step>) -> anyhow::Result<Vec<Told>> {
    let told = |step: Step| {
        Ok(Told {
            at: step.at,
            actor: step.actor,
            kind: step.command.kind(),
            content: serde_json::to_value(&step.command)?,
        })
    };
    steps.into_iter().map(told).collect()
}

struct Play {
    ledger: LedgerId,
    store: Arc<SqliteLedger>,
    vault: Vault,
    stage: Stage,
    versions: BTreeMap<StreamKey, Version>,
    append_count: u64,
    event_count: u64,
    /// Where the office is filled.
    office: TempDir,
    master: PathBuf,
}

impl Play {
    async fn open(folder: &Path) -> anyhow::Result<Self> {
        let ledger = LedgerId::parse(LEDGER)?;
        let store = Arc::new(SqliteLedger::open(folder, Arc::new(SystemClock))?);
        store
            .create_ledger(&ledger, "https://khen.example/hon-quan")
            .await?;
        let office = in_memory(folder)?;
        let master = folder.join("master.key");
        MasterKey::create(&master, &OsChance)?;
        Ok(Self {
            vault: vault(office.path(), &master)?,
            ledger,
            store,
            stage: Stage::default(),
            versions: BTreeMap::new(),
            append_count: 0,
            event_count: 0,
            office,
            master,
        })
    }

    /// Plays all steps under the names of this season; season 0 has the names of the stories.
    async fn all(&mut self, steps: &[Told], season: usize) -> anyhow::Result<()> {
        let mut appends = Vec::new();
        for step in steps {
            appends.extend(self.one(step, season).await?);
        }
        let store = &self.store;
        let appends = stream::iter(appends).map(|append| store.append(append));
        let recorded = appends.buffered(APPENDS_UNDER_WAY);
        let recorded = recorded.try_fold(0, async |sum, receipt| Ok(sum + receipt.events.len()));
        // A budget would stop some of them halfway, and their order would be lost.
        self.event_count += unconstrained(recorded).await? as u64;
        Ok(())
    }

    /// The append of one step; nothing where the wish is already fulfilled.
    async fn one(&mut self, step: &Told, season: usize) -> anyhow::Result<Option<Append>> {
        let content = renamed(step.content.clone(), season);
        let (command, owners) = self.prepare(step.kind, content).await?;
        self.stage = std::mem::take(&mut self.stage).at(step.at);
        let mut effects = match self.stage.ask(&step.actor, &command) {
            Ok(effects) => effects,
            Err(refusal) => anyhow::bail!("{command:?} is refused: {refusal:?}"),
        };
        if effects.is_empty() {
            return Ok(None);
        }
        effects.extend(self.new_keys(&owners).await?);
        let named = self.stage.named(&step.actor, &command);
        self.stage.record(&step.actor, &effects);
        self.compose(&named).map(Some)
    }

    fn close(self, folder: &Path, campaign_count: usize) -> anyhow::Result<Played> {
        // Closed while it is copied, so that its log is folded into the file.
        drop(self.vault);
        fs::copy(
            self.office.path().join(OFFICE_FILE),
            folder.join(OFFICE_FILE),
        )?;
        Ok(Played {
            ledger: self.ledger,
            store: self.store,
            vault: vault(folder, &self.master)?,
            event_count: self.event_count,
            campaign_count,
        })
    }
}

/// A folder where flushing costs nothing, if the machine has one: a season brings a reference for
/// each nominee, and the office flushes each.
fn in_memory(otherwise: &Path) -> anyhow::Result<TempDir> {
    let memory = Path::new("/dev/shm");
    let parent = if memory.is_dir() { memory } else { otherwise };
    Ok(tempfile::tempdir_in(parent)?)
}

fn vault(folder: &Path, master: &Path) -> anyhow::Result<Vault> {
    let office = SqliteOffice::open(folder)?;
    let master = MasterKey::load(master)?;
    Ok(Vault::new(Arc::new(office), master, Arc::new(OsChance)))
}
