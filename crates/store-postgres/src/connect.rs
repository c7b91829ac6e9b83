//! The way to the database: one URL, and connections for each purpose.

use std::{path::PathBuf, str::FromStr};

use deadpool_postgres::{
    ClientWrapper, Hook, Manager, ManagerConfig, Pool, RecyclingMethod, Runtime,
};
use tokio::time::timeout;
use tokio_postgres::{Config, config::SslMode};
use tokio_postgres_rustls::MakeRustlsConnect;

use crate::{
    OpenError,
    fault::Fault,
    limits::{CONNECT_TIMEOUT, POOL_PATIENCE, POOL_SIZE},
    remembered::Connections,
    session::Purpose,
    tls::connector,
    version::server_version,
};

/// Where the database is, and how it is used.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Options {
    /// `postgres://role:password@host:port/khen?sslmode=require`
    pub url: String,
    /// The certificate (PEM) of the authority that signed the server's; with it every connection is
    /// encrypted and checked, whatever the URL says.
    pub ca_file: Option<PathBuf>,
    /// Connections of one process for reads, and as many again for rows.
    pub pool_size: usize,
}

impl Options {
    /// The database at `url`, with the usual number of connections.
    #[must_use]
    pub fn of(url: impl Into<String>) -> Self {
        Self {
            url: url.into(),
            ca_file: None,
            pool_size: POOL_SIZE,
        }
    }
}

/// A database whose server answers and is of a version that may be used. Clones are the same database.
#[derive(Clone)]
pub struct Database {
    config: Config,
    tls: MakeRustlsConnect,
    pool_size: usize,
    server: String,
    connections: Connections,
}

impl Database {
    /// Connects once, to see that the server is there and of the right kind.
    ///
    /// # Errors
    /// [`OpenError`].
    pub async fn connect(options: &Options) -> Result<Self, OpenError> {
        let mut config = Config::from_str(&options.url).map_err(OpenError::Url)?;
        match (&options.ca_file, config.get_ssl_mode()) {
            (Some(_), _) => {
                config.ssl_mode(SslMode::Require);
            }
            (None, SslMode::Require) => return Err(OpenError::NoCertificates),
            (None, _) => {
                // Without an authority to trust, encryption would only look safe.
                config.ssl_mode(SslMode::Disable);
            }
        }
        let mut database = Self {
            config,
            tls: connector(options.ca_file.as_deref())?,
            pool_size: options.pool_size.max(1),
            server: String::new(),
            connections: Connections::default(),
        };
        let client = database.client(Purpose::Reader).await;
        let client = client.map_err(|fault| OpenError::Connect(Box::new(fault)))?;
        database.server = server_version(&client).await?;
        Ok(database)
    }

    /// The version of the server, for example `15.14`.
    #[must_use]
    pub fn server(&self) -> &str {
        &self.server
    }

    /// The connections that are made to it.
    pub(crate) fn connections(&self) -> Connections {
        self.connections.clone()
    }

    /// A connection of its own.
    pub(crate) async fn client(&self, purpose: Purpose) -> Result<ClientWrapper, Fault> {
        let config = purpose.configured(&self.config);
        // The timeout of the driver bounds the socket, not the greeting behind it.
        let connecting = timeout(CONNECT_TIMEOUT, config.connect(self.tls.clone())).await;
        let connected = connecting.map_err(|_| Fault::Silent)?;
        let (client, connection) = connected.map_err(Fault::Connect)?;
        self.connections.note_one();
        let task = tokio::spawn(async move {
            if let Err(error) = connection.await {
                // Whoever uses the client meets the failure too, and decides what to do.
                tracing::debug!(error = %error, "A connection to Postgres ended");
            }
        });
        Ok(ClientWrapper::new(client, task))
    }

    /// Connections for short work, made when they are needed.
    pub(crate) fn pool(&self, purpose: Purpose) -> Pool {
        let manager = Manager::from_config(
            purpose.configured(&self.config),
            self.tls.clone(),
            ManagerConfig {
                recycling_method: RecyclingMethod::Fast,
            },
        );
        let connections = self.connections();
        let note = Hook::sync_fn(move |_, _| {
            connections.note_one();
            Ok(())
        });
        Pool::builder(manager)
            .post_create(note)
            .max_size(self.pool_size)
            .runtime(Runtime::Tokio1)
            .wait_timeout(Some(POOL_PATIENCE))
            .create_timeout(Some(CONNECT_TIMEOUT))
            .recycle_timeout(Some(CONNECT_TIMEOUT))
            .build()
            .expect("a pool with a runtime can be built")
    }
}
