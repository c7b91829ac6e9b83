//! What a later decision needs to know of slots.

use std::collections::BTreeSet;

use serde::Serialize;

use crate::NominationId;

/// The slots (suất) of a unit or group.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
pub struct State {
    /// How many there are; none before the first allocation.
    pub granted: u32,
    /// How many submissions they may carry at a time: as many, or more where the campaign overbooks.
    pub live_max: u32,
    /// The nominations that hold one.
    pub taken: BTreeSet<NominationId>,
    /// The recorded ranking of the unit or group, best first; empty while there is none.
    pub ranking: Vec<NominationId>,
}

impl State {
    /// How many are taken.
    #[must_use]
    pub fn taken_count(&self) -> u32 {
        u32::try_from(self.taken.len()).unwrap_or(u32::MAX)
    }

    /// How many may still be taken.
    #[must_use]
    pub fn free(&self) -> u32 {
        self.live_max.saturating_sub(self.taken_count())
    }
}
