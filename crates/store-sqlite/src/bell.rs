//! The doorbell within one process.

use std::future;

use async_trait::async_trait;
use tokio::sync::watch;

use khen_eventlog::{Doorbell, LedgerId, Listener, Rings, Rung};

/// A doorbell heard in this process only. Clones are the same bell.
///
/// It counts its rings; an ear that has seen a lower count has something to hear. Rings that come
/// closer than an ear listens are heard as one.
#[derive(Debug, Clone, Default)]
pub struct LocalBell(watch::Sender<Rings>);

impl Doorbell for LocalBell {
    fn ring(&self, ledger: &LedgerId) {
        self.0.send_modify(|rings| rings.ring(ledger));
    }

    fn listen(&self) -> Box<dyn Listener> {
        let mut rings = self.0.subscribe();
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
