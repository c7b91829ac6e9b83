//! Whether rules of voting can be kept at all.

use super::{Body, Flaw, GateRules, Refusal, Share, TieRule, VotingRules};

/// Refuses rules that nobody could keep.
pub(super) fn check(rules: &GateRules) -> Result<(), Refusal> {
    let bodies = [
        (Body::UnitSession, &rules.unit_session),
        (Body::StandingCommittee, &rules.standing_committee),
    ];
    for (gate, rules) in bodies {
        if let Some(flaw) = flaw(gate, rules) {
            return Err(Refusal::RulesUnsound { gate, flaw });
        }
    }
    Ok(())
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
