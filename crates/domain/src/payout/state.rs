//! What a later decision needs to know of prize money.

use jiff::civil::Date;
use serde::Serialize;

use crate::{DecisionId, Dong, InstrumentId, NomineeKind, PersonId, Prize, payout::PayoutStage};

/// The situation of a prize.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum State {
    /// None is due.
    #[default]
    Absent,
    /// There is one.
    Open(Box<Payout>),
}

/// A prize.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Payout {
    /// The decision.
    pub decision: DecisionId,
    /// For whom.
    pub kind: NomineeKind,
    /// The prize rules pinned in the case.
    pub legal_regime: InstrumentId,
    /// The day of the issue.
    pub issued_on: Date,
    /// How far it has come.
    pub stage: PayoutStage,
    /// The prize, once computed.
    pub prize: Option<Prize>,
    /// The fund's year and the person who committed (SD7).
    pub committed: Option<(i16, PersonId)>,
    /// What came back, instalment by instalment.
    pub recovered: Vec<Dong>,
}

impl Payout {
    /// The amount; zero before it is computed.
    #[must_use]
    pub fn amount(&self) -> Dong {
        self.prize.map(|prize| prize.amount).unwrap_or_default()
    }

    /// What came back in all.
    #[must_use]
    pub fn recovered_amount(&self) -> Dong {
        Dong(self.recovered.iter().map(|one| one.0).sum())
    }
}

impl State {
    /// The prize, if there is one.
    #[must_use]
    pub fn payout(&self) -> Option<&Payout> {
        match self {
            Self::Absent => None,
            Self::Open(payout) => Some(payout),
        }
    }
}
