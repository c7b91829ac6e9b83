//! New criteria after the launch, and the cases that were assessed by those before (E51).

use super::{must_be_complete, on};
use crate::{
    CampaignId, Effect, NominationId, StreamKey, World,
    campaign::{Active, Event, NewCriteria, Refusal, ReviewedCases, needs},
    nomination::{self, Case, Gate, gates},
};

/// The new version, and what it means for the cases: all keep theirs, or all are assessed anew.
pub(super) fn published(
    world: &World,
    campaign: &CampaignId,
    active: &Active,
    new: &NewCriteria,
) -> Result<Vec<Effect>, crate::Refusal> {
    must_be_complete(&new.criteria)?;
    let version = active.criteria.version + 1;
    let event = Event::CriteriaVersionPublished {
        version,
        criteria: new.criteria.clone(),
        reviewed: Some(new.reviewed),
    };
    let mut effects = vec![on(campaign, event)];
    match new.reviewed {
        ReviewedCases::Keep => {}
        ReviewedCases::Reassess => {
            for nomination in needs::nominations(campaign, world) {
                let case = gates::case(world, &nomination)?;
                effects.extend(assessed_anew(nomination, case, version)?);
            }
        }
    }
    Ok(effects)
}

/// A case on which something was found goes back to its reviewer. What the Council has on its table
/// cannot go back alone, so that nothing does until it is decided or called back; what has ended stays
/// as it ended.
fn assessed_anew(
    nomination: NominationId,
    case: &Case,
    criteria_version: u32,
) -> Result<Option<Effect>, Refusal> {
    if case.findings.is_empty() || (case.gate.is_terminal() && case.gate != Gate::Awarded) {
        return Ok(None);
    }
    let is_in_review = matches!(
        case.gate,
        Gate::UnderReview
            | Gate::SupplementRequested
            | Gate::ReviewPassed
            | Gate::ReviewWaitlisted
            | Gate::CouncilDeferred
    );
    if !is_in_review {
        let gate = case.gate;
        return Err(Refusal::BeyondReview { nomination, gate });
    }
    let gate_to = if case.gate == Gate::SupplementRequested {
        Gate::SupplementRequested
    } else {
        Gate::UnderReview
    };
    let event = nomination::Event::ReassessmentOrdered {
        criteria_version,
        gate_to,
    };
    let stream = StreamKey::nomination(&nomination);
    Ok(Some(Effect::new(stream, event)))
}
