//! Which ledgers this process works on.

use std::{collections::BTreeMap, sync::Arc, time::Duration};

use metrics::gauge;
use tokio::sync::watch;

use crate::names;
use khen_ambient::Stopwatch;
use khen_eventlog::{Epoch, Lease, LedgerId, Partition};

/// The partitions that this process holds, and under which epochs. Clones see the same.
#[derive(Debug, Clone)]
pub struct Holdings(Arc<Inner>);

#[derive(Debug)]
struct Inner {
    held: watch::Sender<Held>,
    watch: Stopwatch,
}

#[derive(Debug, Default)]
struct Held {
    epochs: BTreeMap<Partition, Epoch>,
    /// When all of it is over, after the start of the watch; never where nothing is leased.
    until: Option<Duration>,
    /// How often the epochs have changed.
    version: u64,
}

impl Holdings {
    /// Every partition for ever: of a process that shares its ledgers with nobody.
    #[must_use]
    pub fn all() -> Self {
        Self::of(Held {
            epochs: Partition::all().map(|one| (one, Epoch::ALONE)).collect(),
            ..Held::default()
        })
    }

    /// Nothing, until a lease is taken.
    pub(crate) fn none() -> Self {
        Self::of(Held::default())
    }

    fn of(held: Held) -> Self {
        Self(Arc::new(Inner {
            held: watch::Sender::new(held),
            watch: Stopwatch::start(),
        }))
    }

    /// The epoch under which this process may work on `ledger` now, if it may.
    #[must_use]
    pub fn epoch(&self, ledger: &LedgerId) -> Option<Epoch> {
        self.epochs(|epochs| epochs.get(&Partition::of(ledger)).copied())
    }

    /// What is held now, in the order of the partitions.
    #[must_use]
    pub fn leases(&self) -> Vec<Lease> {
        self.epochs(|epochs| {
            let leases = epochs.iter().map(|(partition, epoch)| Lease {
                partition: *partition,
                epoch: *epoch,
            });
            Some(leases.collect())
        })
        .unwrap_or_default()
    }

    /// Lets go of the partition of `ledger`, unless it is held under another epoch by now.
    pub(crate) fn forget(&self, ledger: &LedgerId, epoch: Epoch) {
        let partition = Partition::of(ledger);
        self.change(|held| {
            if held.epochs.get(&partition) == Some(&epoch) {
                held.epochs.remove(&partition);
            }
        });
    }

    /// Holds `leases` and nothing else, until then.
    pub(crate) fn replace(&self, leases: &[Lease], until: Duration) {
        let leases = leases.iter().map(|lease| (lease.partition, lease.epoch));
        self.change(|held| {
            held.epochs = leases.collect();
            held.until = Some(until);
        });
    }

    /// Now, as `until` counts: by a clock that nobody can set.
    pub(crate) fn now(&self) -> Duration {
        self.0.watch.elapsed()
    }

    /// Resolves whenever something was taken or lost.
    pub(crate) async fn changed(&self, since: u64) {
        let mut news = self.0.held.subscribe();
        // The sender lives as long as this answer is waited for.
        let _ = news.wait_for(|held| held.version != since).await;
    }

    /// How often something was taken or lost.
    pub(crate) fn version(&self) -> u64 {
        self.0.held.borrow().version
    }

    /// Whether the time of everything that is held is over.
    pub(crate) fn is_over(&self) -> bool {
        self.epochs(|_| Some(())).is_none()
    }

    fn epochs<T>(&self, read: impl FnOnce(&BTreeMap<Partition, Epoch>) -> Option<T>) -> Option<T> {
        let held = self.0.held.borrow();
        let is_over = held.until.is_some_and(|until| self.now() >= until);
        if is_over { None } else { read(&held.epochs) }
    }

    fn change(&self, change: impl FnOnce(&mut Held)) {
        self.0.held.send_if_modified(|held| {
            let before = held.epochs.clone();
            change(held);
            let is_news = held.epochs != before;
            held.version += u64::from(is_news);
            is_news
        });
        let count = self.0.held.borrow().epochs.len();
        gauge!(names::PARTITIONS_HELD).set(u32::try_from(count).unwrap_or(u32::MAX));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const LONG: Duration = Duration::from_hours(1);

    fn lease(ledger: &LedgerId, epoch: u64) -> Lease {
        Lease {
            partition: Partition::of(ledger),
            epoch: Epoch(epoch),
        }
    }

    #[test]
    fn what_is_not_renewed_is_over_at_its_time() {
        let (holdings, ledger) = (Holdings::none(), LedgerId::parse("hon-quan").unwrap());
        let held = [lease(&ledger, 3)];
        holdings.replace(&held, holdings.now() + LONG);
        assert_eq!(holdings.epoch(&ledger), Some(Epoch(3)));
        holdings.replace(&held, holdings.now());
        assert_eq!((holdings.epoch(&ledger), holdings.leases()), (None, vec![]));
    }

    #[test]
    fn only_the_epoch_that_was_lost_is_forgotten() {
        let (holdings, ledger) = (Holdings::none(), LedgerId::parse("hon-quan").unwrap());
        holdings.replace(&[lease(&ledger, 3)], holdings.now() + LONG);
        holdings.forget(&ledger, Epoch(2));
        assert_eq!(holdings.epoch(&ledger), Some(Epoch(3)));
        holdings.forget(&ledger, Epoch(3));
        assert_eq!(holdings.epoch(&ledger), None);
    }

    #[test]
    fn who_is_alone_holds_every_ledger() {
        let ledger = LedgerId::parse("hon-quan").unwrap();
        assert_eq!(Holdings::all().epoch(&ledger), Some(Epoch::ALONE));
    }

    #[test]
    fn a_renewal_of_the_same_is_no_news() {
        let (holdings, ledger) = (Holdings::none(), LedgerId::parse("hon-quan").unwrap());
        let held = [lease(&ledger, 3)];
        let mut versions = Vec::new();
        for _ in 0..2 {
            holdings.replace(&held, holdings.now() + LONG);
            versions.push(holdings.version());
        }
        holdings.replace(&[lease(&ledger, 4)], holdings.now() + LONG);
        versions.push(holdings.version());
        assert_eq!(versions, [1, 1, 2]);
    }
}
