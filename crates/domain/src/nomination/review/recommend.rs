//! What the reviewer recommends: `recommend_pass`, `recommend_reject`.

use super::{Refusal, criteria, facts::Facts, legal, moved, on, separation::must_be_the_reviewer};
use crate::{
    Context, CriterionCode, Effect, Finding, NominationId, World,
    campaign::Active,
    lists,
    nomination::{Case, Event, Gate, RecommendPass, RecommendReject, Recommendation, gates},
};

/// Recommends to pass what meets every criterion, once awards of the same year are answered
/// and the unit that a nominee went to is heard (INV-12, L3, E06).
pub(crate) fn recommend_pass(
    world: &World,
    context: &Context,
    command: &RecommendPass,
) -> Result<Vec<Effect>, crate::Refusal> {
    recommend(world, context, &command.nominations, Recommendation::Pass)
}

/// Recommends to reject what fails at least one criterion or check of the law (INV-13).
pub(crate) fn recommend_reject(
    world: &World,
    context: &Context,
    command: &RecommendReject,
) -> Result<Vec<Effect>, crate::Refusal> {
    recommend(world, context, &command.nominations, Recommendation::Reject)
}

fn recommend(
    world: &World,
    context: &Context,
    nominations: &[NominationId],
    recommendation: Recommendation,
) -> Result<Vec<Effect>, crate::Refusal> {
    lists::must_be_whole(nominations)?;
    let mut effects = Vec::new();
    for nomination in nominations {
        let case = gates::at_gate(world, nomination, Gate::UnderReview)?;
        must_be_the_reviewer(context, nomination, case)?;
        let campaign = gates::campaign(world, case)?;
        let criteria = match recommendation {
            Recommendation::Pass => {
                let facts = Facts::of(world, nomination, case, campaign.plan.year)?;
                legal::must_be_answered(world, &facts, nomination, case)?;
                moved::must_be_heard(world, context.occurred_at.date(), nomination, case)?;
                all_met(campaign, nomination, case)?
            }
            Recommendation::Reject => some_failed(campaign, nomination, case)?,
        };
        let wish = (recommendation, context.actor.principal.clone());
        if case.recommended.as_ref() != Some(&wish) || case.failed_criteria != criteria {
            let event = Event::ReviewRecommended {
                recommendation,
                criteria,
            };
            effects.push(on(nomination, event));
        }
    }
    Ok(effects)
}

/// A recommendation to pass names no criterion, because all are met.
pub(super) fn all_met(
    campaign: &Active,
    nomination: &NominationId,
    case: &Case,
) -> Result<Vec<CriterionCode>, Refusal> {
    let open = found(campaign, case, |finding| finding != Some(Finding::Met));
    if open.is_empty() {
        return Ok(open);
    }
    Err(Refusal::CriteriaNotMet {
        nomination: nomination.clone(),
        criteria: open,
    })
}

/// A recommendation to reject names every criterion and every check of the law that is not met.
pub(super) fn some_failed(
    campaign: &Active,
    nomination: &NominationId,
    case: &Case,
) -> Result<Vec<CriterionCode>, Refusal> {
    let failed = found(campaign, case, |finding| finding == Some(Finding::NotMet));
    if !failed.is_empty() {
        return Ok(failed);
    }
    Err(Refusal::NoCriterionFailed {
        nomination: nomination.clone(),
    })
}

/// The criteria of the plan, found on or not, then the checks of the law that are found on.
fn found(
    campaign: &Active,
    case: &Case,
    is_asked: impl Fn(Option<Finding>) -> bool,
) -> Vec<CriterionCode> {
    let of_plan = criteria(campaign, case).map(|criterion| {
        let assessed = case.findings.get(&criterion.code);
        (&criterion.code, assessed.map(|assessed| assessed.value))
    });
    let of_law = legal::found(case).map(|(code, assessed)| (code, Some(assessed.value)));
    of_plan
        .chain(of_law)
        .filter(|(_, finding)| is_asked(*finding))
        .map(|(code, _)| code.clone())
        .collect()
}
