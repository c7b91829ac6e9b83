//! What the commands on the reward fund read and write.

use super::{CommitFunds, CreditFund, RecordFundShortfall};
use crate::{DecisionId, Need, StreamKey, World, payout::needs as payout};

pub(crate) fn credit_fund(command: &CreditFund, _: &World) -> Vec<Need> {
    vec![written(command.year)]
}

/// And whether the awards stand (INV-35).
pub(crate) fn commit_funds(command: &CommitFunds, world: &World) -> Vec<Need> {
    of_decision(&command.decision, command.year, world)
}

pub(crate) fn record_fund_shortfall(command: &RecordFundShortfall, world: &World) -> Vec<Need> {
    of_decision(&command.decision, command.year, world)
}

fn of_decision(decision: &DecisionId, year: i16, world: &World) -> Vec<Need> {
    let mut needs = payout::of_decision(decision, world);
    let awards = payout::awardees(decision, world).map(StreamKey::nomination);
    needs.extend(awards.map(Need::read));
    needs.push(written(year));
    needs
}

fn written(year: i16) -> Need {
    Need::write(StreamKey::fund(year))
}
