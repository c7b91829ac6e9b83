//! When the clock of a review stands still (4.6, 4.10).

use super::{criteria, facts::Facts};
use crate::{
    Finding,
    campaign::Active,
    fact,
    nomination::{Case, Gate},
};

/// Whether a case under review waits for nothing but facts that the authority itself has not made
/// final: its term does not run then (4.6). `unit` is what is known of the nominating unit within
/// the year of achievement, `own` what is known of the nominee.
///
/// A criterion that is found not met ends the waiting: the reviewer can recommend to reject.
#[must_use]
pub fn awaits_late_evidence(
    case: &Case,
    campaign: &Active,
    unit: &fact::State,
    own: &fact::State,
) -> bool {
    if case.gate != Gate::UnderReview {
        return false;
    }
    let facts = Facts::within(campaign.plan.year, unit, own);
    let mut is_waiting = false;
    for criterion in criteria(campaign, case) {
        let assessed = case.findings.get(&criterion.code);
        match assessed.map(|assessed| assessed.value) {
            Some(Finding::Met) => {}
            Some(Finding::NotMet) => return false,
            Some(Finding::Pending | Finding::NotApplicable) | None => {
                if !facts.are_awaited(criterion.check) {
                    return false;
                }
                is_waiting = true;
            }
        }
    }
    is_waiting
}
