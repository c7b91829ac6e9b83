//! In-process locks per stream: fairness, not correctness.

use std::{
    collections::{BTreeSet, HashMap},
    sync::{Arc, Mutex, PoisonError, Weak},
};

use tokio::sync::{Mutex as Queue, OwnedMutexGuard};

use khen_domain::StreamKey;
use khen_eventlog::LedgerId;

type Queues = HashMap<(LedgerId, StreamKey), Weak<Queue<()>>>;

/// Queues at streams. A queue lives as long as somebody stands in it.
#[derive(Debug, Default)]
pub(crate) struct Locks {
    queues: Mutex<Queues>,
}

impl Locks {
    /// Waits for all of these streams, in the order of their names, so that nobody waits in a ring.
    pub(crate) async fn hold(
        &self,
        ledger: &LedgerId,
        streams: &BTreeSet<StreamKey>,
    ) -> Vec<OwnedMutexGuard<()>> {
        let mut held = Vec::with_capacity(streams.len());
        for stream in streams {
            held.push(self.queue(ledger, stream).lock_owned().await);
        }
        held
    }

    fn queue(&self, ledger: &LedgerId, stream: &StreamKey) -> Arc<Queue<()>> {
        let mut queues = self.queues.lock().unwrap_or_else(PoisonError::into_inner);
        let key = (ledger.clone(), stream.clone());
        if let Some(queue) = queues.get(&key).and_then(Weak::upgrade) {
            return queue;
        }
        // Queues that nobody stands in are swept whenever the table reaches a power of two, so that
        // it does not grow with every stream that was ever written.
        if queues.len().is_power_of_two() {
            queues.retain(|_, queue| queue.strong_count() > 0);
        }
        let queue = Arc::new(Queue::new(()));
        queues.insert(key, Arc::downgrade(&queue));
        queue
    }
}
