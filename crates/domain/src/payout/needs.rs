//! What the commands on prize money read and write.

use super::{ComputePrizes, PayPrizes, Payout, RecordPrizeRecovered, ReturnPrize, State};
use crate::{CampaignId, DecisionId, Need, NominationId, StreamKey, World, decision::Draft};

/// The prizes of the decision, the law that each follows from, and the base wages.
pub(crate) fn compute_prizes(command: &ComputePrizes, world: &World) -> Vec<Need> {
    let mut needs = of_decision(&command.decision, world);
    let payouts = awardees(&command.decision, world).filter_map(|one| in_view(world, one));
    needs.extend(payouts.map(|one| Need::read(StreamKey::legal_basis(&one.legal_regime))));
    needs.extend(base_wages(&command.decision.campaign, world));
    needs
}

/// The prizes, whether the awards stand (INV-35), and the funds that pay.
pub(crate) fn pay_prizes(command: &PayPrizes, world: &World) -> Vec<Need> {
    let nominations = command.nominations.iter();
    let awards = nominations.clone().map(StreamKey::nomination);
    let mut needs: Vec<_> = awards.map(Need::read).collect();
    needs.extend(nominations.flat_map(|one| with_fund(one, world)));
    needs
}

pub(crate) fn return_prize(command: &ReturnPrize, world: &World) -> Vec<Need> {
    let mut needs = with_fund(&command.nomination, world);
    needs.push(Need::read(StreamKey::nomination(&command.nomination)));
    needs
}

pub(crate) fn record_prize_recovered(command: &RecordPrizeRecovered, world: &World) -> Vec<Need> {
    with_fund(&command.nomination, world)
}

/// A prize, and the fund in which it is committed.
pub(crate) fn with_fund(nomination: &NominationId, world: &World) -> Vec<Need> {
    let committed = in_view(world, nomination).and_then(|payout| payout.committed.as_ref());
    let fund = committed.map(|(year, _)| Need::write(StreamKey::fund(*year)));
    let payout = Need::write(StreamKey::payout(nomination));
    std::iter::once(payout).chain(fund).collect()
}

/// The decision and the prizes of everybody on it.
pub(crate) fn of_decision(decision: &DecisionId, world: &World) -> Vec<Need> {
    let mut needs = vec![Need::read(StreamKey::decision(decision))];
    let payouts = awardees(decision, world).map(StreamKey::payout);
    needs.extend(payouts.map(Need::write));
    needs
}

/// Who is on the decision, once it is in view.
pub(crate) fn awardees<'w>(
    decision: &DecisionId,
    world: &'w World,
) -> impl Iterator<Item = &'w NominationId> {
    let is_shown = world.shows(&StreamKey::decision(decision));
    let draft = is_shown.then(|| world.decision(decision).draft()).flatten();
    draft.into_iter().flat_map(Draft::nominations)
}

/// The prize, when its stream is in view.
pub(crate) fn in_view<'w>(world: &'w World, nomination: &NominationId) -> Option<&'w Payout> {
    let is_shown = world.shows(&StreamKey::payout(nomination));
    is_shown
        .then(|| State::payout(world.payout(nomination)))
        .flatten()
}

fn base_wages(campaign: &CampaignId, world: &World) -> Vec<Need> {
    let stream = StreamKey::campaign(campaign);
    let is_shown = world.shows(&stream);
    let active = is_shown
        .then(|| world.campaign(campaign).active())
        .flatten();
    let series = active.map(|active| StreamKey::legal_basis(&active.plan.base_wage));
    let campaign = Need::read(stream);
    std::iter::once(campaign)
        .chain(series.map(Need::read))
        .collect()
}
