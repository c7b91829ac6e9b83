//! Checks of the law beside the plan's criteria (4.6, L1 to L5).
//!
//! A reviewer may find on them, and a rejection may rest on them (INV-13). Two ask for an answer
//! before anything passes: an award of the same year (L3), and a unit that is no more (L4). Holds
//! (L2) stand in streams of their own; what a leader's own unit has done (L6) is a warning on pages.

use jiff::civil::Date;

use super::{Grounds, Refusal, facts::Facts, shared};
use crate::{
    CriterionCode, Finding, NominationId, NomineeKind, UnitId, World,
    nomination::{Assessed, Case},
};

/// Scope, other awards, existence of the unit, window of achievement.
const CHECKS: [&str; 4] = ["L1", "L3", "L4", "L5"];
const OTHER_AWARDS: &str = "L3";
const UNIT_EXISTS: &str = "L4";

/// Whether this is the code of a check of the law.
pub(super) fn is_check(code: &CriterionCode) -> bool {
    CHECKS.contains(&code.as_str())
}

/// What is found on checks of the law.
pub(super) fn found(case: &Case) -> impl Iterator<Item = (&CriterionCode, &Assessed)> {
    let findings = case.findings.iter();
    findings.filter(|(code, _)| is_check(code))
}

/// Refuses a finding that what is known does not bear out.
pub(super) fn bear_out(
    world: &World,
    day: Date,
    nomination: &NominationId,
    case: &Case,
    (code, value): (&CriterionCode, Finding),
) -> Result<(), Refusal> {
    let claims_met = match value {
        Finding::Pending => return Ok(()),
        Finding::NotApplicable => {
            return Err(Refusal::InterpretationNeeded {
                nomination: nomination.clone(),
                criterion: code.clone(),
            });
        }
        Finding::Met => true,
        Finding::NotMet => false,
    };
    let exists = unit_exists(world, case, day);
    if code.as_str() != UNIT_EXISTS || claims_met == exists {
        return Ok(());
    }
    Err(Refusal::FindingContradictsFacts {
        nomination: nomination.clone(),
        criterion: code.clone(),
        facts: Grounds::UnitExists { exists },
    })
}

/// An award of the same year of achievement asks the reviewer for an answer, and so does the report of
/// the own collective (L3, E09, E10).
pub(super) fn must_be_answered(
    world: &World,
    facts: &Facts<'_>,
    nomination: &NominationId,
    case: &Case,
) -> Result<(), Refusal> {
    let awards = facts.past_award_count();
    let is_answered = found(case).any(|(code, _)| code.as_str() == OTHER_AWARDS);
    if awards > 0 && !is_answered {
        return Err(Refusal::PastAwardsUnanswered {
            nomination: nomination.clone(),
            awards,
        });
    }
    shared::must_be_answered(world, nomination, case, is_answered)
}

/// A collective is a unit that exists (L4).
pub(crate) fn must_exist(
    world: &World,
    day: Date,
    nomination: &NominationId,
    case: &Case,
) -> Result<(), Refusal> {
    if unit_exists(world, case, day) {
        return Ok(());
    }
    Err(Refusal::UnitDissolved {
        nomination: nomination.clone(),
        unit: case.unit.clone(),
    })
}

/// Individuals go on when their unit ends (E40).
fn unit_exists(world: &World, case: &Case, day: Date) -> bool {
    match case.kind {
        NomineeKind::Individual => true,
        NomineeKind::Collective => is_in_force(world, &case.unit, day),
    }
}

fn is_in_force(world: &World, unit: &UnitId, day: Date) -> bool {
    let unit = world.unit(unit).unit();
    unit.is_some_and(|unit| unit.validity.contains(day))
}
