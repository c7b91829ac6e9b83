//! Holds a fair share of the partitions, for as long as this process lives.

use std::{sync::Arc, time::Duration};

use tokio::time::{sleep, timeout};
use tokio_util::sync::CancellationToken;
use tracing::warn;

use crate::{Holdings, limits::LEASE_MARGIN_DIVISOR, sink::chain};
use khen_eventlog::{Leases, OfficeError, limits::PARTITION_COUNT};

/// What a keeper of leases is made of.
pub struct LeaseKeeperParts {
    /// Where partitions are lent.
    pub leases: Arc<dyn Leases>,
    /// The name of this process; no other process, past or present, has had it.
    pub holder: String,
    /// How long a lease lasts unless it is renewed.
    pub term: Duration,
    /// How often it is renewed: several times in a term.
    pub beat: Duration,
}

/// Takes partitions, renews them, and gives back what is more than a fair share: of `n` processes at
/// work, none holds more than the `n`th part, rounded up.
///
/// What was not renewed is over here before it is over in the store: the term is counted from before
/// the store was asked, less a sixth, by a clock that nobody can set. Should a process sleep through
/// even that, the epochs that its writes carry are refused.
pub struct LeaseKeeper {
    parts: LeaseKeeperParts,
    holdings: Holdings,
}

impl LeaseKeeper {
    /// A keeper that holds nothing yet.
    #[must_use]
    pub fn new(parts: LeaseKeeperParts) -> Self {
        Self {
            parts,
            holdings: Holdings::none(),
        }
    }

    /// What it holds.
    #[must_use]
    pub fn holdings(&self) -> Holdings {
        self.holdings.clone()
    }

    /// Holds a share until `stop`, then gives everything back. Those who work under the holdings are
    /// stopped first, so that what they have in hand is finished by then.
    pub async fn run(&self, stop: &CancellationToken) {
        while !stop.is_cancelled() {
            // An answer later than the term is no answer.
            match timeout(self.parts.term, self.beat()).await {
                Ok(Ok(())) => {}
                Ok(Err(failure)) => warn!(reason = chain(&failure), "Could not renew leases"),
                Err(_) => warn!("Leases were not renewed in time"),
            }
            tokio::select! {
                () = stop.cancelled() => {}
                () = sleep(self.parts.beat) => {}
            }
        }
        if let Err(failure) = self.leave().await {
            warn!(
                reason = chain(&failure),
                "Could not give leases back: they will expire"
            );
        }
    }

    /// Renews once, and takes or gives back what the share asks for.
    ///
    /// # Errors
    /// [`OfficeError`]; what was renewed before it is held.
    pub async fn beat(&self) -> Result<(), OfficeError> {
        let LeaseKeeperParts {
            leases,
            holder,
            term,
            ..
        } = &self.parts;
        let margin = *term / LEASE_MARGIN_DIVISOR;
        let until = self.holdings.now() + term.saturating_sub(margin);
        let mut held = leases.renew(holder, *term).await?;
        self.holdings.replace(&held, until);
        let share = share(leases.holders().await?.len());
        if let Some(missing) = share.checked_sub(held.len()).filter(|count| *count > 0) {
            held.extend(leases.take_free(holder, *term, missing).await?);
            self.holdings.replace(&held, until);
        } else if held.len() > share {
            let surplus = held.split_off(share);
            // Nothing new is begun there from now on; what is in hand carries the older epoch.
            self.holdings.replace(&held, until);
            leases.give_back(holder, &surplus).await?;
        }
        Ok(())
    }

    /// Gives everything back.
    ///
    /// # Errors
    /// [`OfficeError`]; nothing is held here all the same.
    pub async fn leave(&self) -> Result<(), OfficeError> {
        self.holdings.replace(&[], Duration::ZERO);
        self.parts.leases.leave(&self.parts.holder).await
    }
}

/// Partitions that one of so many may hold.
fn share(holder_count: usize) -> usize {
    usize::from(PARTITION_COUNT).div_ceil(holder_count.max(1))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shares_cover_every_partition() {
        assert_eq!([0, 1, 2, 3, 64, 65].map(share), [64, 64, 32, 22, 1, 1]);
        for count in 1..100 {
            assert!(share(count) * count >= usize::from(PARTITION_COUNT));
        }
    }
}
