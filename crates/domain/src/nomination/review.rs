//! The review of nominations (thẩm định): who reviews, what is found, what is recommended, and who
//! confirms. Two persons, one version of the criteria, final facts.

mod assign;
mod confirm;
mod facts;
mod findings;
mod recommend;
mod refusal;

pub(crate) use assign::assign_reviewer;
pub(crate) use confirm::{confirm_reviews, must_meet_every_criterion};
pub(in crate::nomination) use facts::needs as fact_needs;
pub(crate) use findings::record_finding;
pub(crate) use recommend::{recommend_pass, recommend_reject};
pub use refusal::{Grounds, Refusal};

use super::Case;
use crate::{
    NominationId, UnitId,
    campaign::{Active, Criterion},
};

/// The criteria for this kind of nominee; all are mandatory.
fn criteria<'c>(campaign: &'c Active, case: &Case) -> impl Iterator<Item = &'c Criterion> {
    let kind = case.kind;
    let all = campaign.criteria.criteria.iter();
    all.filter(move |criterion| criterion.kind == kind)
}

/// Nobody reviews or confirms a nominee of the own unit (SD3).
fn must_be_of_another_unit(
    units: &[UnitId],
    nomination: &NominationId,
    case: &Case,
) -> Result<(), Refusal> {
    if units.contains(&case.unit) {
        return Err(Refusal::OfNomineesUnit {
            nomination: nomination.clone(),
            unit: case.unit.clone(),
        });
    }
    Ok(())
}
