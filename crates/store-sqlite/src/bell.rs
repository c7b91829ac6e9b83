//! The doorbell within one process.

use std::future;

use async_trait::async_trait;
use tokio::sync::watch;

use khen_eventlog::{Doorbell, LedgerId, Listener};

/// A doorbell heard in this process only. Clones are the same bell.
///
/// It counts its rings; an ear that has seen a lower count has something to hear. Rings that come
/// closer than an ear listens are heard as one.
#[derive(Debug, Clone)]
pub struct LocalBell(watch::Sender<u64>);

impl Default for LocalBell {
    fn default() -> Self {
        Self(watch::Sender::new(0))
    }
}

impl Doorbell for LocalBell {
    fn ring(&self, _ledger: &LedgerId) {
        self.0.send_modify(|rings| *rings = rings.wrapping_add(1));
    }

    fn listen(&self) -> Box<dyn Listener> {
        Box::new(Ear(self.0.subscribe()))
    }
}

struct Ear(watch::Receiver<u64>);

#[async_trait]
impl Listener for Ear {
    async fn wait(&mut self) {
        if self.0.changed().await.is_err() {
            // The bell is gone and will never ring again; whoever waits polls as well.
            future::pending::<()>().await;
        }
    }
}
