//! The running service: two listeners and the followers, stopped in order.

use std::{net::SocketAddr, sync::Arc, time::Duration};

use anyhow::Context as _;
use metrics_exporter_prometheus::PrometheusHandle;
use tokio::net::TcpListener;

use crate::{
    config::{Config, WitnessConfig},
    fan_out::WayOut,
    integrity::{self, HaltsProbe, ReadOnlyProbe},
    probes::{SinksProbe, WriteProbe},
    reactions::{self, Reactions},
    telemetry,
    wiring::{self, Rooms},
    workers::{Background, Workers},
};
use khen_accounts::{Access, AccessParts, Accounts, Issuer};
use khen_ambient::{IdSource as _, OsChance, RandomIds};
use khen_api::{ApiParts, Probe, routers};
use khen_history::History;
use khen_texts::Texts;
use khen_workers::{Guard, Holdings, LeaseKeeper, LeaseKeeperParts, RowArrivals};

/// How long running requests and the batch in hand may take at a stop. Source: 30 s for the whole
/// stop, less what the service manager needs.
const STOP_PATIENCE: Duration = Duration::from_secs(25);

/// How long a lease of ledgers lasts unless it is renewed: a worker that dies is replaced after it.
const LEASE_TERM: Duration = Duration::from_secs(6);
/// How often leases are renewed.
const LEASE_BEAT: Duration = Duration::from_secs(2);

/// A service that runs.
pub(crate) struct Server {
    url: String,
    rooms: Rooms,
    background: Background,
    /// None where other processes follow the ledgers.
    workers: Option<Workers>,
    /// Ends after everything that works under the leases.
    keeping: Background,
}

impl Server {
    /// Binds both listeners and serves; follows every ledger, unless they are shared out by lease.
    pub(crate) async fn start(config: &Config, rooms: Rooms) -> anyhow::Result<Self> {
        let (public, address) = listen(config.http.listen, "public").await?;
        let (internal, internal_address) = listen(config.http.internal_listen, "internal").await?;
        // Before anything is measured.
        let metrics = telemetry::install_metrics()?;
        let guard = integrity::guard_with_witnesses(config, &rooms).await?;
        let background = Background::default();
        keep_looking(guard, &background);
        let workers = if rooms.is_shared {
            None
        } else {
            Some(follow(config, &rooms, Holdings::all(), &background).await?)
        };
        let access = access(&rooms, config.oauth.issuer(address)?);
        let parts = parts(config, &rooms, workers.as_ref(), (access, metrics))?;
        let routers = routers(parts);
        for (listener, router) in [(public, routers.public), (internal, routers.internal)] {
            serve(&background, listener, router);
        }
        background.tasks.close();
        tracing::info!(http.address = %address, "Serving the API");
        tracing::info!(http.address = %internal_address, "Serving health and metrics");
        Ok(Self {
            url: format!("http://{address}"),
            rooms,
            background,
            workers,
            keeping: Background::default(),
        })
    }

    /// Binds the internal listener and follows the ledgers of which it gets a lease; tells what falls
    /// due in them.
    pub(crate) async fn start_working(config: &Config, rooms: Rooms) -> anyhow::Result<Self> {
        let (internal, address) = listen(config.http.internal_listen, "internal").await?;
        // Before anything is measured.
        let metrics = telemetry::install_metrics()?;
        let guard = integrity::guard_with_witnesses(config, &rooms).await?;
        let (background, keeping) = (Background::default(), Background::default());
        keep_looking(guard, &background);
        let keeper = LeaseKeeper::new(LeaseKeeperParts {
            leases: Arc::clone(&rooms.leases),
            holder: RandomIds.event_id().to_string(),
            term: LEASE_TERM,
            beat: LEASE_BEAT,
        });
        let workers = follow(config, &rooms, keeper.holdings(), &background).await?;
        workers.watch_deadlines(&rooms, config.timer.poll(), &background);
        let access = access(&rooms, config.oauth.issuer(config.http.listen)?);
        let parts = parts(config, &rooms, Some(&workers), (access, metrics))?;
        serve(&background, internal, routers(parts).internal);
        background.tasks.close();
        let stop = keeping.stop.clone();
        keeping.tasks.spawn(async move { keeper.run(&stop).await });
        keeping.tasks.close();
        tracing::info!(http.address = %address, "Working, and serving health and metrics");
        Ok(Self {
            url: format!("http://{address}"),
            rooms,
            background,
            workers: Some(workers),
            keeping,
        })
    }

    /// The reactions that run beside serving; none where other processes follow.
    pub(crate) fn reactions(&self) -> Option<&Reactions> {
        self.workers.as_ref().map(Workers::reactions)
    }

    /// Tells what falls due, beside serving, until the stop; where other processes follow, they do.
    pub(crate) fn watch_deadlines(&self, poll: Duration) {
        if let Some(workers) = &self.workers {
            workers.watch_deadlines(&self.rooms, poll, &self.background);
        }
    }

    /// Where it listens.
    pub(crate) fn url(&self) -> &str {
        &self.url
    }

    /// Stops accepting, finishes what is in hand, gives its leases back, and returns.
    pub(crate) async fn stop(self) {
        self.background.stop.cancel();
        let is_finished = tokio::time::timeout(STOP_PATIENCE, self.background.tasks.wait()).await;
        self.keeping.stop.cancel();
        self.keeping.tasks.close();
        self.keeping.tasks.wait().await;
        if is_finished.is_err() {
            // A client that never finished its request; every acknowledged command is recorded.
            tracing::warn!("Stopped while some connections were still open");
        } else {
            tracing::info!("Stopped");
        }
    }
}

/// Goes on looking whether ledgers are what was signed for, until the end.
fn keep_looking(guard: Guard, background: &Background) {
    let Background { tasks, stop } = background.clone();
    tasks.spawn(async move { guard.run(&stop).await });
}

/// Starts everything that follows the ledgers of these holdings.
async fn follow(
    config: &Config,
    rooms: &Rooms,
    holdings: Holdings,
    background: &Background,
) -> anyhow::Result<Workers> {
    let way_out = WayOut::open(config, rooms).await?;
    let started = (config.rows.poll(), way_out.as_ref());
    let workers = Workers::start(rooms, started, holdings, background);
    let herald = way_out.map(|way| way.herald);
    workers.ask_witnesses(rooms, &config.seal.witness, herald, background)?;
    workers.count(rooms, config.telemetry.count_pause(), background);
    Ok(workers)
}

/// Access tokens, of a server that is called so.
fn access(rooms: &Rooms, issuer: Issuer) -> Access {
    Access::new(AccessParts {
        clients: Arc::clone(&rooms.clients),
        store: Arc::clone(&rooms.access),
        chance: Arc::new(OsChance),
        issuer,
    })
}

fn parts(
    config: &Config,
    rooms: &Rooms,
    workers: Option<&Workers>,
    (access, metrics): (Access, PrometheusHandle),
) -> anyhow::Result<ApiParts> {
    let texts = Arc::new(Texts::new());
    let followed = workers.map(Workers::rows).unwrap_or_default();
    let witnesses = config.seal.witness.iter().map(WitnessConfig::key);
    Ok(ApiParts {
        desk: Arc::clone(&rooms.desk),
        accounts: Accounts::new(Arc::clone(&rooms.credentials), Arc::new(OsChance)),
        access,
        store: Arc::clone(&rooms.store),
        feed: Arc::clone(&rooms.feed),
        halts: rooms.halts.clone(),
        tiles: Arc::clone(&rooms.tiles),
        acks: Arc::clone(&rooms.acks),
        export_key: rooms.export_key.clone(),
        witnesses: witnesses.collect::<anyhow::Result<_>>()?,
        bell: Arc::clone(&rooms.bell),
        rows: rooms.rows.clone(),
        moves_rows: workers.is_some(),
        arrivals: Arc::new(RowArrivals::new(rooms.rows.clone(), followed)),
        vault: rooms.vault.clone(),
        documents: rooms.file_vault.clone(),
        files: Arc::clone(&rooms.files),
        press: wiring::press(),
        history: History::new(
            Arc::clone(&rooms.store),
            rooms.vault.clone(),
            Arc::clone(&texts),
        ),
        reactions: reactions::names().collect(),
        texts,
        clock: Arc::clone(&rooms.clock),
        ids: Arc::new(RandomIds),
        probes: probes(rooms, workers),
        metrics: Arc::new(move || metrics.render()),
        allowance: config.rates.allowance(),
    })
}

/// What only this process can see of itself.
fn probes(rooms: &Rooms, workers: Option<&Workers>) -> Vec<Arc<dyn Probe>> {
    let followed = workers.map(Workers::followed).unwrap_or_default();
    vec![
        Arc::new(ReadOnlyProbe {
            halts: rooms.halts.clone(),
        }),
        Arc::new(HaltsProbe {
            halts: rooms.halts.clone(),
            feed: Arc::clone(&rooms.feed),
            serves_others: workers.is_none(),
        }),
        Arc::new(SinksProbe {
            book: Arc::clone(&rooms.stops),
            followed,
        }),
        Arc::new(WriteProbe {
            store: Arc::clone(&rooms.store),
            feed: Arc::clone(&rooms.feed),
        }),
    ]
}

async fn listen(address: SocketAddr, what: &str) -> anyhow::Result<(TcpListener, SocketAddr)> {
    let listener = TcpListener::bind(address).await.with_context(|| {
        format!(
            "could not listen on the {what} address {address}; choose another with --listen and \
             --internal-listen"
        )
    })?;
    let bound = listener.local_addr()?;
    Ok((listener, bound))
}

/// Serves until the end of everything that runs in the background.
fn serve(background: &Background, listener: TcpListener, router: axum::Router) {
    let Background { tasks, stop } = background.clone();
    tasks.spawn(async move {
        if let Err(error) = axum::serve(listener, router)
            .with_graceful_shutdown(stop.cancelled_owned())
            .await
        {
            tracing::error!(%error, "A listener failed");
        }
    });
}
