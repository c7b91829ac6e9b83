//! What a later decision needs to know of a number register.

use std::collections::BTreeMap;

use jiff::civil::Date;
use serde::Serialize;

use crate::{DecisionId, decision::NumberSource};

/// The situation of the register of one issuer, series and year.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum State {
    /// No number is given yet.
    #[default]
    Absent,
    /// Numbers are given.
    Open(Register),
    /// Awards are entered, as many as this: the register of awards is dense.
    Awards(u32),
}

/// The numbers of a series, each given for ever, voided ones included (INV-28).
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Register {
    /// Whose numbers they are.
    pub source: NumberSource,
    /// Every number that was ever given.
    pub given: BTreeMap<u32, Given>,
}

/// One number.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Given {
    /// The decision that bears it, or bore it.
    pub decision: DecisionId,
    /// Its date.
    pub date: Date,
    /// Whether it is voided.
    pub is_voided: bool,
}

impl Register {
    pub(super) fn new(source: NumberSource) -> Self {
        Self {
            source,
            given: BTreeMap::new(),
        }
    }
}

impl State {
    /// How many awards are entered; the last bears this number.
    #[must_use]
    pub fn award_count(&self) -> u32 {
        match self {
            Self::Absent | Self::Open(_) => 0,
            Self::Awards(count) => *count,
        }
    }

    /// Whose numbers they are, once the first is given.
    #[must_use]
    pub fn source(&self) -> Option<NumberSource> {
        match self {
            Self::Absent | Self::Awards(_) => None,
            Self::Open(register) => Some(register.source),
        }
    }

    /// Every number that was ever given, in order.
    pub fn given(&self) -> impl Iterator<Item = (u32, &Given)> {
        let register = match self {
            Self::Absent | Self::Awards(_) => None,
            Self::Open(register) => Some(register),
        };
        let given = register.into_iter().flat_map(|register| &register.given);
        given.map(|(number, given)| (*number, given))
    }

    /// The decision to which this number was given, voided or not.
    #[must_use]
    pub fn bearer(&self, number: u32) -> Option<&DecisionId> {
        match self {
            Self::Absent | Self::Awards(_) => None,
            Self::Open(register) => register.given.get(&number).map(|given| &given.decision),
        }
    }

    /// The number that comes next in a dense series; the first of a year is 1.
    #[must_use]
    pub fn next(&self) -> u32 {
        let last = self.given().last();
        last.map_or(1, |(last, _)| last.saturating_add(1))
    }

    /// Whether this number on this day would stand before an earlier day or behind a later one.
    /// Voided numbers do not count: their dates may have been the mistake.
    #[must_use]
    pub fn is_out_of_order(&self, number: u32, date: Date) -> bool {
        let mut borne = self.given().filter(|(_, given)| !given.is_voided);
        borne.any(|(other, given)| {
            (other < number && given.date > date) || (other > number && given.date < date)
        })
    }
}
