//! The running service: two listeners and the follower, stopped in order.

use std::{future::Future, net::SocketAddr, sync::Arc, time::Duration};

use anyhow::Context as _;
use tokio::net::TcpListener;
use tokio_util::{sync::CancellationToken, task::TaskTracker};

use crate::{
    config::Config,
    probes::{SinkProbe, WriteProbe},
    reactions::Reactions,
    rows, telemetry,
    wiring::Rooms,
};
use khen_accounts::Accounts;
use khen_ambient::{OsChance, RandomIds};
use khen_api::{Allowance, ApiParts, Probe, Routers, routers};
use khen_history::History;
use khen_texts::Texts;
use khen_workers::{RowArrivals, Ticker, TickerParts};

/// How long running requests and the batch in hand may take at a stop. Source: 30 s for the whole
/// stop, less what the service manager needs.
const STOP_PATIENCE: Duration = Duration::from_secs(25);

/// A service that runs.
pub(crate) struct Server {
    url: String,
    stop: CancellationToken,
    tasks: TaskTracker,
    reactions: Reactions,
}

impl Server {
    /// Binds both listeners, starts the follower, and serves.
    pub(crate) async fn start(config: &Config, rooms: Rooms) -> anyhow::Result<Self> {
        let (public, address) = listen(config.http.listen, "public").await?;
        let (internal, internal_address) = listen(config.http.internal_listen, "internal").await?;
        let stop = CancellationToken::new();
        let tasks = TaskTracker::new();
        let follower = Arc::new(rows::follower(&rooms, config.rows.poll()));
        let reactions = Reactions::start(&rooms, config.rows.poll(), (&tasks, &stop));
        let parts = parts(
            &rooms,
            (follower.status(), &reactions),
            config.rates.allowance(),
        )?;
        let routers = routers(parts);
        let following = stop.clone();
        tasks.spawn(async move { follower.run(&following).await });
        let Routers {
            public: public_router,
            internal: internal_router,
        } = routers;
        serve(
            &tasks,
            public,
            public_router,
            stop.clone().cancelled_owned(),
        );
        serve(
            &tasks,
            internal,
            internal_router,
            stop.clone().cancelled_owned(),
        );
        tasks.close();
        tracing::info!(http.address = %address, "Serving the API");
        tracing::info!(http.address = %internal_address, "Serving health and metrics");
        Ok(Self {
            url: format!("http://{address}"),
            stop,
            tasks,
            reactions,
        })
    }

    /// The reactions that run beside serving.
    pub(crate) fn reactions(&self) -> &Reactions {
        &self.reactions
    }

    /// Tells what falls due, beside serving, until the stop.
    pub(crate) fn watch_deadlines(&self, rooms: &Rooms, poll: Duration) {
        let ticker = Ticker::new(TickerParts {
            feed: Arc::clone(&rooms.feed),
            store: Arc::clone(&rooms.store),
            rows: rooms.rows.clone(),
            desk: Arc::clone(&rooms.desk),
            clock: Arc::clone(&rooms.clock),
            poll,
        });
        let stop = self.stop.clone();
        self.tasks.spawn(async move { ticker.run(&stop).await });
    }

    /// Where the public API is.
    pub(crate) fn url(&self) -> &str {
        &self.url
    }

    /// Stops accepting, finishes what is in hand, and returns.
    pub(crate) async fn stop(self) {
        self.stop.cancel();
        if tokio::time::timeout(STOP_PATIENCE, self.tasks.wait())
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
    (status, reactions): (khen_workers::Status, &Reactions),
    allowance: Allowance,
) -> anyhow::Result<ApiParts> {
    let metrics = telemetry::install_metrics()?;
    let texts = Arc::new(Texts::new());
    Ok(ApiParts {
        desk: Arc::clone(&rooms.desk),
        accounts: Accounts::new(Arc::clone(&rooms.credentials), Arc::new(OsChance)),
        store: Arc::clone(&rooms.store),
        feed: Arc::clone(&rooms.feed),
        rows: rooms.rows.clone(),
        arrivals: Arc::new(RowArrivals::new(rooms.rows.clone(), status.clone())),
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
        probes: probes(rooms, status, reactions),
        metrics: Arc::new(move || metrics.render()),
        allowance,
    })
}

/// What only this process can see of itself.
fn probes(rooms: &Rooms, rows: khen_workers::Status, reactions: &Reactions) -> Vec<Arc<dyn Probe>> {
    let mut probes: Vec<Arc<dyn Probe>> = vec![
        Arc::new(SinkProbe::new("rows", rows)),
        Arc::new(WriteProbe {
            store: Arc::clone(&rooms.store),
            feed: Arc::clone(&rooms.feed),
        }),
    ];
    probes.extend(
        reactions
            .probes()
            .map(|probe| Arc::new(probe) as Arc<dyn Probe>),
    );
    probes
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

fn serve(
    tasks: &TaskTracker,
    listener: TcpListener,
    router: axum::Router,
    stop: impl Future<Output = ()> + Send + 'static,
) {
    tasks.spawn(async move {
        if let Err(error) = axum::serve(listener, router)
            .with_graceful_shutdown(stop)
            .await
        {
            tracing::error!(%error, "A listener failed");
        }
    });
}
