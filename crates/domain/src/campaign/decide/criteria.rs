//! New criteria by an amendment of the plan, and what they mean for reviewed cases (E51).

use super::{Refusal, must_be_complete, on, selecting};
use crate::{
    CampaignId, Effect, StreamKey, World,
    campaign::{Active, AmendPlan, AmendedCriteria, Event, ReviewedCases, needs},
    nomination::{self, Gate, gates},
};

/// The criteria that the amendment brings; none where the same are in force by the same decision.
pub(super) fn wanted<'c>(
    world: &World,
    active: &Active,
    command: &'c AmendPlan,
) -> Result<Option<&'c AmendedCriteria>, crate::Refusal> {
    let Some(wish) = &command.criteria else {
        return Ok(None);
    };
    if wish.criteria != active.criteria.criteria {
        selecting(world, &command.campaign)?;
        must_be_complete(&wish.criteria)?;
        return Ok(Some(wish));
    }
    if active.reviewed_cases == Some(wish.reviewed_cases) {
        return Ok(None);
    }
    let unchanged = Refusal::CriteriaUnchanged {
        campaign: command.campaign.clone(),
        version: active.criteria.version,
    };
    Err(unchanged.into())
}

/// The next version, and all reviewed cases back under review where they are assessed again.
pub(super) fn in_force(
    world: &World,
    campaign: &CampaignId,
    active: &Active,
    new: &AmendedCriteria,
) -> Result<Vec<Effect>, Refusal> {
    let version = active.criteria.version + 1;
    let published = Event::CriteriaVersionPublished {
        version,
        criteria: new.criteria.clone(),
    };
    let mut effects = vec![on(campaign, published)];
    match new.reviewed_cases {
        ReviewedCases::Keep => {}
        ReviewedCases::Reassess => effects.extend(reassess(world, campaign, version)?),
    }
    Ok(effects)
}

/// All or none: one case beyond the review refuses the decision. What is signed or has ended stands
/// as it was decided.
fn reassess(world: &World, campaign: &CampaignId, version: u32) -> Result<Vec<Effect>, Refusal> {
    let mut effects = Vec::new();
    let mut beyond = Vec::new();
    for nomination in needs::nominations(campaign, world) {
        let case = gates::in_view(world, &nomination);
        let Some(case) = case.filter(|case| case.criteria_version.is_some()) else {
            continue;
        };
        match reach(case.gate) {
            Reach::Over => {}
            Reach::Beyond => beyond.push((nomination, case.gate)),
            Reach::Again(gate_to) => {
                let event = nomination::Event::ReassessmentOrdered {
                    criteria_version: version,
                    gate_to,
                };
                effects.push(Effect::new(StreamKey::nomination(&nomination), event));
            }
        }
    }
    match beyond.first() {
        None => Ok(effects),
        Some((nomination, gate)) => Err(Refusal::BeyondReview {
            nomination: nomination.clone(),
            gate: *gate,
            cases: u32::try_from(beyond.len()).unwrap_or(u32::MAX),
        }),
    }
}

/// Whether a reviewed case can be assessed again.
enum Reach {
    /// It can, and goes on here.
    Again(Gate),
    /// It is on another desk, or has no slot, and would first have to come back.
    Beyond,
    /// It is signed or has ended, or its unit has it again.
    Over,
}

/// From where a review may be opened again (4.5 row 23); an open supplement stays open.
fn reach(gate: Gate) -> Reach {
    match gate {
        Gate::UnderReview | Gate::ReviewPassed | Gate::CouncilDeferred => {
            Reach::Again(Gate::UnderReview)
        }
        Gate::SupplementRequested => Reach::Again(Gate::SupplementRequested),
        Gate::ReviewWaitlisted
        | Gate::CouncilListed
        | Gate::CouncilApproved
        | Gate::CouncilWaitlisted
        | Gate::Presented
        | Gate::ChairmanReturned
        | Gate::ChairmanApproved => Reach::Beyond,
        Gate::Drafted
        | Gate::Proposed
        | Gate::UnitEndorsed
        | Gate::UnitWaitlisted
        | Gate::UnitNotEndorsed
        | Gate::Submitted
        | Gate::Received
        | Gate::ReviewRejected
        | Gate::CouncilRejected
        | Gate::ChairmanDeclined
        | Gate::DecisionSigned
        | Gate::Awarded
        | Gate::Withdrawn
        | Gate::Superseded
        | Gate::Lapsed
        | Gate::AwardRevoked => Reach::Over,
    }
}
