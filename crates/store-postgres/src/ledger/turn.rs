//! Locks that go from one transaction into the next.
//!
//! Processes that share a ledger take turns at its lock, and each pays for its turn: it is woken, reads
//! what the others wrote, and works with cold caches. While a crowd of writers waits, a committer
//! therefore carries its locks over into a few more transactions before it lets others in. A session's
//! lock bridges the moment between the two; before, at and after it the lock of a transaction is held, so
//! that a committer which stalls inside its turn is ended by the server, as inside any transaction.

use super::{
    batch::{Wanted, ledgers},
    memory::Memory,
};
use crate::limits::{TURN_APPEND_COUNT_MIN, TURN_BATCH_COUNT_MAX};
use khen_eventlog::seat::LedgerNo;

/// The locks of a transaction that has begun, and of how many before it.
#[derive(Debug, Clone)]
pub(super) struct Turn {
    /// The ledgers whose locks are held, in ascending order.
    ledgers: Vec<i64>,
    /// Batches that were committed under these locks.
    batch_count: usize,
}

impl Turn {
    /// Whether these appends can go into the transaction. Locks are taken in ascending order, so none
    /// can be added.
    pub(super) fn covers(&self, wanted: &[Wanted<'_>]) -> bool {
        let mut wanted = wanted.iter();
        wanted.all(|one| self.ledgers.binary_search(&one.ledger.0).is_ok())
    }

    /// The turn that the locks of this batch go on to: only where others wait for their own turn, and
    /// a crowd is at hand that will come again in a moment.
    pub(super) fn after(
        turn: Option<Self>,
        wanted: &[Wanted<'_>],
        memory: &Memory,
    ) -> Option<Self> {
        let turn = turn.unwrap_or_else(|| Self {
            ledgers: ledgers(wanted),
            batch_count: 0,
        });
        let is_shared = |ledger: &i64| memory.is_shared(LedgerNo(*ledger));
        let goes_on = turn.batch_count + 1 < TURN_BATCH_COUNT_MAX
            && wanted.len() >= TURN_APPEND_COUNT_MIN
            && turn.ledgers.iter().any(is_shared);
        goes_on.then(|| Self {
            batch_count: turn.batch_count + 1,
            ..turn
        })
    }

    /// Commits, and begins the next transaction with the same locks. It is one message, which the server
    /// has whole or not at all: a line that breaks leaves no lock of a session behind.
    pub(super) fn commit(&self) -> String {
        let ledgers: Vec<String> = self.ledgers.iter().map(ToString::to_string).collect();
        let ledgers = ledgers.join(",");
        // Numbers of ours, not values of anybody: a message that is one cannot bind any.
        format!(
            "EXECUTE keep_locks('{{{ledgers}}}'); COMMIT; BEGIN; EXECUTE move_locks('{{{ledgers}}}')"
        )
    }
}
