//! Which ledgers somebody outside subscribes to.

use std::collections::BTreeSet;

use khen_eventlog::LedgerId;

/// The ledgers that have a subscriber.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Subscribed {
    /// Every ledger, those to come among them.
    All,
    /// These.
    These(BTreeSet<LedgerId>),
}

impl Subscribed {
    /// Whether somebody subscribes to this ledger.
    #[must_use]
    pub fn contains(&self, ledger: &LedgerId) -> bool {
        match self {
            Self::All => true,
            Self::These(ledgers) => ledgers.contains(ledger),
        }
    }
}
