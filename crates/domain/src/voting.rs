//! Counts votes (biểu quyết): a pure function from rules and numbers to an outcome.

use crate::{
    Outcome, Tally,
    campaign::{Denominator, Share, TieRule, VotingRules},
};

/// What was counted on one item.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Count {
    /// Members of the body.
    pub total: u32,
    /// Members present, the recused among them: they count for the quorum.
    pub present: u32,
    /// Members present who take no part in the item.
    pub recused: u32,
    /// The votes.
    pub tally: Tally,
    /// How the chair voted or, with the chair recused, the vice-chair: for is `true`. `None` when
    /// neither voted for or against.
    pub chair_side: Option<bool>,
}

impl Count {
    /// Members present who may vote on the item.
    #[must_use]
    pub fn eligible(&self) -> u32 {
        self.present.saturating_sub(self.recused)
    }
}

/// The outcome of one item under frozen rules. Whole numbers only: `a/b < c/d` is `a × d < c × b`.
///
/// Source: INV-20, INV-22; a tie counts as one only for a simple majority.
#[must_use]
pub fn outcome(rules: &VotingRules, count: &Count) -> Outcome {
    if !reaches(rules.quorum, count.present, count.total) {
        return Outcome::NoQuorum;
    }
    if count.eligible() < rules.eligible_min {
        return Outcome::Deferred;
    }
    if exceeds(rules.more_than, count.tally.votes_for, whole(rules, count)) {
        return Outcome::Carried;
    }
    if is_tie(rules, count) {
        return tie(rules.tie, count.chair_side);
    }
    Outcome::Lost
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
        && is_simple_majority(rules.more_than)
}

/// Everybody whose votes could count.
fn whole(rules: &VotingRules, count: &Count) -> u32 {
    match rules.denominator {
        Denominator::TotalMembers => count.total,
        Denominator::Present => count.present,
        Denominator::EligibleAfterRecusal => count.eligible(),
    }
}

fn tie(rule: TieRule, chair_side: Option<bool>) -> Outcome {
    match (rule, chair_side) {
        (TieRule::Lost, _) | (TieRule::ChairSide, Some(false)) => Outcome::Lost,
        (TieRule::ChairSide, Some(true)) => Outcome::Carried,
        (TieRule::ChairSide, None) => Outcome::Deferred,
    }
}

fn reaches(share: Share, part: u32, whole: u32) -> bool {
    scaled(part, share.whole) >= scaled(whole, share.part)
}

fn exceeds(share: Share, part: u32, whole: u32) -> bool {
    scaled(part, share.whole) > scaled(whole, share.part)
}

fn is_simple_majority(share: Share) -> bool {
    scaled(2, share.part) == u64::from(share.whole)
}

fn scaled(number: u32, by: u32) -> u64 {
    u64::from(number) * u64::from(by)
}

#[cfg(test)]
mod stories {
    use super::*;

    const TWO_THIRDS: Share = Share { part: 2, whole: 3 };
    const HALF: Share = Share { part: 1, whole: 2 };

    const UNIT: VotingRules = VotingRules {
        quorum: TWO_THIRDS,
        more_than: HALF,
        denominator: Denominator::EligibleAfterRecusal,
        tie: TieRule::Lost,
        eligible_min: 1,
    };

    const STANDING: VotingRules = VotingRules {
        quorum: TWO_THIRDS,
        more_than: HALF,
        denominator: Denominator::EligibleAfterRecusal,
        tie: TieRule::ChairSide,
        eligible_min: 2,
    };

    /// `votes_for` and `votes_against` of `present` of `total`; the rest of the eligible abstain.
    fn count(total: u32, present: u32, recused: u32, votes: (u32, u32)) -> Count {
        let (votes_for, votes_against) = votes;
        let abstained = (present - recused).saturating_sub(votes_for + votes_against);
        let tally = Tally {
            votes_for,
            votes_against,
            abstained,
        };
        Count {
            total,
            present,
            recused,
            tally,
            chair_side: None,
        }
    }

    fn with_chair(chair_side: Option<bool>, count: Count) -> Count {
        Count {
            chair_side,
            ..count
        }
    }

    #[test]
    fn the_meetings_of_a_season_end_as_they_did() {
        for (total, present, recused, votes, expected) in [
            (12, 11, 0, (11, 0), Outcome::Carried),
            (6, 6, 1, (3, 2), Outcome::Carried),
            (11, 10, 0, (4, 6), Outcome::Lost),
            (20, 17, 1, (8, 8), Outcome::Lost),
            (19, 12, 0, (12, 0), Outcome::NoQuorum),
            (19, 13, 0, (12, 1), Outcome::Carried),
            (19, 14, 1, (12, 1), Outcome::Carried),
            (18, 16, 1, (14, 1), Outcome::Carried),
        ] {
            let count = count(total, present, recused, votes);
            assert_eq!(outcome(&UNIT, &count), expected, "{count:?}");
        }
    }

    #[test]
    fn a_tie_in_the_council_goes_to_the_side_of_the_chair() {
        let tied = count(4, 4, 0, (2, 2));
        for (chair_side, expected) in [
            (Some(true), Outcome::Carried),
            (Some(false), Outcome::Lost),
            (None, Outcome::Deferred),
        ] {
            assert_eq!(outcome(&STANDING, &with_chair(chair_side, tied)), expected);
        }
    }

    #[test]
    fn half_of_those_who_spoke_is_no_tie() {
        for (present, recused, votes) in [(4, 0, (1, 1)), (4, 0, (0, 0)), (4, 1, (1, 1))] {
            let count = with_chair(Some(true), count(4, present, recused, votes));
            assert_eq!(outcome(&STANDING, &count), Outcome::Lost, "{count:?}");
            assert!(!is_tie(&STANDING, &count));
        }
        let after_recusal = with_chair(Some(true), count(4, 4, 2, (1, 1)));
        assert_eq!(outcome(&STANDING, &after_recusal), Outcome::Carried);
    }

    #[test]
    fn a_recused_member_counts_for_the_quorum_and_not_for_the_majority() {
        let three_of_four = count(4, 4, 1, (3, 0));
        assert_eq!(outcome(&STANDING, &three_of_four), Outcome::Carried);
        let two_of_three_eligible = count(4, 4, 1, (2, 1));
        assert_eq!(outcome(&STANDING, &two_of_three_eligible), Outcome::Carried);
        let of_all_members = VotingRules {
            denominator: Denominator::TotalMembers,
            ..STANDING
        };
        assert_eq!(
            outcome(&of_all_members, &two_of_three_eligible),
            Outcome::Lost
        );
    }

    #[test]
    fn fewer_eligible_members_than_the_rules_ask_for_defer_the_item() {
        assert_eq!(
            outcome(&STANDING, &count(4, 4, 2, (2, 0))),
            Outcome::Carried
        );
        assert_eq!(
            outcome(&STANDING, &count(4, 4, 3, (1, 0))),
            Outcome::Deferred
        );
    }

    #[test]
    fn exactly_the_share_is_not_more_than_the_share() {
        let absent_votes = count(10, 10, 0, (5, 4));
        assert_eq!(outcome(&UNIT, &absent_votes), Outcome::Lost);
        let one_more = count(10, 10, 0, (6, 4));
        assert_eq!(outcome(&UNIT, &one_more), Outcome::Carried);
    }

    #[test]
    fn a_tie_is_none_where_more_than_half_is_asked_for() {
        let two_thirds = VotingRules {
            more_than: TWO_THIRDS,
            ..STANDING
        };
        let tied = with_chair(Some(true), count(4, 4, 0, (2, 2)));
        assert_eq!(outcome(&two_thirds, &tied), Outcome::Lost);
    }

    #[test]
    fn a_body_of_any_size_is_counted_exactly() {
        let everybody = count(u32::MAX, u32::MAX, 0, (u32::MAX, 0));
        assert_eq!(outcome(&UNIT, &everybody), Outcome::Carried);
    }
}
