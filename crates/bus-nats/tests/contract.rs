//! Runs the contract against bells on a real NATS server.

use std::{
    future::{Ready, ready},
    ops::Deref,
    sync::Arc,
};

use tempfile::TempDir;

use khen_ambient::SystemClock;
use khen_bus_nats::NatsBell;
use khen_store_sqlite::SqliteLedger;
use khen_testbed::NatsServer;

/// Something with what must live as long.
struct With<T, U>(T, U);

impl<T, U> Deref for With<T, U> {
    type Target = T;

    fn deref(&self) -> &T {
        &self.0
    }
}

async fn bell_on(server: &NatsServer) -> NatsBell {
    let bell = NatsBell::connect(&server.url(), None).await;
    bell.expect("the bell hangs")
}

async fn fresh_bell() -> With<NatsBell, NatsServer> {
    let server = NatsServer::start();
    With(bell_on(&server).await, server)
}

/// Two bells with a connection each, as two processes have them.
async fn fresh_pair() -> (Arc<NatsBell>, Arc<NatsBell>, NatsServer) {
    let server = NatsServer::start();
    let (here, there) = (bell_on(&server).await, bell_on(&server).await);
    (Arc::new(here), Arc::new(there), server)
}

fn fresh_ledger() -> Ready<With<SqliteLedger, TempDir>> {
    let folder = tempfile::tempdir().expect("there is a temporary folder");
    let ledger = SqliteLedger::open(folder.path(), Arc::new(SystemClock));
    ready(With(ledger.expect("a fresh folder opens"), folder))
}

khen_contract::doorbell_contract!(fresh_bell(), fresh_ledger(), fresh_pair());
