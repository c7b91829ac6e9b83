//! The doorbell: a hint which ledger has grown. It carries nothing of what was recorded.

use std::collections::{BTreeMap, BTreeSet};

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
    /// Resolves at the next ring of any ledger; at once if there was one since the last call. Says
    /// whose rings there were, so that whoever follows thousands of ledgers looks at those alone.
    async fn wait(&mut self) -> Rung;
}

/// Whose rings an ear has heard. A hint: what it names may not have grown, and a ring that was lost is
/// not named.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Rung {
    /// Those of these ledgers.
    Of(BTreeSet<LedgerId>),
    /// Nobody knows whose.
    Unknown,
}

/// What a bell remembers of its rings: who has heard so many asks which ledgers were rung for since.
#[derive(Debug, Default)]
pub struct Rings {
    count: u64,
    /// At which ring each of them was last rung for.
    lately: BTreeMap<LedgerId, u64>,
    /// Up to this ring it is forgotten whose they were.
    unknown_until: u64,
}

impl Rings {
    /// Ledgers that are remembered; a listener takes far fewer for a hint worth following.
    pub const LEDGER_COUNT_MAX: usize = 256;

    /// A ring for this ledger.
    pub fn ring(&mut self, ledger: &LedgerId) {
        self.count += 1;
        if let Some(last) = self.lately.get_mut(ledger) {
            *last = self.count;
            return;
        }
        if self.lately.len() >= Self::LEDGER_COUNT_MAX {
            self.lately.clear();
            self.unknown_until = self.count - 1;
        }
        self.lately.insert(ledger.clone(), self.count);
    }

    /// A ring for whatever may have been rung for unheard.
    pub fn ring_for_all(&mut self) {
        self.count += 1;
        self.lately.clear();
        self.unknown_until = self.count;
    }

    /// How many rings there were.
    #[must_use]
    pub fn count(&self) -> u64 {
        self.count
    }

    /// Whose rings there were after the first `count`.
    #[must_use]
    pub fn since(&self, count: u64) -> Rung {
        if count < self.unknown_until {
            return Rung::Unknown;
        }
        let rung = self.lately.iter().filter(|(_, last)| **last > count);
        Rung::Of(rung.map(|(ledger, _)| ledger.clone()).collect())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ledger(number: usize) -> LedgerId {
        LedgerId::parse(&format!("office-{number}")).expect("it is a slug")
    }

    fn of(numbers: &[usize]) -> Rung {
        Rung::Of(numbers.iter().copied().map(ledger).collect())
    }

    #[test]
    fn an_ear_hears_whose_rings_there_were_since_it_last_heard_any() {
        let mut rings = Rings::default();
        rings.ring(&ledger(1));
        let heard = rings.count();
        rings.ring(&ledger(2));
        rings.ring(&ledger(3));
        rings.ring(&ledger(2));
        assert_eq!(rings.since(0), of(&[1, 2, 3]));
        assert_eq!(rings.since(heard), of(&[2, 3]));
        assert_eq!(rings.since(rings.count()), of(&[]));
    }

    #[test]
    fn rings_that_may_have_been_missed_are_of_nobody_knows_whom() {
        let mut rings = Rings::default();
        rings.ring(&ledger(1));
        let heard = rings.count();
        rings.ring_for_all();
        let again = rings.count();
        rings.ring(&ledger(2));
        assert_eq!(rings.since(heard), Rung::Unknown);
        assert_eq!(rings.since(again), of(&[2]));
    }

    #[test]
    fn of_more_ledgers_than_are_remembered_none_is_left_out() {
        let mut rings = Rings::default();
        for number in 0..=Rings::LEDGER_COUNT_MAX {
            rings.ring(&ledger(number));
        }
        let last = Rings::LEDGER_COUNT_MAX;
        assert_eq!(rings.since(0), Rung::Unknown);
        assert_eq!(rings.since(last as u64 - 1), Rung::Unknown);
        assert_eq!(rings.since(last as u64), of(&[last]));
    }

    #[test]
    fn a_burst_for_one_ledger_is_remembered_as_one() {
        let mut rings = Rings::default();
        for _ in 0..100_000 {
            rings.ring(&ledger(7));
        }
        assert_eq!(rings.since(0), of(&[7]));
    }
}
