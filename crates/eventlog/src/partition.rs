//! Shares the ledgers out among those who work on them.

use std::fmt;

use sha2::{Digest, Sha256};

use crate::{LedgerId, limits::PARTITION_COUNT};

/// One of [`PARTITION_COUNT`] shares of all ledgers, counted from 0. A ledger stays in its partition
/// for ever.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Partition(u8);

impl Partition {
    /// The partition of a ledger: the first 8 bytes of SHA-256 over its slug, as a big-endian
    /// number, modulo [`PARTITION_COUNT`].
    #[must_use]
    pub fn of(ledger: &LedgerId) -> Self {
        let digest: [u8; 32] = Sha256::digest(ledger.as_str()).into();
        // The count divides 256, so the last of the 8 bytes alone decides the remainder.
        const { assert!(256 % PARTITION_COUNT as u16 == 0) };
        Self(digest[7] % PARTITION_COUNT)
    }

    /// The partition of this number, or `None` from [`PARTITION_COUNT`] on.
    #[must_use]
    pub fn numbered(number: u64) -> Option<Self> {
        let number = u8::try_from(number).ok()?;
        (number < PARTITION_COUNT).then_some(Self(number))
    }

    /// All of them, in order.
    pub fn all() -> impl Iterator<Item = Self> {
        (0..PARTITION_COUNT).map(Self)
    }

    /// Its number.
    #[must_use]
    pub fn number(self) -> u8 {
        self.0
    }
}

impl fmt::Display for Partition {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Computed apart from this program, with Python's `hashlib`.
    #[test]
    fn a_ledger_has_the_partition_that_its_slug_gives_it() {
        for (slug, number) in [("hon-quan", 4), ("loc-ninh", 49)] {
            let ledger = LedgerId::parse(slug).unwrap();
            assert_eq!(Partition::of(&ledger).number(), number, "{slug}");
        }
    }

    #[test]
    fn there_are_as_many_partitions_as_numbers() {
        assert_eq!(Partition::all().count(), usize::from(PARTITION_COUNT));
        for partition in Partition::all() {
            let number = u64::from(partition.number());
            assert_eq!(Partition::numbered(number), Some(partition));
        }
        assert_eq!(Partition::numbered(u64::from(PARTITION_COUNT)), None);
    }
}
