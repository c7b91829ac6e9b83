//! From a ring to a message: nobody who rings waits for the server.

use std::{
    collections::BTreeSet,
    sync::{
        Mutex, PoisonError,
        atomic::{AtomicBool, Ordering},
    },
    time::Duration,
};

use async_nats::{Client, connection::State};
use tokio::{sync::Notify, time::sleep};

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

    pub(crate) fn trust(&self, is_trusted: bool) {
        self.is_trusted.store(is_trusted, Ordering::Relaxed);
    }

    /// Rings at the server for whatever waits, for as long as the client lives.
    pub(crate) async fn ring_through(&self, client: &Client) {
        loop {
            self.pulled.notified().await;
            let ledgers = std::mem::take(&mut *self.waiting());
            // What cannot be rung now is dropped: at the next connection everybody looks anyway.
            let is_there = client.connection_state() == State::Connected;
            if is_there && self.is_trusted.load(Ordering::Relaxed) {
                for ledger in ledgers {
                    let subject = format!("khen.bell.{}", ledger.as_str());
                    // It fails when the client has ended, and then there is nobody to ring for.
                    let _ = client.publish(subject, "".into()).await;
                }
                let _ = client.flush().await;
            }
            sleep(REST).await;
        }
    }

    fn waiting(&self) -> std::sync::MutexGuard<'_, BTreeSet<LedgerId>> {
        // A set of names is whole at every moment, whoever panicked.
        self.waiting.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
