//! What the reactions to an issue read and write.

use super::{CASES_AT_ONCE, CloseRevokedAwards, OpenAwardFiles};
use crate::{
    DecisionId, Need, NominationId, StreamKey, World, nomination::gates, payout::needs as payout,
    publicity::needs as publicity,
};

/// The decision, its cases with both files, and the register of awards of each year of issue.
pub(crate) fn open_award_files(command: &OpenAwardFiles, world: &World) -> Vec<Need> {
    let mut needs = files((&command.decision, command.from), world);
    let cases = cases(&command.decision, command.from, world);
    let days = cases.filter_map(|one| gates::in_view(world, one)?.awarded_on);
    needs.extend(days.map(|day| Need::write(StreamKey::award_register(day.year()))));
    needs
}

/// And what was published about them, and the funds that they were paid from.
pub(crate) fn close_revoked_awards(command: &CloseRevokedAwards, world: &World) -> Vec<Need> {
    let mut needs = files((&command.decision, command.from), world);
    let awards = cases(&command.decision, command.from, world);
    needs.extend(awards.flat_map(|one| payout::with_fund(one, world)));
    needs.extend(publicity::all(&command.decision.campaign, world));
    needs
}

fn files((decision, from): (&DecisionId, u32), world: &World) -> Vec<Need> {
    let mut needs = vec![Need::read(StreamKey::decision(decision))];
    needs.extend(cases(decision, from, world).flat_map(of_award));
    needs
}

/// The cases of a decision from a place on, as many as one command handles.
pub(super) fn cases<'w>(
    decision: &DecisionId,
    from: u32,
    world: &'w World,
) -> impl Iterator<Item = &'w NominationId> {
    let places = (0..).zip(payout::awardees(decision, world));
    let from_there =
        places.filter(move |(place, _)| (from..from.saturating_add(CASES_AT_ONCE)).contains(place));
    from_there.map(|(_, nomination)| nomination)
}

fn of_award(nomination: &NominationId) -> [Need; 3] {
    [
        Need::read(StreamKey::nomination(nomination)),
        Need::write(StreamKey::certificate(nomination)),
        Need::write(StreamKey::payout(nomination)),
    ]
}
