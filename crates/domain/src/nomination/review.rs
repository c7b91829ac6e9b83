//! The review of nominations (thẩm định): who reviews, what is found, what is recommended, and who
//! confirms. Two persons, one version of the criteria, final facts.

mod assign;
mod confirm;
mod facts;
mod findings;
mod legal;
mod moved;
mod opinion;
mod recommend;
mod refusal;
mod regime;
mod reopen;
mod separation;
mod shared;
mod supplement;

pub(crate) use assign::{assign_reviewer, reassign_reviewer};
pub(crate) use confirm::{confirm_reviews, must_meet_every_criterion};
pub(in crate::nomination) use facts::needs as fact_needs;
pub(crate) use findings::record_finding;
pub(crate) use legal::must_exist;
pub(in crate::nomination) use moved::needs as moved_needs;
pub(crate) use opinion::{record_opinion, request_opinion};
pub(crate) use recommend::{recommend_pass, recommend_reject};
pub use refusal::{Grounds, Refusal};
pub(crate) use regime::reassign_legal_regime;
pub(crate) use reopen::{reopen_review, return_to_reviewer};
pub(in crate::nomination) use shared::needs as shared_needs;
pub(crate) use supplement::request_supplement;

use super::{Case, Event};
use crate::{
    Effect, NominationId, StreamKey,
    campaign::{Active, Criterion, Interpretation},
};

/// An event on the nomination's stream.
fn on(nomination: &NominationId, event: Event) -> Effect {
    Effect::new(StreamKey::nomination(nomination), event)
}

/// The interpretation of this criterion that a finding cites.
///
/// # Errors
/// [`Refusal::InterpretationElsewhere`] when there is none of this number, or of another criterion.
fn cited<'c>(
    campaign: &'c Active,
    nomination: &NominationId,
    criterion: &Criterion,
    number: Option<u32>,
) -> Result<Option<&'c Interpretation>, Refusal> {
    let Some(number) = number else {
        return Ok(None);
    };
    let known = campaign.interpretations.get(&number);
    match known.filter(|one| one.criterion == criterion.code) {
        Some(known) => Ok(Some(known)),
        None => Err(Refusal::InterpretationElsewhere {
            nomination: nomination.clone(),
            criterion: criterion.code.clone(),
            number,
        }),
    }
}

/// The criteria for this kind of nominee, of the version that the case goes by; all are mandatory.
fn criteria<'c>(campaign: &'c Active, case: &Case) -> impl Iterator<Item = &'c Criterion> {
    let kind = case.kind;
    let all = campaign.criteria_of(case.criteria_version).criteria.iter();
    all.filter(move |criterion| criterion.kind == kind)
}
