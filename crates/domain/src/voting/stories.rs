//! Stories of counting.

use super::*;
use crate::campaign::RecusalRules;

const TWO_THIRDS: Share = Share { part: 2, whole: 3 };
const HALF: Share = Share { part: 1, whole: 2 };

const RECUSAL: RecusalRules = RecusalRules {
    counts_for_quorum: true,
    leaves_denominator: true,
    of_managers: true,
};

const UNIT: VotingRules = VotingRules {
    members: None,
    quorum: TWO_THIRDS,
    needs_presider: false,
    threshold: Threshold::MoreThan(HALF),
    denominator: Denominator::EligibleAfterRecusal,
    recusal: RECUSAL,
    tie: Some(TieRule::Lost),
    eligible_min: 1,
    written_opinions: false,
};

const STANDING: VotingRules = VotingRules {
    members: Some(4),
    needs_presider: true,
    tie: Some(TieRule::ChairSide),
    eligible_min: 2,
    ..UNIT
};

const FULL: VotingRules = VotingRules {
    members: Some(15),
    threshold: Threshold::AtLeast(TWO_THIRDS),
    tie: None,
    written_opinions: true,
    ..STANDING
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
    Count::of_sums(total, present, recused, tally)
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
}

/// INV-20: each denominator, with and without those who take no part.
#[test]
fn the_denominator_is_what_the_rules_say() {
    let three_of_five_present = count(8, 5, 1, (3, 1));
    for (denominator, leaves_denominator, expected) in [
        (Denominator::EligibleAfterRecusal, true, Outcome::Carried),
        (Denominator::Present, true, Outcome::Carried),
        (Denominator::Present, false, Outcome::Carried),
        (Denominator::TotalMembers, true, Outcome::Lost),
        (Denominator::TotalMembers, false, Outcome::Lost),
    ] {
        let rules = VotingRules {
            quorum: HALF,
            denominator,
            recusal: RecusalRules {
                leaves_denominator,
                ..RECUSAL
            },
            ..UNIT
        };
        assert_eq!(outcome(&rules, &three_of_five_present), expected);
    }
    let of_all = |leaves_denominator| VotingRules {
        denominator: Denominator::TotalMembers,
        recusal: RecusalRules {
            leaves_denominator,
            ..RECUSAL
        },
        ..STANDING
    };
    let two_of_four = count(4, 4, 1, (2, 1));
    assert_eq!(outcome(&of_all(true), &two_of_four), Outcome::Carried);
    assert_eq!(outcome(&of_all(false), &two_of_four), Outcome::Lost);
}

#[test]
fn whoever_takes_no_part_counts_for_the_quorum_where_the_rules_say_so() {
    let three_there_one_recused = count(4, 3, 1, (2, 0));
    assert_eq!(
        outcome(&STANDING, &three_there_one_recused),
        Outcome::Carried
    );
    let rules = VotingRules {
        recusal: RecusalRules {
            counts_for_quorum: false,
            ..RECUSAL
        },
        ..STANDING
    };
    assert_eq!(outcome(&rules, &three_there_one_recused), Outcome::NoQuorum);
}

/// INV-22.
#[test]
fn a_quorum_without_chair_and_vice_chair_is_none_where_the_rules_ask_for_one() {
    let alone = Count {
        has_presider: false,
        ..count(4, 3, 0, (3, 0))
    };
    assert_eq!(outcome(&STANDING, &alone), Outcome::NoQuorum);
    let free = VotingRules {
        needs_presider: false,
        ..STANDING
    };
    assert_eq!(outcome(&free, &alone), Outcome::Carried);
}

#[test]
fn the_full_council_carries_by_two_thirds_and_knows_no_tie() {
    for (present, recused, votes, expected) in [
        (9, 0, (9, 0), Outcome::NoQuorum),
        (10, 0, (6, 4), Outcome::Lost),
        (10, 0, (7, 3), Outcome::Carried),
        (12, 0, (8, 4), Outcome::Carried),
        (12, 0, (7, 5), Outcome::Lost),
        (12, 0, (6, 6), Outcome::Lost),
        (13, 1, (8, 4), Outcome::Carried),
        (15, 0, (0, 0), Outcome::Lost),
    ] {
        let count = with_chair(Some(true), count(15, present, recused, votes));
        assert_eq!(outcome(&FULL, &count), expected, "{count:?}");
        assert!(!is_tie(&FULL, &count));
    }
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
        threshold: Threshold::MoreThan(TWO_THIRDS),
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
