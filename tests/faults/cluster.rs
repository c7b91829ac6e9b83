//! Two web processes and two workers over Postgres and NATS of their own, each behind a line that can
//! be cut, and over a server of streams that somebody subscribes to.

use std::{
    path::{Path, PathBuf},
    sync::{Arc, PoisonError, RwLock},
};

use tempfile::TempDir;

use crate::{
    people::{Person, people},
    running::{Running, Settings},
    truth::Truth,
};
use khen_testbed::{NatsServer, Postgres, TcpProxy};

/// Web processes, and workers, of a cluster.
pub(crate) const EACH: usize = 2;

/// Where clients find the web processes now.
pub(crate) type Addresses = Arc<RwLock<Vec<String>>>;

/// A worker, and the name under which it holds leases.
pub(crate) struct Worker {
    pub(crate) process: Running,
    pub(crate) holder: String,
}

/// Everything of one province, and what the test knows of it without asking it.
pub(crate) struct Cluster {
    // Khen's processes go first, then what they lean on.
    pub(crate) webs: Vec<Running>,
    pub(crate) workers: Vec<Worker>,
    pub(crate) people: Vec<Person>,
    pub(crate) truth: Truth,
    pub(crate) settings: Settings,
    pub(crate) postgres_line: TcpProxy,
    pub(crate) nats_line: TcpProxy,
    pub(crate) postgres: Postgres,
    pub(crate) nats: NatsServer,
    /// Where every event goes out.
    pub(crate) streams: NatsServer,
    addresses: Addresses,
    _folder: TempDir,
}

impl Cluster {
    /// A cluster in which a campaign was launched.
    pub(crate) fn start() -> Self {
        // With its flushes on, as in operation.
        Self::over(Postgres::start_with(&[]))
    }

    /// The same over this server.
    pub(crate) fn over(postgres: Postgres) -> Self {
        let folder = TempDir::new().unwrap();
        let (nats, streams) = (NatsServer::start(), NatsServer::start_streaming(&[]));
        let (postgres_line, nats_line) = (
            TcpProxy::start(postgres.port()),
            TcpProxy::start(nats.port()),
        );
        let direct = postgres.database("khen");
        let settings = Settings {
            folder: folder.path().to_owned(),
            variables: variables(folder.path(), (&postgres_line, &nats_line), &streams),
        };
        settings.succeed(&["migrate"]);
        let mut cluster = Self {
            webs: (0..EACH)
                .map(|_| Running::start(&settings, "serve"))
                .collect(),
            workers: Vec::new(),
            people: Vec::new(),
            truth: Truth::at(&direct, &streams.url()),
            settings,
            postgres_line,
            nats_line,
            postgres,
            nats,
            streams,
            addresses: Addresses::default(),
            _folder: folder,
        };
        cluster.tell_addresses();
        for _ in 0..EACH {
            cluster.start_worker();
        }
        let urls: Vec<&str> = cluster.webs.iter().map(|web| &*web.url).collect();
        let against = ["season", "--until", "launch", "--against", &urls.join(",")];
        cluster.settings.succeed(&against);
        cluster.people = people(&cluster.settings);
        cluster
    }

    /// Where clients find the web processes, now and later.
    pub(crate) fn addresses(&self) -> Addresses {
        Arc::clone(&self.addresses)
    }

    /// The file of the clock that all processes share.
    pub(crate) fn clock_file(&self) -> PathBuf {
        clock_file(&self.settings.folder)
    }

    /// kill −9 of a web process; another takes its place.
    pub(crate) fn replace_web(&mut self, place: usize) {
        drop(self.webs.remove(place));
        self.webs.push(Running::start(&self.settings, "serve"));
        self.tell_addresses();
    }

    /// kill −9 of a worker; another takes its place.
    pub(crate) fn replace_worker(&mut self, place: usize) {
        drop(self.workers.remove(place));
        self.start_worker();
    }

    /// One more worker.
    pub(crate) fn start_worker(&mut self) {
        let worker = self.worker();
        self.workers.push(worker);
    }

    /// A worker that is known to the others.
    fn worker(&self) -> Worker {
        let before = self.truth.holders();
        let process = Running::start(&self.settings, "work");
        let holder = self.truth.until("the worker is at work", |truth| {
            let holders = truth.holders();
            holders.into_keys().find(|name| !before.contains_key(name))
        });
        Worker { process, holder }
    }

    fn tell_addresses(&self) {
        let urls = self.webs.iter().map(|web| web.url.clone()).collect();
        *self
            .addresses
            .write()
            .unwrap_or_else(PoisonError::into_inner) = urls;
    }
}

fn clock_file(folder: &Path) -> PathBuf {
    folder.join("clock")
}

fn variables(
    folder: &Path,
    (postgres, nats): (&TcpProxy, &TcpProxy),
    streams: &NatsServer,
) -> Vec<(&'static str, String)> {
    let path = |name: &str| folder.join(name).display().to_string();
    let database = format!("postgres://postgres@127.0.0.1:{}/khen", postgres.port());
    let bell = format!("nats://127.0.0.1:{}", nats.port());
    let without_end = "1000000".to_owned();
    vec![
        ("KHEN_DATA", path("data")),
        ("KHEN_MASTER_KEY_FILE", path("master.key")),
        ("KHEN_DATABASE__URL", database),
        ("KHEN_BELL__NATS_URL", bell),
        ("KHEN_FAN_OUT__NATS_URL", streams.url()),
        ("KHEN_FAN_OUT__LEDGERS", r#"["*"]"#.to_owned()),
        (
            "KHEN_DEMO__CLOCK_FILE",
            clock_file(folder).display().to_string(),
        ),
        ("KHEN_RATES__REQUESTS_PER_MINUTE", without_end.clone()),
        ("KHEN_RATES__UPLOADS_PER_HOUR", without_end),
    ]
}
