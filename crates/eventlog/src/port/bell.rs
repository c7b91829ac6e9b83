//! The doorbell: a hint that a ledger has grown. It carries no data.

use async_trait::async_trait;

use crate::LedgerId;

/// Wakes followers. A lost ring only delays: whoever waits polls as well.
pub trait Doorbell: Send + Sync {
    /// Says that this ledger has grown. Never waits and never fails.
    fn ring(&self, ledger: &LedgerId);

    /// An ear that hears every ring from now on.
    fn listen(&self) -> Box<dyn Listener>;
}

/// One follower's ear.
#[async_trait]
pub trait Listener: Send {
    /// Resolves at the next ring of any ledger; at once if there was one since the last call.
    async fn wait(&mut self);
}
