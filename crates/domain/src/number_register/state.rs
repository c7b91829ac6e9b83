//! What a later decision needs to know of a number register.

use std::collections::BTreeMap;

use crate::DecisionId;

/// The situation of the register of one series and year.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub enum State {
    /// No number is given yet.
    #[default]
    Absent,
    /// These numbers are given, each for ever (INV-28).
    Open(BTreeMap<u32, DecisionId>),
}

impl State {
    /// The decision that bears this number.
    #[must_use]
    pub fn bearer(&self, number: u32) -> Option<&DecisionId> {
        match self {
            Self::Absent => None,
            Self::Open(given) => given.get(&number),
        }
    }
}
