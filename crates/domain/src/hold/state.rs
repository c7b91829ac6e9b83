//! What a later decision needs to know of holds.

use std::collections::BTreeMap;

use jiff::civil::Date;
use serde::Serialize;

use crate::{
    PersonId, SourceDocument,
    hold::{HoldGround, HoldOutcome},
};

/// All holds of a subject, by their number; before the first there are none.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
pub struct State {
    /// The holds.
    pub holds: BTreeMap<u32, Hold>,
}

/// One hold.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Hold {
    /// Why.
    pub ground: HoldGround,
    /// Who verifies.
    pub verifying_body: String,
    /// The document that says so.
    pub document: SourceDocument,
    /// By when it is looked at again.
    pub review_by: Date,
    /// Who asked to lift it, and how the verification ended.
    pub lift_requested: Option<(PersonId, HoldOutcome)>,
    /// How it ended, once it is lifted.
    pub lifted: Option<HoldOutcome>,
}

impl State {
    /// The first hold that is in force.
    #[must_use]
    pub fn active(&self) -> Option<(u32, &Hold)> {
        let mut all = self.holds.iter();
        all.find(|(_, hold)| hold.lifted.is_none())
            .map(|(number, hold)| (*number, hold))
    }

    /// How a hold ended; `None` while it is in force, or was never placed.
    #[must_use]
    pub fn ended(&self, number: u32) -> Option<HoldOutcome> {
        self.holds.get(&number).and_then(|hold| hold.lifted)
    }

    /// The number that the next hold bears.
    #[must_use]
    pub fn next(&self) -> u32 {
        self.holds.last_key_value().map_or(1, |(last, _)| last + 1)
    }
}
