//! Streams that others subscribe to.

mod message;
mod publishing;
mod stream;

use std::{collections::BTreeMap, path::Path, sync::atomic::Ordering, time::Duration};

use async_nats::{
    Client, ConnectOptions,
    connection::State,
    jetstream::{Context, context::ContextBuilder, stream::RawMessageErrorKind},
};
use async_trait::async_trait;
use futures::TryStreamExt as _;
use tracing::warn;

use khen_eventlog::{FanOut, FanOutError, LedgerId, OutgoingEvent, OutgoingMark, Position};

use crate::{BusError, line::PULSE, login::Login, version};

/// Where answers to this process arrive; one permission covers them.
const ANSWERS: &str = "khen.fan_out.answer";

/// How long the server may take to answer. A new stream on a slow disk takes some of it.
const PATIENCE: Duration = Duration::from_secs(5);

/// Carries events into streams of NATS `JetStream`.
///
/// It has a connection of its own, which ends with it: what waits on it never delays a ring.
#[derive(Debug)]
pub struct NatsFanOut {
    client: Client,
    context: Context,
    replicas: usize,
}

impl NatsFanOut {
    /// Connects to the server at `url`, with `credentials`, as [`crate::NatsBell::connect`] does. Each
    /// message is kept by `replicas` servers of its cluster, 1 where there is only one.
    ///
    /// A server that is not there, or lets nobody in, is tried again in the background; until it does, and
    /// while it is too old, everything is [`FanOutError::Unavailable`].
    ///
    /// # Errors
    /// [`BusError`] says what is wrong with the URL or the file of credentials.
    pub async fn connect(
        url: &str,
        credentials: Option<&Path>,
        replicas: usize,
    ) -> Result<Self, BusError> {
        let login = Login::read(url, credentials).await?;
        let options = || login.options().map(named);
        let client = match options()?.connect(&login.servers[..]).await {
            Ok(client) => client,
            Err(error) => {
                warn!(error = %error, "the fan-out's server cannot be reached; it is tried again");
                let patient = options()?.retry_on_initial_connect();
                let client = patient.connect(&login.servers[..]).await;
                client.map_err(BusError::Refused)?
            }
        };
        let context = ContextBuilder::new()
            .timeout(PATIENCE)
            .ack_timeout(PATIENCE)
            .build(client.clone());
        Ok(Self {
            client,
            context,
            replicas,
        })
    }

    /// Nothing is asked of a server that is not there: it would be asked for a whole timeout, once for
    /// each ledger.
    fn must_be_there(&self) -> Result<(), FanOutError> {
        match self.client.connection_state() {
            State::Connected => {
                let info = self.client.try_server_info().unwrap_or_default();
                version::check(&info.version).map_err(unavailable)
            }
            State::Pending | State::Disconnected => Err(unavailable(NotConnected)),
        }
    }
}

/// There is no connection at the moment.
#[derive(Debug, thiserror::Error)]
#[error("the NATS server is not connected; it is looked for")]
struct NotConnected;

#[async_trait]
impl FanOut for NatsFanOut {
    fn connection(&self) -> u64 {
        self.client.statistics().connects.load(Ordering::Relaxed)
    }

    async fn sizes(&self) -> Result<BTreeMap<LedgerId, Position>, FanOutError> {
        self.must_be_there()?;
        let mut streams = self.context.streams();
        let mut sizes = BTreeMap::new();
        while let Some(info) = streams.try_next().await.map_err(unavailable)? {
            if let Some(ledger) = stream::ledger_of(&info.config.name) {
                sizes.insert(ledger, Position(info.state.last_sequence));
            }
        }
        Ok(sizes)
    }

    async fn open(&self, ledger: &LedgerId, profile: &str) -> Result<Position, FanOutError> {
        self.must_be_there()?;
        stream::open(&self.context, ledger, profile, self.replicas).await
    }

    async fn mark(
        &self,
        ledger: &LedgerId,
        position: Position,
    ) -> Result<Option<OutgoingMark>, FanOutError> {
        self.must_be_there()?;
        let name = stream::name_of(ledger);
        let stream = self.context.get_stream_no_info(name).await;
        let stream = stream.map_err(unavailable)?;
        // From the stream's leader: another copy may be behind.
        match stream.get_raw_message(position.next().0).await {
            Ok(found) => Ok(message::mark(&found.headers)),
            Err(failure) if failure.kind() == RawMessageErrorKind::NoMessageFound => Ok(None),
            Err(failure) => Err(unavailable(failure)),
        }
    }

    async fn publish(
        &self,
        ledger: &LedgerId,
        events: &mut (dyn Iterator<Item = OutgoingEvent> + Send),
    ) -> Result<(), FanOutError> {
        self.must_be_there()?;
        publishing::publish(&self.context, ledger, events).await
    }

    async fn tell_checkpoint(&self, ledger: &LedgerId, note: &str) -> Result<(), FanOutError> {
        self.must_be_there()?;
        let subject = message::checkpoint_subject(ledger);
        let headers = message::text_headers();
        let told = self
            .client
            .publish_with_headers(subject, headers, note.to_owned().into());
        told.await.map_err(unavailable)
    }
}

fn named(options: ConnectOptions) -> ConnectOptions {
    options
        .name("khen fan-out")
        .ping_interval(PULSE)
        .custom_inbox_prefix(ANSWERS)
}

fn unavailable(failure: impl std::error::Error + Send + Sync + 'static) -> FanOutError {
    FanOutError::Unavailable(Box::new(failure))
}
