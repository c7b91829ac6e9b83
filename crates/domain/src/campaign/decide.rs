//! What may happen to a campaign (plan I to III): prepared, launched, and carried out.

mod amend;
mod closing;
mod criteria;
mod deadline;
mod interpret;
mod reorganisation;
mod rollout;

pub(crate) use amend::amend_plan;
pub(crate) use closing::{close_campaign, close_selection, selecting, transfer_to_archive};
pub(crate) use deadline::{announce_deadline, extend_deadline};
pub(crate) use interpret::interpret_criterion;
pub(crate) use reorganisation::{close_campaign_by_reorganisation, transfer_campaign};
pub(crate) use rollout::{confirm_rollout, record_inspection, record_reminder};

use super::{
    Active, ApproveCriteria, CriteriaVersion, Criterion, Draft, Event, LaunchCampaign, LaunchNeed,
    Refusal, RegisterPlan, SetGateRules, State, soundness,
};
use crate::{CampaignId, Context, Effect, NomineeKind, StreamKey, World, org, quota};

/// Characters of the symbol of a document, `CodeNotation`. Source: NĐ 30/2020, annex VI part II.
pub const DECISION_SYMBOL_CHARS_MAX: usize = 30;

type Decided = Result<Vec<Effect>, crate::Refusal>;

/// The launched campaign.
pub(crate) fn launched<'w>(world: &'w World, campaign: &CampaignId) -> Result<&'w Active, Refusal> {
    world.campaign(campaign).active().ok_or(Refusal::Absent {})
}

/// The campaign before its launch.
pub(crate) fn in_preparation<'w>(
    world: &'w World,
    campaign: &CampaignId,
) -> Result<&'w Draft, Refusal> {
    let campaign = campaign.clone();
    match world.campaign(&campaign) {
        State::Absent => Err(Refusal::PlanMissing { campaign }),
        State::Registered(draft) => Ok(draft),
        State::Launched(active) => Err(Refusal::Launched {
            campaign,
            date: active.launched_on,
        }),
    }
}

/// Number and date of the plan may be blank, as on the plan of 2024.
pub(crate) fn register_plan(world: &World, _: &Context, command: &RegisterPlan) -> Decided {
    let plan = command.plan.as_ref();
    let campaign = command.campaign.clone();
    let known = match world.campaign(&campaign) {
        State::Absent => None,
        State::Registered(draft) => Some(&draft.plan),
        State::Launched(active) => Some(&active.plan),
    };
    match known {
        None => {}
        Some(known) if known == plan => return Ok(Vec::new()),
        Some(_) => return Err(Refusal::PlanRegistered { campaign }.into()),
    }
    let chars = plan.decision_symbol.chars().count();
    if !(1..=DECISION_SYMBOL_CHARS_MAX).contains(&chars) {
        let chars_max = DECISION_SYMBOL_CHARS_MAX;
        return Err(Refusal::DecisionSymbol { chars, chars_max }.into());
    }
    let stream = StreamKey::campaign(&campaign);
    let plan = command.plan.clone();
    let event = Event::PlanRegistered { campaign, plan };
    Ok(vec![Effect::new(stream, event)])
}

pub(crate) fn approve_criteria(world: &World, _: &Context, command: &ApproveCriteria) -> Decided {
    let criteria = &command.criteria;
    if version_in_force(world.campaign(&command.campaign)).is_some_and(|v| &v.criteria == criteria)
    {
        return Ok(Vec::new());
    }
    let draft = in_preparation(world, &command.campaign)?;
    must_be_complete(criteria)?;
    let event = Event::CriteriaVersionPublished {
        version: draft.criteria.as_ref().map_or(1, |known| known.version + 1),
        criteria: criteria.clone(),
    };
    Ok(vec![on(&command.campaign, event)])
}

pub(crate) fn set_gate_rules(world: &World, _: &Context, command: &SetGateRules) -> Decided {
    let known = match world.campaign(&command.campaign) {
        State::Absent => None,
        State::Registered(draft) => draft.rules.as_ref(),
        State::Launched(active) => Some(&active.rules),
    };
    if known == Some(&command.rules) {
        return Ok(Vec::new());
    }
    in_preparation(world, &command.campaign)?;
    soundness::check(&command.rules)?;
    let rules = command.rules.clone();
    Ok(vec![on(&command.campaign, Event::GateRulesSet { rules })])
}

/// A launch needs plan, criteria, rules and quota.
pub(crate) fn launch_campaign(
    world: &World,
    context: &Context,
    command: &LaunchCampaign,
) -> Decided {
    let date = command.date;
    if let State::Launched(active) = world.campaign(&command.campaign)
        && active.launched_on == date
    {
        return Ok(Vec::new());
    }
    let draft = in_preparation(world, &command.campaign)?;
    let missing = missing(draft, world.quota(&command.campaign));
    if !missing.is_empty() {
        return Err(Refusal::NotReady { missing }.into());
    }
    if date > context.now.date() {
        return Err(Refusal::LaunchAhead { date }.into());
    }
    org::decide::issuer_must_exist(world, date)?;
    Ok(vec![on(
        &command.campaign,
        Event::CampaignLaunched { date },
    )])
}

fn version_in_force(campaign: &State) -> Option<&CriteriaVersion> {
    match campaign {
        State::Absent => None,
        State::Registered(draft) => draft.criteria.as_ref(),
        State::Launched(active) => Some(&active.criteria),
    }
}

/// Every kind of nominee has a criterion, and no code stands twice.
fn must_be_complete(criteria: &[Criterion]) -> Result<(), Refusal> {
    for kind in [NomineeKind::Collective, NomineeKind::Individual] {
        if !criteria.iter().any(|criterion| criterion.kind == kind) {
            return Err(Refusal::CriteriaMissing { kind });
        }
    }
    let mut codes: Vec<_> = criteria.iter().map(|criterion| &criterion.code).collect();
    codes.sort();
    match codes.windows(2).find(|pair| pair[0] == pair[1]) {
        None => Ok(()),
        Some(pair) => Err(Refusal::CriterionTwice {
            criterion: pair[0].clone(),
        }),
    }
}

fn missing(draft: &Draft, quota: &quota::State) -> Vec<LaunchNeed> {
    let parts = [
        (draft.criteria.is_some(), LaunchNeed::Criteria),
        (draft.rules.is_some(), LaunchNeed::GateRules),
        (*quota != quota::State::Unset, LaunchNeed::Quota),
    ];
    let missing = parts.into_iter().filter(|(is_there, _)| !is_there);
    missing.map(|(_, part)| part).collect()
}

fn on(campaign: &CampaignId, event: Event) -> Effect {
    Effect::new(StreamKey::campaign(campaign), event)
}
