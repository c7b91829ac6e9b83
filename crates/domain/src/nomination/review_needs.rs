//! What the commands of the review read and write.

use std::{collections::BTreeSet, slice::from_ref};

use super::{
    AssignReviewer, ConfirmReviews, ReassignLegalRegime, ReassignReviewer, RecommendPass,
    RecommendReject, RecordFinding, RecordOpinion, ReopenReview, RequestOpinion, RequestSupplement,
    ReturnToReviewer, gates, identity as records, review,
};
use crate::{
    AssignmentId, CampaignId, Need, NominationId, NomineeKind, StreamKey, World, hold,
    org::identity,
};

pub(crate) fn assign_reviewer(command: &AssignReviewer, world: &World) -> Vec<Need> {
    assigned(&command.reviewer, &command.nominations, world)
}

pub(crate) fn reassign_reviewer(command: &ReassignReviewer, world: &World) -> Vec<Need> {
    assigned(&command.reviewer, &command.nominations, world)
}

fn assigned(reviewer: &AssignmentId, nominations: &[NominationId], world: &World) -> Vec<Need> {
    let assignment = StreamKey::assignment(reviewer);
    let mut needs = written(nominations);
    needs.extend(people(nominations, world));
    if world.shows(&assignment)
        && let Some(known) = world.assignment(reviewer).assignment()
    {
        let person = StreamKey::person(&known.person);
        needs.push(Need::guard(person));
    }
    needs.push(Need::read(assignment));
    needs
}

pub(crate) fn record_finding(command: &RecordFinding, world: &World) -> Vec<Need> {
    let nominations = from_ref(&command.nomination);
    let mut needs = written(nominations);
    needs.extend(campaigns(nominations));
    needs.extend(facts(nominations, world));
    needs
}

pub(crate) fn recommend_pass(command: &RecommendPass, world: &World) -> Vec<Need> {
    let mut needs = written(&command.nominations);
    needs.extend(criteria_met(&command.nominations, world));
    needs.extend(people(&command.nominations, world));
    for nomination in &command.nominations {
        let case = gates::in_view(world, nomination);
        needs.extend(
            case.into_iter()
                .flat_map(|case| review::moved_needs(case, world)),
        );
    }
    needs
}

pub(crate) fn recommend_reject(command: &RecommendReject, _world: &World) -> Vec<Need> {
    let mut needs = written(&command.nominations);
    needs.extend(campaigns(&command.nominations));
    needs
}

pub(crate) fn request_supplement(command: &RequestSupplement, _world: &World) -> Vec<Need> {
    let nominations = from_ref(&command.nomination);
    let mut needs = written(nominations);
    needs.extend(campaigns(nominations));
    needs.push(Need::read(StreamKey::authority()));
    needs
}

pub(crate) fn request_opinion(command: &RequestOpinion, _world: &World) -> Vec<Need> {
    written(from_ref(&command.nomination))
}

pub(crate) fn record_opinion(command: &RecordOpinion, _world: &World) -> Vec<Need> {
    written(from_ref(&command.nomination))
}

pub(crate) fn return_to_reviewer(command: &ReturnToReviewer, world: &World) -> Vec<Need> {
    let returned = command.returns.iter().map(|one| one.nomination.clone());
    confirmed(&returned.collect::<Vec<_>>(), world)
}

pub(crate) fn reopen_review(command: &ReopenReview, world: &World) -> Vec<Need> {
    let reviews = command.reviews.iter().map(|one| one.nomination.clone());
    confirmed(&reviews.collect::<Vec<_>>(), world)
}

/// The prize rules that are wished and those that are pinned.
pub(crate) fn reassign_legal_regime(command: &ReassignLegalRegime, world: &World) -> Vec<Need> {
    let mut needs = confirmed(&command.nominations, world);
    let cases = command.nominations.iter();
    let cases = cases.filter_map(|id| gates::in_view(world, id));
    let mut rules: BTreeSet<_> = cases
        .filter_map(|case| case.legal_regime.as_ref())
        .collect();
    rules.insert(&command.legal_regime);
    let rules = rules.into_iter().map(StreamKey::legal_basis);
    needs.extend(rules.map(Need::read));
    needs
}

fn confirmed(nominations: &[NominationId], world: &World) -> Vec<Need> {
    let mut needs = written(nominations);
    needs.extend(people(nominations, world));
    needs
}

pub(crate) fn confirm_reviews(command: &ConfirmReviews, world: &World) -> Vec<Need> {
    let rejected = command.reject.iter().map(|rejection| &rejection.nomination);
    let rejected: Vec<_> = rejected.cloned().collect();
    let mut needs = confirmed(&command.pass, world);
    needs.extend(gates::with_slots(&rejected, world));
    needs.extend(people(&rejected, world));
    for nomination in command.pass.iter().chain(&rejected) {
        let case = gates::in_view(world, nomination);
        let reviewer = case.and_then(|case| case.reviewer.as_ref());
        needs.extend(reviewer.map(|id| Need::read(StreamKey::assignment(id))));
    }
    needs.extend(campaigns(&rejected));
    needs.extend(criteria_met(&command.pass, world));
    needs.extend(hold::needs_of(&command.pass, world));
    needs
}

/// Which persons the nominees are, once their cases are in view: nobody handles the own case (SD3).
pub(crate) fn people<'n>(
    nominations: &'n [NominationId],
    world: &'n World,
) -> impl Iterator<Item = Need> {
    let cases = nominations
        .iter()
        .filter_map(|id| gates::in_view(world, id));
    cases
        .filter(|case| case.kind == NomineeKind::Individual)
        .flat_map(|case| identity::of_nominee(&case.nominee_ref, world))
}

/// What it takes to see again that nominations meet every criterion (INV-12).
pub(crate) fn criteria_met<'n>(
    nominations: &'n [NominationId],
    world: &'n World,
) -> impl Iterator<Item = Need> {
    let cases = nominations.iter();
    let cases = cases.filter_map(|nomination| gates::in_view(world, nomination));
    let rivals = cases.flat_map(|case| {
        let mut needs = review::shared_needs(case, world);
        needs.extend(records::needs_of(case, world));
        needs
    });
    campaigns(nominations)
        .chain(facts(nominations, world))
        .chain(rivals)
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
