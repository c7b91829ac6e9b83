//! What the commands on a campaign read and write.

use std::collections::BTreeSet;

use super::{
    AmendPlan, AnnounceDeadline, ApproveCriteria, CloseCampaign, CloseCampaignByReorganisation,
    CloseSelection, ConfirmRollout, ExtendDeadline, InterpretCriterion, LaunchCampaign,
    RecordInspection, RecordReminder, RegisterPlan, ReviewedCases, SetGateRules, TransferCampaign,
    TransferToArchive,
};
use crate::{
    CampaignId, FeedbackId, Need, NominationId, NomineeKind, StreamKey, UnitId, World,
    nomination::{Gate, gates},
};

pub(crate) fn register_plan(command: &RegisterPlan, _: &World) -> Vec<Need> {
    vec![written(&command.campaign)]
}

pub(crate) fn approve_criteria(command: &ApproveCriteria, _: &World) -> Vec<Need> {
    vec![written(&command.campaign)]
}

pub(crate) fn set_gate_rules(command: &SetGateRules, _: &World) -> Vec<Need> {
    vec![written(&command.campaign)]
}

pub(crate) fn launch_campaign(command: &LaunchCampaign, _: &World) -> Vec<Need> {
    vec![
        written(&command.campaign),
        Need::read(StreamKey::quota(&command.campaign)),
    ]
}

pub(crate) fn announce_deadline(command: &AnnounceDeadline, _: &World) -> Vec<Need> {
    vec![written(&command.campaign)]
}

pub(crate) fn extend_deadline(command: &ExtendDeadline, _: &World) -> Vec<Need> {
    vec![written(&command.campaign)]
}

pub(crate) fn amend_plan(command: &AmendPlan, world: &World) -> Vec<Need> {
    let feedback = command.feedback.iter().map(StreamKey::feedback);
    let mut needs = vec![written(&command.campaign)];
    needs.extend(feedback.map(Need::read));
    let reviewed = command.criteria.as_ref().map(|new| new.reviewed_cases);
    if reviewed == Some(ReviewedCases::Reassess) {
        let codes = StreamKey::nomination_codes(&command.campaign);
        needs.push(Need::read(codes));
        let all = nominations(&command.campaign, world);
        needs.extend(all.map(|one| Need::write(StreamKey::nomination(&one))));
    }
    needs
}

pub(crate) fn interpret_criterion(command: &InterpretCriterion, _: &World) -> Vec<Need> {
    vec![written(&command.campaign)]
}

pub(crate) fn confirm_rollout(command: &ConfirmRollout, _: &World) -> Vec<Need> {
    with_units(&command.campaign, [&command.unit])
}

pub(crate) fn record_reminder(command: &RecordReminder, _: &World) -> Vec<Need> {
    with_units(&command.campaign, &command.units)
}

pub(crate) fn record_inspection(command: &RecordInspection, _: &World) -> Vec<Need> {
    with_units(&command.campaign, &command.units)
}

pub(crate) fn close_selection(command: &CloseSelection, world: &World) -> Vec<Need> {
    lapsing(&command.campaign, world)
}

pub(crate) fn transfer_campaign(command: &TransferCampaign, world: &World) -> Vec<Need> {
    reorganised(&command.campaign, world)
}

pub(crate) fn close_campaign_by_reorganisation(
    command: &CloseCampaignByReorganisation,
    world: &World,
) -> Vec<Need> {
    reorganised(&command.campaign, world)
}

/// The end of the issuer, and whether the nominated collectives go on (E41).
fn reorganised(campaign: &CampaignId, world: &World) -> Vec<Need> {
    let mut needs = lapsing(campaign, world);
    needs.push(Need::read(StreamKey::authority()));
    let collectives: BTreeSet<_> = nominations(campaign, world)
        .filter_map(|one| gates::in_view(world, &one))
        .filter(|case| case.kind == NomineeKind::Collective)
        .map(|case| &case.unit)
        .collect();
    let units = collectives.into_iter().map(StreamKey::unit);
    needs.extend(units.map(Need::read));
    needs
}

/// Every nomination, with the slot that it holds and the quota.
fn lapsing(campaign: &CampaignId, world: &World) -> Vec<Need> {
    let nominations: Vec<_> = nominations(campaign, world).collect();
    let mut needs = vec![
        written(campaign),
        Need::read(StreamKey::nomination_codes(campaign)),
        Need::write(StreamKey::quota(campaign)),
    ];
    needs.extend(gates::with_slots(&nominations, world));
    needs
}

/// Every nomination, the files of the awards, and the feedback of every unit that had a part.
pub(crate) fn close_campaign(command: &CloseCampaign, world: &World) -> Vec<Need> {
    let campaign = &command.campaign;
    let mut needs = vec![
        written(campaign),
        Need::read(StreamKey::nomination_codes(campaign)),
        Need::read(StreamKey::quota(campaign)),
    ];
    for nomination in nominations(campaign, world) {
        needs.push(Need::read(StreamKey::nomination(&nomination)));
        let case = gates::in_view(world, &nomination);
        if case.is_some_and(|case| matches!(case.gate, Gate::Awarded | Gate::AwardRevoked)) {
            needs.push(Need::read(StreamKey::certificate(&nomination)));
            needs.push(Need::read(StreamKey::payout(&nomination)));
        }
    }
    let feedback = tickets(campaign, world).into_iter();
    needs.extend(feedback.map(|one| Need::write(StreamKey::feedback(&one))));
    needs
}

pub(crate) fn transfer_to_archive(command: &TransferToArchive, _: &World) -> Vec<Need> {
    vec![written(&command.campaign)]
}

/// Every nomination of a campaign, once its series of codes is in view.
pub(crate) fn nominations(
    campaign: &CampaignId,
    world: &World,
) -> impl Iterator<Item = NominationId> {
    let is_shown = world.shows(&StreamKey::nomination_codes(campaign));
    let last = is_shown.then(|| world.nomination_codes(campaign).last);
    (1..=last.unwrap_or_default()).map(|serial| NominationId::new(campaign.clone(), serial))
}

/// The feedback of every unit that rolled the plan out, was considered for the quota or nominated: per
/// unit up to the first number that is not in view or not filed.
pub(crate) fn tickets(campaign: &CampaignId, world: &World) -> Vec<FeedbackId> {
    let mut units = BTreeSet::new();
    if world.shows(&StreamKey::campaign(campaign))
        && let Some(active) = world.campaign(campaign).active()
    {
        units.extend(active.rolled_out.iter().cloned());
    }
    if world.shows(&StreamKey::quota(campaign)) {
        let kinds = [NomineeKind::Collective, NomineeKind::Individual];
        let places = kinds.map(|kind| world.quota(campaign).places(kind));
        let considered = places.into_iter().flatten();
        units.extend(considered.flat_map(|places| places.eligibility.keys().cloned()));
    }
    let nominations = nominations(campaign, world);
    units.extend(nominations.filter_map(|one| Some(gates::in_view(world, &one)?.unit.clone())));
    let of_unit = |unit| series(campaign, unit, world);
    units.iter().flat_map(of_unit).collect()
}

fn series(campaign: &CampaignId, unit: &UnitId, world: &World) -> Vec<FeedbackId> {
    let mut series = Vec::new();
    for number in 1.. {
        let ticket = FeedbackId::new(campaign.clone(), unit.clone(), number);
        let is_shown = world.shows(&StreamKey::feedback(&ticket));
        let is_last = !is_shown || world.feedback(&ticket).ticket().is_none();
        series.push(ticket);
        if is_last {
            break;
        }
    }
    series
}

fn with_units<'a>(campaign: &CampaignId, units: impl IntoIterator<Item = &'a UnitId>) -> Vec<Need> {
    let units = units.into_iter().map(StreamKey::unit).map(Need::read);
    std::iter::once(written(campaign)).chain(units).collect()
}

fn written(campaign: &CampaignId) -> Need {
    Need::write(StreamKey::campaign(campaign))
}
