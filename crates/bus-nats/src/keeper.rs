//! Keeps the bell in order over connections that come and go.

use std::time::Duration;

use async_nats::{Client, Request, Subscriber};
use futures::StreamExt as _;
use tokio::sync::{Notify, watch};
use tracing::{error, info};

use crate::{TooOld, rope::Rope, version};
use khen_eventlog::{LedgerId, Rings};

/// What every process listens to: the rings for all ledgers.
pub(crate) const ALL_RINGS: &str = "khen.bell.*";
/// What a subject of a ring begins with; the ledger follows.
pub(crate) const RING: &str = "khen.bell.";

/// Where answers to this process arrive; below the rings, so that one permission covers both.
pub(crate) const ANSWERS: &str = "khen.bell.answer";

/// A subject that nobody listens to; one part longer than the rings, so that they do not catch it.
const NOBODY: &str = "khen.bell.nobody.there";

/// How long the server may take to say that nobody listens.
const PATIENCE: Duration = Duration::from_secs(2);

/// Hears the rings of all processes, for as long as the client lives. A subject that names no ledger is
/// rung by somebody else, and may mean any.
pub(crate) async fn hear(mut from_server: Subscriber, rings: &watch::Sender<Rings>) {
    while let Some(message) = from_server.next().await {
        let slug = message.subject.as_str().strip_prefix(RING);
        let ledger = slug.and_then(|slug| LedgerId::parse(slug).ok());
        rings.send_modify(|rings| match &ledger {
            Some(ledger) => rings.ring(ledger),
            None => rings.ring_for_all(),
        });
    }
}

/// Looks at the server after every new connection, and wakes whoever may have missed a ring.
pub(crate) async fn keep(
    client: &Client,
    connected: &Notify,
    rope: &Rope,
    rings: &watch::Sender<Rings>,
) {
    loop {
        connected.notified().await;
        settle(client).await;
        let trusted = check(client);
        rope.trust(trusted.is_ok());
        match trusted {
            Ok(()) => info!("the doorbell is connected"),
            Err(refusal) => error!(
                error = %refusal,
                "the doorbell stays silent; followers hear of new events by polling only"
            ),
        }
        rings.send_modify(Rings::ring_for_all);
    }
}

/// Waits until the server has taken up every subscription of this connection.
///
/// A server reads a connection in order, so it has seen them once it answers anything later. It
/// answers a request without listeners itself. Without an answer, rings may be missed, no more.
pub(crate) async fn settle(client: &Client) {
    let request = Request::new().timeout(Some(PATIENCE));
    let _ = client.send_request(NOBODY, request).await;
}

/// Whether the server at the other end is new enough; one that is not there yet is not.
pub(crate) fn check(client: &Client) -> Result<(), TooOld> {
    let info = client.try_server_info().unwrap_or_default();
    version::check(&info.version)
}
