//! What a later decision needs to know of the reward fund.

use std::collections::BTreeMap;

use serde::Serialize;

use crate::{DecisionId, Dong, fund::AfterYearEnd};

/// The fund of a budget year.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
pub struct State {
    /// What came in, credit by credit.
    pub credits: Vec<Dong>,
    /// What becomes of commitments after the end of the year.
    pub after_year_end: AfterYearEnd,
    /// What is set aside, paid or not.
    pub committed: Dong,
    /// What was paid and did not come back.
    pub paid: Dong,
    /// The shortfall recorded last, per decision: needed and available.
    #[serde(serialize_with = "crate::pairs::pairs")]
    pub shortfalls: BTreeMap<DecisionId, (Dong, Dong)>,
}

impl State {
    /// What came in.
    #[must_use]
    pub fn credited(&self) -> Dong {
        Dong(self.credits.iter().map(|one| one.0).sum())
    }

    /// What may still be set aside.
    #[must_use]
    pub fn available(&self) -> Dong {
        Dong(self.credited().0 - self.committed.0)
    }
}
