//! What the tests of the bell stand on.

use std::time::Duration;

use tokio::time::timeout;

use khen_bus_nats::NatsBell;
use khen_eventlog::{LedgerId, Listener};
use khen_testbed::NatsServer;

/// Long enough for any bell that works; a test that passes never waits so long.
const PATIENCE: Duration = Duration::from_mins(1);

pub(crate) fn ledger(slug: &str) -> LedgerId {
    LedgerId::parse(slug).expect("it is a slug")
}

pub(crate) async fn bell_on(server: &NatsServer) -> NatsBell {
    let bell = NatsBell::connect(&server.url(), None).await;
    bell.expect("the bell hangs")
}

pub(crate) async fn heard(listener: &mut dyn Listener) {
    let heard = timeout(PATIENCE, listener.wait()).await;
    heard.expect("the ring is heard");
}
