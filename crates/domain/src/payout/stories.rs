//! Stories of prize money: computed by the law, paid by a second person, given back, recovered.

use crate::{
    AwardCoefficients, Dong, NomineeKind, Prize, RoundingRule, StreamKey,
    award_files::CloseRevokedAwards,
    fund::{self, ReturnedBecause},
    legal_basis::RecordBaseWage,
    payout::{Event, PrizeReturn, RecordPrizeRecovered, ReturnPrize},
    prize,
    stories_kit::{Stage, day, given, instrument, paper, system},
    stories_way::{
        both, c1, compute, decision, files_opened, finance, funds_committed, i1, issued, pay,
        prizes_computed, prizes_paid, second_finance,
    },
};

fn computed(kind: NomineeKind, coefficient_bp: u32, amount: i64) -> Event {
    Event::PrizeComputed {
        kind,
        legal_regime: instrument("ND-98-2023"),
        base_wage_series: instrument("luong-co-so"),
        issued_on: day("2024-12-27"),
        prize: Prize {
            base_wage: Dong(2_340_000),
            coefficient_bp,
            rounding: RoundingRule::Ceil10k,
            amount: Dong(amount),
        },
    }
}

fn give_back() -> ReturnPrize {
    ReturnPrize {
        nomination: i1(),
        reason_code: PrizeReturn::Donated,
    }
}

fn recover(instalment: u32, amount: i64) -> RecordPrizeRecovered {
    RecordPrizeRecovered {
        nomination: c1(),
        instalment,
        amount: Dong(amount),
    }
}

fn to_recover() -> Stage {
    let close = CloseRevokedAwards {
        from: 0,
        decision: decision(1),
    };
    prizes_paid().revoked(&c1()).then(&system(), close)
}

/// INV-31.
#[test]
fn a_prize_is_computed_with_all_its_inputs() {
    given(files_opened()).when(&finance(), compute()).then([
        (
            StreamKey::payout(&c1()),
            computed(NomineeKind::Collective, 6_000, 1_410_000),
        ),
        (
            StreamKey::payout(&i1()),
            computed(NomineeKind::Individual, 3_000, 710_000),
        ),
    ]);
    given(issued())
        .when(&finance(), compute())
        .then_refused("payout_absent");
}

/// E43, INV-31.
#[test]
fn a_later_base_wage_changes_nothing() {
    let higher = RecordBaseWage {
        instrument: instrument("luong-co-so"),
        amount: Dong(2_530_000),
        valid_from: day("2025-01-01"),
        document: paper("Nghị định về lương cơ sở"),
    };
    let stage = files_opened()
        .at("2025-01-06T09:00")
        .then(&system(), higher);
    let effects = given(stage).when(&finance(), compute()).then_effects();
    let event = computed(NomineeKind::Collective, 6_000, 1_410_000);
    assert_eq!(effects[0].event, event.into());
}

/// INV-31.
#[test]
fn the_prizes_of_the_season_come_to_13_440_000_dong() {
    let district = AwardCoefficients {
        individual_bp: 3_000,
        collective_bp: 6_000,
        rounding: RoundingRule::Ceil10k,
    };
    let amount = |kind| prize(district, Dong(2_340_000), kind).amount.0;
    let sum = 5 * amount(NomineeKind::Collective) + 9 * amount(NomineeKind::Individual);
    assert_eq!(sum, 13_440_000);
}

/// SD7, INV-32.
#[test]
fn a_second_finance_officer_pays_what_is_committed_and_each_prize_once() {
    let expected = [
        (
            StreamKey::fund(2024),
            crate::Event::from(fund::Event::PrizesPaid {
                decision: decision(1),
                amount: Dong(2_120_000),
            }),
        ),
        (
            StreamKey::payout(&c1()),
            Event::PrizePaid {
                amount: Dong(1_410_000),
            }
            .into(),
        ),
        (
            StreamKey::payout(&i1()),
            Event::PrizePaid {
                amount: Dong(710_000),
            }
            .into(),
        ),
    ];
    given(funds_committed())
        .when(&second_finance(), pay(both()))
        .then(expected);
    given(funds_committed())
        .when(&finance(), pay(both()))
        .then_refused("paid_by_committer");
    given(prizes_computed())
        .when(&second_finance(), pay(both()))
        .then_refused("payout_wrong_stage");
}

/// INV-35.
#[test]
fn nothing_is_paid_for_a_revoked_award() {
    given(funds_committed().revoked(&c1()))
        .when(&second_finance(), pay(both()))
        .then_refused("wrong_gate");
}

/// E45.
#[test]
fn an_awardee_gives_the_money_back_and_the_fund_has_it_again() {
    let returned = fund::Event::MoneyReturned {
        nomination: i1(),
        amount: Dong(710_000),
        reason_code: ReturnedBecause::Returned,
    };
    let event = Event::PrizeReturned {
        reason_code: PrizeReturn::Donated,
    };
    given(prizes_paid()).when(&finance(), give_back()).then([
        (StreamKey::fund(2024), crate::Event::from(returned)),
        (StreamKey::payout(&i1()), event.into()),
    ]);
    let unpaid = given(funds_committed()).when(&finance(), give_back());
    assert_eq!(unpaid.then_effects().len(), 2);
    given(files_opened())
        .when(&finance(), give_back())
        .then_refused("payout_wrong_stage");
}

/// INV-32.
#[test]
fn no_more_is_recovered_than_was_paid() {
    given(to_recover())
        .when(&finance(), recover(1, 1_410_001))
        .then_refused("recovery_out_of_range");
    given(to_recover())
        .when(&finance(), recover(2, 10_000))
        .then_refused("instalment_out_of_order");
    let partly = to_recover().then(&finance(), recover(1, 1_000_000));
    given(partly.clone())
        .when(&finance(), recover(2, 410_001))
        .then_refused("recovery_out_of_range");
    let rest = given(partly).when(&finance(), recover(2, 410_000));
    assert_eq!(rest.then_effects().len(), 2);
    given(prizes_paid())
        .when(&finance(), recover(1, 10_000))
        .then_refused("no_prize_to_recover");
}
