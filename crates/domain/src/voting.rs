//! Counts votes (biểu quyết): a pure function from rules and numbers to an outcome.

use crate::{
    Outcome, Tally,
    campaign::{Denominator, Share, Threshold, TieRule, VotingRules},
};

/// What was counted on one item.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Count {
    /// Members of the body.
    pub total: u32,
    /// Members who take part in the session, the recused among them: in the room or, in a written
    /// consultation, by an answer.
    pub present: u32,
    /// Members who take no part in the item.
    pub recused: u32,
    /// Members who may vote on the item.
    pub eligible: u32,
    /// Whether the chair or a vice-chair is there.
    pub has_presider: bool,
    /// The votes.
    pub tally: Tally,
    /// How the chair voted or, with the chair recused, the vice-chair: for is `true`. `None` when
    /// neither voted for or against, and where votes are sums.
    pub chair_side: Option<bool>,
}

impl Count {
    /// What was counted where votes are sums and everybody who may vote is there: a unit's meeting.
    #[must_use]
    pub fn of_sums(total: u32, present: u32, recused: u32, tally: Tally) -> Self {
        Self {
            total,
            present,
            recused,
            eligible: present.saturating_sub(recused),
            has_presider: true,
            tally,
            chair_side: None,
        }
    }
}

/// The outcome of one item under frozen rules. Whole numbers only: `a/b < c/d` is `a × d < c × b`.
///
/// Source: INV-20, INV-22; a tie counts as one only for a simple majority (4.8).
#[must_use]
pub fn outcome(rules: &VotingRules, count: &Count) -> Outcome {
    if !is_quorate(rules, count) {
        return Outcome::NoQuorum;
    }
    if count.eligible < rules.eligible_min {
        return Outcome::Deferred;
    }
    if carries(rules.threshold, count.tally.votes_for, whole(rules, count)) {
        return Outcome::Carried;
    }
    match rules.tie.filter(|_| is_tie(rules, count)) {
        Some(rule) => tie(rule, count.chair_side),
        None => Outcome::Lost,
    }
}

/// Whether the votes are a tie that the rules know: by simple majority, one half of all that count
/// for and the other half against. Who is silent or abstains leaves no half, and the item is lost.
#[must_use]
pub fn is_tie(rules: &VotingRules, count: &Count) -> bool {
    let Tally {
        votes_for,
        votes_against,
        ..
    } = count.tally;
    votes_for == votes_against
        && scaled(2, votes_for) == u64::from(whole(rules, count))
        && rules.threshold.is_simple_majority()
}

fn is_quorate(rules: &VotingRules, count: &Count) -> bool {
    let counted = if rules.recusal.counts_for_quorum {
        count.present
    } else {
        count.present.saturating_sub(count.recused)
    };
    reaches(rules.quorum, counted, count.total) && (count.has_presider || !rules.needs_presider)
}

/// Everybody whose votes could count.
fn whole(rules: &VotingRules, count: &Count) -> u32 {
    let leaving = if rules.recusal.leaves_denominator {
        count.recused
    } else {
        0
    };
    match rules.denominator {
        Denominator::TotalMembers => count.total.saturating_sub(leaving),
        Denominator::Present => count
            .eligible
            .saturating_add(count.recused)
            .saturating_sub(leaving),
        Denominator::EligibleAfterRecusal => count.eligible,
    }
}

fn tie(rule: TieRule, chair_side: Option<bool>) -> Outcome {
    match (rule, chair_side) {
        (TieRule::Lost, _) | (TieRule::ChairSide, Some(false)) => Outcome::Lost,
        (TieRule::ChairSide, Some(true)) => Outcome::Carried,
        (TieRule::ChairSide, None) => Outcome::Deferred,
    }
}

fn carries(threshold: Threshold, part: u32, whole: u32) -> bool {
    match threshold {
        Threshold::MoreThan(share) => scaled(part, share.whole) > scaled(whole, share.part),
        Threshold::AtLeast(share) => part > 0 && reaches(share, part, whole),
    }
}

fn reaches(share: Share, part: u32, whole: u32) -> bool {
    scaled(part, share.whole) >= scaled(whole, share.part)
}

fn scaled(number: u32, by: u32) -> u64 {
    u64::from(number) * u64::from(by)
}

#[cfg(test)]
mod stories;
