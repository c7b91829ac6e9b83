//! The second pair of eyes: `confirm_reviews`.

use jiff::civil::Date;

use super::{
    Refusal, cited, criteria,
    facts::Facts,
    legal, on, recommend,
    separation::{assigned_reviewer, may_confirm},
};
use crate::{
    Context, CriterionCode, Effect, Finding, NominationId, World,
    campaign::{Active, Check},
    hold, lists,
    nomination::{
        Case, ConfirmReviews, CriterionResult, Event, Gate, Recommendation, Rejection,
        ReviewReason, gates, identity,
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
    hold::must_not_be_held(world, nomination, case)?;
    let day = context.occurred_at.date();
    must_meet_every_criterion(world, day, nomination, case, campaign)?;
    let of_plan = criteria(campaign, case).map(|criterion| &criterion.code);
    let of_law = legal::found(case).map(|(code, _)| code);
    let results = of_plan.chain(of_law).map(|code| CriterionResult {
        code: code.clone(),
        value: Finding::Met,
        evidence: evidence(case, code),
    });
    let event = Event::ReviewPassed {
        criteria_version: campaign.criteria_of(case.criteria_version).version,
        criteria: results.collect(),
    };
    Ok(on(nomination, event))
}

/// Hashes of what proves the finding on a criterion.
fn evidence(case: &Case, criterion: &CriterionCode) -> Vec<String> {
    let assessed = case.findings.get(criterion);
    let proofs = assessed.into_iter().flat_map(|one| &one.evidence);
    proofs.map(|document| document.sha256.clone()).collect()
}

/// Every criterion is found met, the final facts still bear it out, and nothing of the law stands
/// against it (INV-12, L3, L4).
pub(crate) fn must_meet_every_criterion(
    world: &World,
    day: Date,
    nomination: &NominationId,
    case: &Case,
    campaign: &Active,
) -> Result<(), Refusal> {
    recommend::all_met(campaign, nomination, case)?;
    let facts = Facts::of(world, nomination, case, campaign.plan.year)?;
    for criterion in criteria(campaign, case) {
        let assessed = case.findings.get(&criterion.code);
        let number = assessed.and_then(|one| one.interpretation);
        let cited = cited(campaign, nomination, criterion, number)?;
        facts.bear_out(nomination, criterion, Finding::Met, cited)?;
    }
    identity::must_stand_alone(world, nomination, case)?;
    legal::must_be_answered(world, &facts, nomination, case)?;
    legal::must_exist(world, day, nomination, case)
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
        criteria_version: campaign.criteria_of(case.criteria_version).version,
        reason_code: reason_code(campaign, case, &failed),
        criteria: failed,
        reason: rejection.reason.clone(),
    };
    Ok(on(nomination, event))
}

/// A case that its reviewer recommends, before somebody who may confirm and never reviewed it (SD2).
fn reviewed<'w>(
    world: &'w World,
    context: &Context,
    nomination: &NominationId,
    recommendation: Recommendation,
) -> Result<(&'w Case, &'w Active), crate::Refusal> {
    let case = gates::at_gate(world, nomination, Gate::UnderReview)?;
    may_confirm(world, context, nomination, case)?;
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
    let assigned = assigned_reviewer(case);
    let assigned = assigned.and_then(|id| world.assignment(id).assignment());
    let recommended = case.recommended.as_ref().zip(assigned);
    recommended
        .is_some_and(|((given, by), assigned)| *given == recommendation && *by == assigned.person)
}

/// An exclusion weighs most; a check of the law is named where no criterion fails.
fn reason_code(campaign: &Active, case: &Case, failed: &[CriterionCode]) -> ReviewReason {
    let failed: Vec<_> = criteria(campaign, case)
        .filter(|one| failed.contains(&one.code))
        .collect();
    let is_exclusion = |check| check == Check::NoLeaderDisciplined;
    if failed.is_empty() {
        ReviewReason::LegalCheckNotMet
    } else if failed.iter().any(|one| is_exclusion(one.check)) {
        ReviewReason::Excluded
    } else {
        ReviewReason::CriterionNotMet
    }
}
