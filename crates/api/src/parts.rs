//! What an API is made of.

use std::sync::Arc;

use async_trait::async_trait;
use tokio::sync::Semaphore;

use crate::{
    door::{Rates, Waits},
    export::segments::shelf::Shelf,
    health::Check,
    limits::{
        BUNDLES_PER_HOUR, EXPORTS_PER_MINUTE, GRANTS_PER_MINUTE, REQUESTS_PER_MINUTE,
        UPLOADS_AT_ONCE_MAX, UPLOADS_PER_HOUR,
    },
    problem::Problem,
};
use khen_accounts::{Access, Accounts};
use khen_ambient::{Clock, IdSource};
use khen_audit::VerifierKey;
use khen_desk::Desk;
use khen_eventlog::{AckBook, Doorbell, EventFeed, EventStore, FileIndex, Halts, TileStore};
use khen_export::{ExportKey, Homes, Press};
use khen_history::History;
use khen_privacy::{FileVault, Vault};
use khen_read_model::{Arrivals, RowReader};
use khen_texts::Texts;

/// Ports and rooms that the API asks.
pub struct ApiParts {
    /// Carries out commands.
    pub desk: Arc<Desk>,
    /// Knows who asks.
    pub accounts: Accounts,
    /// Knows which client asks, and grants it tokens.
    pub access: Access,
    /// Streams: assignments, and the papers that a case names.
    pub store: Arc<dyn EventStore>,
    /// The ledgers: for readiness, for who pulls exports, for the entries of logs and for audits.
    pub feed: Arc<dyn EventFeed>,
    /// The logs of the ledgers.
    pub tiles: Arc<dyn TileStore>,
    /// How far those who pull say that they are.
    pub acks: Arc<dyn AckBook>,
    /// Signs what leaves the building.
    pub export_key: ExportKey,
    /// Who is asked to cosign the logs.
    pub witnesses: Vec<VerifierKey>,
    /// Ledgers of which nothing more is handed out, and whether anything is recorded at all.
    pub halts: Halts,
    /// Says that a ledger has grown.
    pub bell: Arc<dyn Doorbell>,
    /// The rows.
    pub rows: Arc<dyn RowReader>,
    /// Whether this process moves the rows: far behind, they make it unfit; else only degraded.
    pub moves_rows: bool,
    /// Says when rows have arrived.
    pub arrivals: Arc<dyn Arrivals>,
    /// Tells how cases came to be.
    pub history: History,
    /// Names of all reactions: what follows from an event by itself is derived from them.
    pub reactions: Vec<&'static str>,
    /// Keys of owners.
    pub vault: Vault,
    /// Documents, sealed.
    pub documents: FileVault,
    /// Which document lies where.
    pub files: Arc<dyn FileIndex>,
    /// Prints papers.
    pub press: Arc<dyn Press>,
    /// Words.
    pub texts: Arc<Texts>,
    /// The ledgers' time.
    pub clock: Arc<dyn Clock>,
    /// Ids of requests.
    pub ids: Arc<dyn IdSource>,
    /// What else must be well before this process is ready: whatever only the wiring can see.
    pub probes: Vec<Arc<dyn Probe>>,
    /// The measures as Prometheus reads them.
    pub metrics: Arc<dyn Fn() -> String + Send + Sync>,
    /// How often a token may be used.
    pub allowance: Allowance,
}

/// Looks whether something is well.
#[async_trait]
pub trait Probe: Send + Sync {
    /// What it found.
    async fn look(&self) -> Vec<Check>;
}

/// How often a token may be used.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Allowance {
    /// Requests in a minute, uploads included.
    pub requests_per_minute: u32,
    /// Uploads in an hour.
    pub uploads_per_hour: u32,
    /// Pages and single events of the export in a minute.
    pub exports_per_minute: u32,
    /// Bundles of evidence in an hour.
    pub bundles_per_hour: u32,
    /// Access tokens of a client in a minute, and as many failures to get one.
    pub grants_per_minute: u32,
}

impl Default for Allowance {
    fn default() -> Self {
        Self {
            requests_per_minute: REQUESTS_PER_MINUTE,
            uploads_per_hour: UPLOADS_PER_HOUR,
            exports_per_minute: EXPORTS_PER_MINUTE,
            bundles_per_hour: BUNDLES_PER_HOUR,
            grants_per_minute: GRANTS_PER_MINUTE,
        }
    }
}

/// What every handler is handed.
pub(crate) struct Api {
    pub(crate) parts: ApiParts,
    pub(crate) rates: Rates,
    pub(crate) uploads: Arc<Semaphore>,
    pub(crate) waits: Waits,
    pub(crate) segments: Shelf,
    /// Which streams belong to a unit that the feed was filtered by.
    pub(crate) homes: Homes,
}

impl Api {
    pub(crate) fn new(parts: ApiParts) -> Self {
        Self {
            rates: Rates::new(parts.allowance),
            uploads: Arc::new(Semaphore::new(UPLOADS_AT_ONCE_MAX)),
            waits: Waits::default(),
            segments: Shelf::default(),
            homes: Homes::default(),
            parts,
        }
    }
}

impl Api {
    /// Passes while something may be recorded.
    ///
    /// # Errors
    /// The problem `read-only`.
    pub(crate) fn must_record(&self) -> Result<(), Problem> {
        let record = self.parts.halts.read_only();
        record.map_or(Ok(()), |record| Err(Problem::read_only(Some(&record))))
    }
}

/// The state of every router.
pub(crate) type Shared = Arc<Api>;
