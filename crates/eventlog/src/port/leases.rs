//! Who works on which ledgers.

use std::time::Duration;

use async_trait::async_trait;

use crate::{Epoch, OfficeError, Partition};

/// A partition that is held, and the reign under which it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Lease {
    /// What is held.
    pub partition: Partition,
    /// The reign: later than that of everybody who held the partition before.
    pub epoch: Epoch,
}

/// A process that is at work.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LeaseHolder {
    /// The name that it gave itself.
    pub name: String,
    /// What it holds, in the order of the partitions.
    pub leases: Vec<Lease>,
}

/// Lends partitions, each to one holder at a time and for a term only.
///
/// A holder names itself by a word that no process, past or present, has had. What a term is, and
/// when it is over, is judged by the clock of the store alone. A lease that is over is nobody's, even
/// while nobody else has taken it. A term of zero is over at once.
///
/// A lease does not protect by itself, for its holder may sleep through the end of it: what is
/// written carries its epoch, and is refused after a later one.
#[async_trait]
pub trait Leases: Send + Sync {
    /// Says that `holder` is at work, prolongs what it holds by `term` from now, and answers what
    /// that is, in the order of the partitions.
    ///
    /// # Errors
    /// [`OfficeError`].
    async fn renew(&self, holder: &str, term: Duration) -> Result<Vec<Lease>, OfficeError>;

    /// Takes at most `at_most` partitions that nobody holds, the first ones first, for `term` from
    /// now, and answers with them in order. Each taking raises the epoch of the partition by one.
    ///
    /// # Errors
    /// [`OfficeError`].
    async fn take_free(
        &self,
        holder: &str,
        term: Duration,
        at_most: usize,
    ) -> Result<Vec<Lease>, OfficeError>;

    /// Gives back what `holder` holds of `leases`; what it holds no more is passed over.
    ///
    /// # Errors
    /// [`OfficeError`].
    async fn give_back(&self, holder: &str, leases: &[Lease]) -> Result<(), OfficeError>;

    /// Gives back everything and says that `holder` is at work no more.
    ///
    /// # Errors
    /// [`OfficeError`].
    async fn leave(&self, holder: &str) -> Result<(), OfficeError>;

    /// Those who are at work, in the order of their names, also those who hold nothing.
    ///
    /// # Errors
    /// [`OfficeError`].
    async fn holders(&self) -> Result<Vec<LeaseHolder>, OfficeError>;
}
