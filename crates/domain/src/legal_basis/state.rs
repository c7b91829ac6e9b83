//! What a later decision needs to know of an instrument.

use std::collections::BTreeMap;

use jiff::civil::Date;
use serde::Serialize;

use crate::{AwardCoefficients, Dong};

/// The parameters of one instrument.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum State {
    /// Nothing is recorded.
    #[default]
    Absent,
    /// Rules of prize money (mức tiền thưởng).
    Regime(Regime),
    /// A series of base wages, by the first day in force.
    BaseWages(BTreeMap<Date, Dong>),
}

/// Rules of prize money, with their validity.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct Regime {
    /// Coefficients of the base wage and rounding.
    pub coefficients: AwardCoefficients,
    /// First day in force.
    pub valid_from: Date,
    /// Last day in force, if known.
    pub valid_until: Option<Date>,
}

impl Regime {
    /// Whether it is in force on this day.
    #[must_use]
    pub fn is_in_force(&self, date: Date) -> bool {
        self.valid_from <= date && self.valid_until.is_none_or(|last| date <= last)
    }
}

impl State {
    /// The rules of prize money, if the instrument is one.
    #[must_use]
    pub fn regime(&self) -> Option<&Regime> {
        match self {
            Self::Regime(regime) => Some(regime),
            Self::Absent | Self::BaseWages(_) => None,
        }
    }

    /// The base wage in force on this day: each ends where the next begins.
    #[must_use]
    pub fn base_wage_on(&self, date: Date) -> Option<Dong> {
        match self {
            Self::BaseWages(wages) => wages.range(..=date).next_back().map(|(_, wage)| *wage),
            Self::Absent | Self::Regime(_) => None,
        }
    }
}
