//! A doorbell that is heard in every process.

use std::{future, path::Path, sync::Arc};

use async_nats::{Client, ConnectErrorKind, ConnectOptions, Event};
use async_trait::async_trait;
use tokio::{
    sync::{Notify, watch},
    task::JoinSet,
};
use tracing::warn;

use khen_eventlog::{Doorbell, LedgerId, Listener, Rings, Rung};

use crate::{BusError, keeper, line::PULSE, login::Login, rope::Rope};

/// A doorbell that is heard in every process which hangs on the same NATS server.
///
/// It counts rings; an ear that has seen a lower count has something to hear. Dropping the bell
/// ends its connection.
#[derive(Debug)]
pub struct NatsBell {
    rings: watch::Sender<Rings>,
    rope: Arc<Rope>,
    /// They end with the bell.
    _tasks: JoinSet<()>,
}

impl NatsBell {
    /// Hangs a bell on the server at `url`, or at the first of several separated by commas.
    ///
    /// The URL may hold a password (`nats://user:password@host:4222`) or a token
    /// (`nats://token@host:4222`); `credentials` names a `.creds` file or one with the seed of an
    /// nkey, and goes before them. A server that is not there, or does not answer within 5 seconds,
    /// is looked for in the background.
    ///
    /// # Errors
    /// [`BusError`] says what is wrong with the URL, the credentials or the server. A server that
    /// turns up later and is too old is logged as an error, and not rung through.
    pub async fn connect(url: &str, credentials: Option<&Path>) -> Result<Self, BusError> {
        let login = Login::read(url, credentials).await?;
        let connected = Arc::new(Notify::new());
        let options = || {
            let options = login.options();
            options.map(|options| watched(options, &connected))
        };
        let rope = Arc::new(Rope::default());
        let client = match options()?.connect(&login.servers[..]).await {
            Ok(client) => {
                // This connection is looked at here and now; the keeper waits for the next one.
                connected.notified().await;
                keeper::check(&client)?;
                rope.trust(true);
                client
            }
            Err(error) if is_refusal(error.kind()) => return Err(BusError::Refused(error)),
            Err(error) => {
                warn!(error = %error, "the doorbell's server is not there; it is looked for");
                let patient = options()?.retry_on_initial_connect();
                let client = patient.connect(&login.servers[..]).await;
                client.map_err(BusError::Refused)?
            }
        };
        Self::hang(client, rope, connected).await
    }

    /// Starts the tasks that carry rings out and in.
    async fn hang(
        client: Client,
        rope: Arc<Rope>,
        connected: Arc<Notify>,
    ) -> Result<Self, BusError> {
        let rings = watch::Sender::new(Rings::default());
        let subscribed = client.subscribe(keeper::ALL_RINGS).await;
        let from_server = subscribed.map_err(BusError::Deaf)?;
        if client.try_server_info().is_some() {
            keeper::settle(&client).await;
        }
        let mut tasks = JoinSet::new();
        let ears = rings.clone();
        tasks.spawn(async move { keeper::hear(from_server, &ears).await });
        let (out, through) = (Arc::clone(&rope), client.clone());
        tasks.spawn(async move { out.ring_through(&through).await });
        let (kept, ears) = (Arc::clone(&rope), rings.clone());
        tasks.spawn(async move { keeper::keep(&client, &connected, &kept, &ears).await });
        Ok(Self {
            rings,
            rope,
            _tasks: tasks,
        })
    }
}

impl Doorbell for NatsBell {
    fn ring(&self, ledger: &LedgerId) {
        self.rings.send_modify(|rings| rings.ring(ledger));
        self.rope.pull(ledger);
    }

    fn listen(&self) -> Box<dyn Listener> {
        let mut rings = self.rings.subscribe();
        let heard = rings.borrow_and_update().count();
        Box::new(Ear { rings, heard })
    }
}

struct Ear {
    rings: watch::Receiver<Rings>,
    /// Rings that were told already.
    heard: u64,
}

#[async_trait]
impl Listener for Ear {
    async fn wait(&mut self) -> Rung {
        if self.rings.changed().await.is_err() {
            // The bell is gone and will never ring again; whoever waits polls as well.
            return future::pending().await;
        }
        let rings = self.rings.borrow_and_update();
        let rung = rings.since(self.heard);
        self.heard = rings.count();
        rung
    }
}

/// Settings of every connection; each new one is told to `connected`.
fn watched(options: ConnectOptions, connected: &Arc<Notify>) -> ConnectOptions {
    let connected = Arc::clone(connected);
    options
        .name("khen")
        .ping_interval(PULSE)
        .custom_inbox_prefix(keeper::ANSWERS)
        // Listeners of this process have heard its rings already.
        .no_echo()
        .event_callback(move |event| {
            if matches!(event, Event::Connected) {
                connected.notify_one();
            } else if matches!(event, Event::Disconnected) {
                warn!("the doorbell's server is lost; it is looked for, and followers poll");
            }
            future::ready(())
        })
}

/// Whether a person must act; everything else may be over the next time.
fn is_refusal(kind: ConnectErrorKind) -> bool {
    matches!(
        kind,
        ConnectErrorKind::ServerParse
            | ConnectErrorKind::Authentication
            | ConnectErrorKind::AuthorizationViolation
    )
}
