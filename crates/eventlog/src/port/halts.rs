//! Ledgers that take nothing more, because they are not what was signed for.

use std::{
    collections::BTreeMap,
    sync::{Arc, PoisonError, RwLock},
};

use async_trait::async_trait;
use jiff::Timestamp;

use crate::{LedgerId, OfficeError, Position};

/// A ledger that is halted: its log does not go on from what was signed or witnessed, so nothing more
/// is recorded in it and nothing is exported.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HaltRecord {
    /// The ledger; others go on.
    pub ledger: LedgerId,
    /// How many events were signed for, or known to a witness, when it was noticed.
    pub witnessed: Position,
    /// What was noticed.
    pub reason: String,
    /// When it was noticed.
    pub since: Timestamp,
}

/// Keeps the halts, one for each ledger, where every process can see them.
#[async_trait]
pub trait HaltBook: Send + Sync {
    /// Keeps a halt, unless the ledger is halted already: the first one stands.
    ///
    /// # Errors
    /// [`OfficeError`].
    async fn keep_halt(&self, halt: &HaltRecord) -> Result<(), OfficeError>;

    /// Lifts the halt of a ledger, if there is one.
    ///
    /// # Errors
    /// [`OfficeError`].
    async fn lift_halt(&self, ledger: &LedgerId) -> Result<(), OfficeError>;

    /// All halts, by ledger.
    ///
    /// # Errors
    /// [`OfficeError`].
    async fn halts(&self) -> Result<Vec<HaltRecord>, OfficeError>;
}

/// The halts that one process knows of, for whoever must ask without waiting. Clones see the same.
#[derive(Debug, Clone, Default)]
pub struct Halts(Arc<RwLock<BTreeMap<LedgerId, HaltRecord>>>);

impl Halts {
    /// The halt of this ledger, or `None` while it may go on.
    #[must_use]
    pub fn halt(&self, ledger: &LedgerId) -> Option<HaltRecord> {
        let halts = self.0.read().unwrap_or_else(PoisonError::into_inner);
        halts.get(ledger).cloned()
    }

    /// All of them, by ledger.
    #[must_use]
    pub fn all(&self) -> Vec<HaltRecord> {
        let halts = self.0.read().unwrap_or_else(PoisonError::into_inner);
        halts.values().cloned().collect()
    }

    /// One more; the first of a ledger stands. Says whether it is new.
    pub fn put(&self, halt: HaltRecord) -> bool {
        let mut halts = self.0.write().unwrap_or_else(PoisonError::into_inner);
        let is_new = !halts.contains_key(&halt.ledger);
        halts.entry(halt.ledger.clone()).or_insert(halt);
        is_new
    }

    /// These and no others.
    pub fn replace(&self, halts: impl IntoIterator<Item = HaltRecord>) {
        let halts = halts.into_iter();
        let halts = halts.map(|halt| (halt.ledger.clone(), halt)).collect();
        *self.0.write().unwrap_or_else(PoisonError::into_inner) = halts;
    }
}
