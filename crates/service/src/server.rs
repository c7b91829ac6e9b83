//! The running service: two listeners and the followers, stopped in order.

use std::{net::SocketAddr, sync::Arc, time::Duration};

use anyhow::Context as _;
use metrics_exporter_prometheus::PrometheusHandle;
use tokio::net::TcpListener;

use crate::{
    config::Config,
    probes::WriteProbe,
    reactions::Reactions,
    telemetry,
    wiring::Rooms,
    workers::{Background, Workers},
};
use khen_accounts::Accounts;
use khen_ambient::{OsChance, RandomIds};
use khen_api::{Allowance, ApiParts, Probe, routers};
use khen_history::History;
use khen_texts::Texts;
use khen_workers::{Holdings, RowArrivals};

/// How long running requests and the batch in hand may take at a stop. Source: 30 s for the whole
/// stop, less what the service manager needs.
const STOP_PATIENCE: Duration = Duration::from_secs(25);

/// A service that runs.
pub(crate) struct Server {
    url: String,
    background: Background,
    workers: Workers,
}

impl Server {
    /// Binds both listeners, starts the followers of every ledger, and serves.
    pub(crate) async fn start(config: &Config, rooms: Rooms) -> anyhow::Result<Self> {
        let (public, address) = listen(config.http.listen, "public").await?;
        let (internal, internal_address) = listen(config.http.internal_listen, "internal").await?;
        // Before anything is measured.
        let metrics = telemetry::install_metrics()?;
        let background = Background::default();
        let poll = config.rows.poll();
        let workers = Workers::start(&rooms, poll, Holdings::all(), &background);
        workers.count(&rooms, config.telemetry.count_pause(), &background);
        let parts = parts(&rooms, &workers, config.rates.allowance(), metrics);
        let routers = routers(parts);
        for (listener, router) in [(public, routers.public), (internal, routers.internal)] {
            serve(&background, listener, router);
        }
        background.tasks.close();
        tracing::info!(http.address = %address, "Serving the API");
        tracing::info!(http.address = %internal_address, "Serving health and metrics");
        Ok(Self {
            url: format!("http://{address}"),
            background,
            workers,
        })
    }

    /// The reactions that run beside serving.
    pub(crate) fn reactions(&self) -> &Reactions {
        self.workers.reactions()
    }

    /// Tells what falls due, beside serving, until the stop.
    pub(crate) fn watch_deadlines(&self, rooms: &Rooms, poll: Duration) {
        self.workers.watch_deadlines(rooms, poll, &self.background);
    }

    /// Where the public API is.
    pub(crate) fn url(&self) -> &str {
        &self.url
    }

    /// Stops accepting, finishes what is in hand, and returns.
    pub(crate) async fn stop(self) {
        self.background.stop.cancel();
        if tokio::time::timeout(STOP_PATIENCE, self.background.tasks.wait())
            .await
            .is_err()
        {
            // A client that never finished its request; every acknowledged command is recorded.
            tracing::warn!("Stopped while some connections were still open");
        } else {
            tracing::info!("Stopped");
        }
    }
}

fn parts(
    rooms: &Rooms,
    workers: &Workers,
    allowance: Allowance,
    metrics: PrometheusHandle,
) -> ApiParts {
    let texts = Arc::new(Texts::new());
    ApiParts {
        desk: Arc::clone(&rooms.desk),
        accounts: Accounts::new(Arc::clone(&rooms.credentials), Arc::new(OsChance)),
        store: Arc::clone(&rooms.store),
        feed: Arc::clone(&rooms.feed),
        rows: rooms.rows.clone(),
        arrivals: Arc::new(RowArrivals::new(rooms.rows.clone(), workers.rows())),
        vault: rooms.vault.clone(),
        documents: rooms.file_vault.clone(),
        files: Arc::clone(&rooms.files),
        history: History::new(
            Arc::clone(&rooms.store),
            rooms.vault.clone(),
            Arc::clone(&texts),
        ),
        texts,
        clock: Arc::clone(&rooms.clock),
        ids: Arc::new(RandomIds),
        probes: probes(rooms, workers),
        metrics: Arc::new(move || metrics.render()),
        allowance,
    }
}

/// What only this process can see of itself.
fn probes(rooms: &Rooms, workers: &Workers) -> Vec<Arc<dyn Probe>> {
    vec![
        Arc::new(workers.probe()),
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
