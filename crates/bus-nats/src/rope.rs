//! From a ring to a message: nobody who rings waits for the server.

use std::{
    collections::BTreeSet,
    sync::{
        Mutex, MutexGuard, PoisonError,
        atomic::{AtomicBool, Ordering},
    },
    time::Duration,
};

use async_nats::{Client, connection::State};
use tokio::{sync::Notify, time::sleep};

use crate::keeper::RING;
use khen_eventlog::LedgerId;

/// How long the rope rests after it was pulled, so that a burst becomes one message per ledger.
const REST: Duration = Duration::from_millis(2);

/// Ledgers that wait to be rung for. It holds each ledger once, so it is never longer than they are.
#[derive(Debug, Default)]
pub(crate) struct Rope {
    waiting: Mutex<BTreeSet<LedgerId>>,
    pulled: Notify,
    /// Whether the server is one that may be rung through.
    is_trusted: AtomicBool,
}

impl Rope {
    pub(crate) fn pull(&self, ledger: &LedgerId) {
        self.waiting().insert(ledger.clone());
        self.pulled.notify_one();
    }

    /// Says whether the server that is connected now may be rung through, and rings for what waits.
    pub(crate) fn trust(&self, is_trusted: bool) {
        self.is_trusted.store(is_trusted, Ordering::Relaxed);
        self.pulled.notify_one();
    }

    /// Rings at the server for whatever waits, for as long as the client lives.
    pub(crate) async fn ring_through(&self, client: &Client) {
        loop {
            self.pulled.notified().await;
            let is_there = client.connection_state() == State::Connected;
            // What cannot be rung now waits for the next server that is trusted.
            if is_there && self.is_trusted.load(Ordering::Relaxed) {
                self.ring_once(client).await;
            }
            sleep(REST).await;
        }
    }

    async fn ring_once(&self, client: &Client) {
        let ledgers = std::mem::take(&mut *self.waiting());
        for ledger in ledgers {
            let subject = format!("{RING}{}", ledger.as_str());
            // It fails when the client has ended, and then there is nobody to ring for.
            let _ = client.publish(subject, "".into()).await;
        }
        let _ = client.flush().await;
    }

    fn waiting(&self) -> MutexGuard<'_, BTreeSet<LedgerId>> {
        // A set of names is whole at every moment, whoever panicked.
        self.waiting.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
