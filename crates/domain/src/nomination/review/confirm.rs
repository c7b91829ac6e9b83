//! The second pair of eyes: `confirm_reviews`.

use super::{Refusal, criteria, facts::Facts, recommend};
use crate::{
    Context, CriterionCode, Effect, Finding, NominationId, StreamKey, UnitId, World,
    campaign::{Active, Check},
    lists,
    nomination::{
        Case, ConfirmReviews, CriterionResult, Event, Gate, Recommendation, Rejection,
        ReviewReason, gates,
    },
    slot::FreedBecause,
};

/// Confirms what the reviewers recommend: passes and rejections in one append (SD2, SD3, INV-12,
/// INV-13).
pub(crate) fn confirm_reviews(
    world: &World,
    context: &Context,
    command: &ConfirmReviews,
) -> Result<Vec<Effect>, crate::Refusal> {
    let rejected = command.reject.iter().map(|rejection| &rejection.nomination);
    let all: Vec<_> = command.pass.iter().chain(rejected).cloned().collect();
    lists::must_be_whole(&all)?;
    let mut effects = Vec::new();
    for nomination in &command.pass {
        let case = gates::case(world, nomination)?;
        if case.gate != Gate::ReviewPassed {
            effects.push(pass(world, context, nomination)?);
        }
    }
    let mut freed = Vec::new();
    for rejection in &command.reject {
        let case = gates::case(world, &rejection.nomination)?;
        if case.gate != Gate::ReviewRejected {
            effects.push(reject(world, context, rejection)?);
            let reason = FreedBecause::ReviewRejected;
            freed.push(gates::slot_freed(
                world,
                &rejection.nomination,
                case,
                reason,
            ));
        }
    }
    effects.append(&mut freed);
    Ok(effects)
}

fn pass(
    world: &World,
    context: &Context,
    nomination: &NominationId,
) -> Result<Effect, crate::Refusal> {
    let (case, campaign) = reviewed(world, context, nomination, Recommendation::Pass)?;
    must_meet_every_criterion(world, nomination, case, campaign)?;
    let results = criteria(campaign, case).map(|criterion| CriterionResult {
        code: criterion.code.clone(),
        value: Finding::Met,
        evidence: evidence(case, &criterion.code),
    });
    let event = Event::ReviewPassed {
        criteria_version: campaign.criteria.version,
        criteria: results.collect(),
    };
    Ok(Effect::new(StreamKey::nomination(nomination), event))
}

/// Hashes of what proves the finding on a criterion.
fn evidence(case: &Case, criterion: &CriterionCode) -> Vec<String> {
    let assessed = case.findings.get(criterion);
    let proofs = assessed.into_iter().flat_map(|one| &one.evidence);
    proofs.map(|document| document.sha256.clone()).collect()
}

/// Every criterion is found met, and the final facts still bear it out (INV-12).
pub(crate) fn must_meet_every_criterion(
    world: &World,
    nomination: &NominationId,
    case: &Case,
    campaign: &Active,
) -> Result<(), Refusal> {
    recommend::all_met(campaign, nomination, case)?;
    let facts = Facts::of(world, nomination, case, campaign.plan.year)?;
    for criterion in criteria(campaign, case) {
        facts.bear_out(nomination, criterion, Finding::Met)?;
    }
    Ok(())
}

/// A rejection rests on the findings alone: nothing that happens later may block it.
fn reject(
    world: &World,
    context: &Context,
    rejection: &Rejection,
) -> Result<Effect, crate::Refusal> {
    let nomination = &rejection.nomination;
    let (case, campaign) = reviewed(world, context, nomination, Recommendation::Reject)?;
    let failed = recommend::some_failed(campaign, nomination, case)?;
    let event = Event::ReviewRejected {
        criteria_version: campaign.criteria.version,
        reason_code: reason_code(campaign, case, &failed),
        criteria: failed,
        reason: rejection.reason.clone(),
    };
    Ok(Effect::new(StreamKey::nomination(nomination), event))
}

/// A case that its reviewer recommends, before somebody of another unit who never reviewed it.
fn reviewed<'w>(
    world: &'w World,
    context: &Context,
    nomination: &NominationId,
    recommendation: Recommendation,
) -> Result<(&'w Case, &'w Active), crate::Refusal> {
    let case = gates::at_gate(world, nomination, Gate::UnderReview)?;
    super::must_be_of_another_unit(&units_of_actor(world, context), nomination, case)?;
    if !is_recommended(world, case, recommendation) {
        let nomination = nomination.clone();
        return Err(Refusal::NotRecommended { nomination }.into());
    }
    if case.reviewers.contains(&context.actor.principal) {
        let nomination = nomination.clone();
        return Err(Refusal::ConfirmerIsReviewer { nomination }.into());
    }
    Ok((case, gates::campaign(world, case)?))
}

/// Whether the assigned reviewer recommends this, not one who was replaced.
fn is_recommended(world: &World, case: &Case, recommendation: Recommendation) -> bool {
    let assigned = case.reviewer.as_ref();
    let assigned = assigned.and_then(|id| world.assignment(id).assignment());
    let recommended = case.recommended.as_ref().zip(assigned);
    recommended
        .is_some_and(|((given, by), assigned)| *given == recommendation && *by == assigned.person)
}

fn units_of_actor(world: &World, context: &Context) -> Vec<UnitId> {
    let person = world.person(&context.actor.principal).person();
    let works_for = person.map(|person| person.unit.clone());
    context
        .actor
        .unit
        .clone()
        .into_iter()
        .chain(works_for)
        .collect()
}

fn reason_code(campaign: &Active, case: &Case, failed: &[CriterionCode]) -> ReviewReason {
    let is_exclusion = |check| check == Check::NoLeaderDisciplined;
    let mut failed = criteria(campaign, case).filter(|one| failed.contains(&one.code));
    if failed.any(|criterion| is_exclusion(criterion.check)) {
        ReviewReason::Excluded
    } else {
        ReviewReason::CriterionNotMet
    }
}
