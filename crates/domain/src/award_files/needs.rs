//! What the reactions to an issue read and write.

use super::{CloseRevokedAwards, OpenAwardFiles};
use crate::{
    DecisionId, Need, NominationId, StreamKey, World, nomination::gates, payout::needs as payout,
    publicity::needs as publicity,
};

/// The decision, its cases with both files, and the register of awards of each year of issue.
pub(crate) fn open_award_files(command: &OpenAwardFiles, world: &World) -> Vec<Need> {
    let mut needs = files(&command.decision, world);
    let cases = payout::awardees(&command.decision, world);
    let days = cases.filter_map(|one| gates::in_view(world, one)?.awarded_on);
    needs.extend(days.map(|day| Need::write(StreamKey::award_register(day.year()))));
    needs
}

/// And what was published about them, and the funds that they were paid from.
pub(crate) fn close_revoked_awards(command: &CloseRevokedAwards, world: &World) -> Vec<Need> {
    let mut needs = files(&command.decision, world);
    let awards = payout::awardees(&command.decision, world);
    needs.extend(awards.flat_map(|one| payout::with_fund(one, world)));
    needs.extend(publicity::all(&command.decision.campaign, world));
    needs
}

fn files(decision: &DecisionId, world: &World) -> Vec<Need> {
    let mut needs = vec![Need::read(StreamKey::decision(decision))];
    needs.extend(payout::awardees(decision, world).flat_map(of_award));
    needs
}

fn of_award(nomination: &NominationId) -> [Need; 3] {
    [
        Need::read(StreamKey::nomination(nomination)),
        Need::write(StreamKey::certificate(nomination)),
        Need::write(StreamKey::payout(nomination)),
    ]
}
