//! Whether rules of voting can be kept at all.

use super::{Body, Flaw, GateRules, Refusal, Share, TieRule, VotingRules};

/// What is wrong with the rules, body by body: nobody could keep them.
pub fn flaws(rules: &GateRules) -> impl Iterator<Item = (Body, Flaw)> {
    let bodies = [
        (Body::UnitSession, &rules.unit_session),
        (Body::StandingCommittee, &rules.standing_committee),
    ];
    bodies
        .into_iter()
        .filter_map(|(body, rules)| Some((body, flaw(body, rules)?)))
}

/// Refuses rules that nobody could keep.
pub(super) fn check(rules: &GateRules) -> Result<(), Refusal> {
    match flaws(rules).next() {
        None => Ok(()),
        Some((gate, flaw)) => Err(Refusal::RulesUnsound { gate, flaw }),
    }
}

fn flaw(body: Body, rules: &VotingRules) -> Option<Flaw> {
    let half = (u64::from(rules.more_than.part) * 2).cmp(&u64::from(rules.more_than.whole));
    let knows_chair = match body {
        Body::UnitSession => false,
        Body::StandingCommittee => half.is_eq(),
    };
    let is_out_of_reach = rules.more_than.part >= rules.more_than.whole;
    if !is_share(rules.quorum) || is_out_of_reach {
        Some(Flaw::NoShare)
    } else if half.is_lt() {
        Some(Flaw::MinorityCarries)
    } else if rules.eligible_min == 0 {
        Some(Flaw::NobodyVotes)
    } else if rules.tie == TieRule::ChairSide && !knows_chair {
        Some(Flaw::ChairUnknown)
    } else {
        None
    }
}

fn is_share(share: Share) -> bool {
    (1..=share.whole).contains(&share.part)
}
