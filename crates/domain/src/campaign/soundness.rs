//! Whether rules of voting can be kept at all.

use super::{Body, Flaw, GateRules, Refusal, Share, TieRule, VotingRules};
use crate::campaign::{Denominator, Threshold};

/// What is wrong with the rules, body by body: nobody could keep them.
pub fn flaws(rules: &GateRules) -> impl Iterator<Item = (Body, Flaw)> {
    let bodies = [
        (Body::UnitSession, &rules.unit_session),
        (Body::StandingCommittee, &rules.standing_committee),
        (Body::FullCouncil, &rules.full_council),
        (Body::WrittenConsultation, &rules.written_consultation),
    ];
    let ratio = rules.overbook_ratio;
    let too_low = ratio.filter(|ratio| ratio.whole == 0 || ratio.part < ratio.whole);
    bodies
        .into_iter()
        .filter_map(|(body, rules)| Some((body, flaw(body, rules)?)))
        .chain(too_low.map(|_| (Body::Slots, Flaw::FewerThanSlots)))
}

/// Refuses rules that nobody could keep.
pub(super) fn check(rules: &GateRules) -> Result<(), Refusal> {
    match flaws(rules).next() {
        None => Ok(()),
        Some((gate, flaw)) => Err(Refusal::RulesUnsound { gate, flaw }),
    }
}

fn flaw(body: Body, rules: &VotingRules) -> Option<Flaw> {
    let counts_seats = match body {
        Body::UnitSession | Body::Slots => rules.members.is_none(),
        Body::StandingCommittee | Body::FullCouncil | Body::WrittenConsultation => {
            rules.members.is_some_and(|members| members > 0)
        }
    };
    let stays_eligible =
        rules.denominator == Denominator::EligibleAfterRecusal && !rules.recusal.leaves_denominator;
    if !is_share(rules.quorum) || !is_reachable(rules.threshold) {
        Some(Flaw::NoShare)
    } else if may_be_minority(rules.threshold) {
        Some(Flaw::MinorityCarries)
    } else if rules.eligible_min == 0 {
        Some(Flaw::NobodyVotes)
    } else if rules.tie == Some(TieRule::ChairSide) && body == Body::UnitSession {
        Some(Flaw::ChairUnknown)
    } else if rules.tie.is_some() && !rules.threshold.is_simple_majority() {
        Some(Flaw::TieWithoutHalf)
    } else if !counts_seats {
        Some(Flaw::SizeUnsound)
    } else if stays_eligible {
        Some(Flaw::RecusedEligible)
    } else {
        None
    }
}

fn is_share(share: Share) -> bool {
    (1..=share.whole).contains(&share.part)
}

/// Nobody is more than all; all are at least all.
fn is_reachable(threshold: Threshold) -> bool {
    match threshold {
        Threshold::MoreThan(share) => share.part < share.whole,
        Threshold::AtLeast(share) => is_share(share),
    }
}

/// Half of the votes are no majority.
fn may_be_minority(threshold: Threshold) -> bool {
    let share = threshold.share();
    let half = (u64::from(share.part) * 2).cmp(&u64::from(share.whole));
    match threshold {
        Threshold::MoreThan(_) => half.is_lt(),
        Threshold::AtLeast(_) => half.is_le(),
    }
}
