//! Ledgers that take nothing more: because they are not what was signed for, or because an operator says
//! so of all of them.

use std::{
    collections::BTreeMap,
    sync::{Arc, PoisonError, RwLock, RwLockReadGuard},
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

/// A time in which an operator has nothing recorded, in any ledger; reads and exports go on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReadOnlyRecord {
    /// Why, in the operator's words.
    pub reason: String,
    /// Since when.
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

    /// Begins a read-only time, unless there is one already: the first stands. Answers what stands.
    ///
    /// # Errors
    /// [`OfficeError`].
    async fn keep_read_only(&self, record: &ReadOnlyRecord) -> Result<ReadOnlyRecord, OfficeError>;

    /// Ends the read-only time; answers whether there was one.
    ///
    /// # Errors
    /// [`OfficeError`].
    async fn lift_read_only(&self) -> Result<bool, OfficeError>;

    /// The read-only time, or `None`.
    ///
    /// # Errors
    /// [`OfficeError`].
    async fn read_only(&self) -> Result<Option<ReadOnlyRecord>, OfficeError>;
}

/// What keeps this process from recording, as far as it knows, for whoever must ask without waiting.
/// Clones see the same.
#[derive(Debug, Clone, Default)]
pub struct Halts(Arc<RwLock<Known>>);

#[derive(Debug, Default)]
struct Known {
    halts: BTreeMap<LedgerId, HaltRecord>,
    read_only: Option<ReadOnlyRecord>,
}

impl Halts {
    /// The halt of this ledger, or `None` while it may go on.
    #[must_use]
    pub fn halt(&self, ledger: &LedgerId) -> Option<HaltRecord> {
        self.known().halts.get(ledger).cloned()
    }

    /// All of them, by ledger.
    #[must_use]
    pub fn all(&self) -> Vec<HaltRecord> {
        self.known().halts.values().cloned().collect()
    }

    /// The read-only time of the whole office, or `None`.
    #[must_use]
    pub fn read_only(&self) -> Option<ReadOnlyRecord> {
        self.known().read_only.clone()
    }

    /// One more halt; the first of a ledger stands. Says whether it is new.
    pub fn put(&self, halt: HaltRecord) -> bool {
        let mut known = self.0.write().unwrap_or_else(PoisonError::into_inner);
        let is_new = !known.halts.contains_key(&halt.ledger);
        known.halts.entry(halt.ledger.clone()).or_insert(halt);
        is_new
    }

    /// These halts and no others.
    pub fn replace(&self, halts: impl IntoIterator<Item = HaltRecord>) {
        let halts = halts.into_iter();
        let halts = halts.map(|halt| (halt.ledger.clone(), halt)).collect();
        let mut known = self.0.write().unwrap_or_else(PoisonError::into_inner);
        known.halts = halts;
    }

    /// This read-only time, or none.
    pub fn set_read_only(&self, record: Option<ReadOnlyRecord>) {
        let mut known = self.0.write().unwrap_or_else(PoisonError::into_inner);
        known.read_only = record;
    }

    fn known(&self) -> RwLockReadGuard<'_, Known> {
        self.0.read().unwrap_or_else(PoisonError::into_inner)
    }
}
