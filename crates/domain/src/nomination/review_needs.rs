//! What the commands of the review read and write.

use super::{
    AssignReviewer, ConfirmReviews, RecommendPass, RecommendReject, RecordFinding, gates, review,
};
use crate::{CampaignId, Need, NominationId, StreamKey, World};

pub(crate) fn assign_reviewer(command: &AssignReviewer, world: &World) -> Vec<Need> {
    let assignment = StreamKey::assignment(&command.reviewer);
    let mut needs = written(&command.nominations);
    if world.shows(&assignment)
        && let Some(known) = world.assignment(&command.reviewer).assignment()
    {
        let person = StreamKey::person(&known.person);
        needs.push(Need::guard(person));
    }
    needs.push(Need::read(assignment));
    needs
}

pub(crate) fn record_finding(command: &RecordFinding, world: &World) -> Vec<Need> {
    let nominations = std::slice::from_ref(&command.nomination);
    let mut needs = written(nominations);
    needs.extend(campaigns(nominations));
    needs.extend(facts(nominations, world));
    needs
}

pub(crate) fn recommend_pass(command: &RecommendPass, _world: &World) -> Vec<Need> {
    let mut needs = written(&command.nominations);
    needs.extend(campaigns(&command.nominations));
    needs
}

pub(crate) fn recommend_reject(command: &RecommendReject, _world: &World) -> Vec<Need> {
    let mut needs = written(&command.nominations);
    needs.extend(campaigns(&command.nominations));
    needs
}

pub(crate) fn confirm_reviews(command: &ConfirmReviews, world: &World) -> Vec<Need> {
    let rejected = command.reject.iter().map(|rejection| &rejection.nomination);
    let rejected: Vec<_> = rejected.cloned().collect();
    let mut needs = written(&command.pass);
    needs.extend(gates::with_slots(&rejected, world));
    for nomination in command.pass.iter().chain(&rejected) {
        let case = gates::in_view(world, nomination);
        let reviewer = case.and_then(|case| case.reviewer.as_ref());
        needs.extend(reviewer.map(|id| Need::read(StreamKey::assignment(id))));
    }
    needs.extend(campaigns(&command.pass));
    needs.extend(campaigns(&rejected));
    needs.extend(facts(&command.pass, world));
    needs
}

/// What it takes to see again that nominations meet every criterion (INV-12).
pub(crate) fn criteria_met<'n>(
    nominations: &'n [NominationId],
    world: &'n World,
) -> impl Iterator<Item = Need> {
    campaigns(nominations).chain(facts(nominations, world))
}

fn written(nominations: &[NominationId]) -> Vec<Need> {
    let streams = nominations.iter().map(StreamKey::nomination);
    streams.map(Need::write).collect()
}

fn campaigns(nominations: &[NominationId]) -> impl Iterator<Item = Need> {
    let streams = nominations
        .iter()
        .map(NominationId::campaign)
        .map(StreamKey::campaign);
    streams.map(Need::read)
}

/// The facts on nominees, once case and campaign are in view.
fn facts<'n>(nominations: &'n [NominationId], world: &'n World) -> impl Iterator<Item = Need> {
    nominations.iter().flat_map(move |nomination| {
        let case = gates::in_view(world, nomination);
        let year = year(world, nomination.campaign());
        let known = case.zip(year);
        known.map_or_else(Vec::new, |(case, year)| {
            review::fact_needs(case, year, world)
        })
    })
}

fn year(world: &World, campaign: &CampaignId) -> Option<i16> {
    let is_shown = world.shows(&StreamKey::campaign(campaign));
    let active = is_shown
        .then(|| world.campaign(campaign).active())
        .flatten();
    active.map(|active| active.plan.year)
}
