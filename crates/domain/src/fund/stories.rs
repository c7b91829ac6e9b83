//! Stories of the reward fund: no more is set aside than is there, and in time.

use crate::{
    Dong, StreamKey,
    fund::{AfterYearEnd, CommitFunds, CreditFund, Event, RecordFundShortfall},
    stories_kit::given,
    stories_way::{
        commit, compute, credit, decision, files_opened, finance, funds_committed, prizes_computed,
    },
};

fn shortfall() -> RecordFundShortfall {
    RecordFundShortfall {
        decision: decision(1),
        year: 2024,
    }
}

#[test]
fn credits_of_a_year_are_numbered_and_stand() {
    given(files_opened())
        .when(&finance(), credit(2, 1_000))
        .then_refused("credit_out_of_order");
    given(files_opened())
        .when(&finance(), credit(1, 0))
        .then_refused("credit_without_amount");
    let credited = || files_opened().then(&finance(), credit(1, 1_000));
    given(credited())
        .when(&finance(), credit(1, 2_000))
        .then_refused("fund_credited_otherwise");
    given(credited())
        .when(&finance(), credit(1, 1_000))
        .then_nothing_happens();
}

/// INV-33, E44.
#[test]
fn no_more_is_committed_than_the_fund_holds_and_a_shortfall_is_recorded() {
    let poor = || {
        files_opened()
            .then(&finance(), compute())
            .then(&finance(), credit(1, 2_119_999))
    };
    given(poor())
        .when(&finance(), commit())
        .then_refused("fund_short");
    given(poor()).when(&finance(), shortfall()).then([(
        StreamKey::fund(2024),
        Event::FundShortfallRecorded {
            decision: decision(1),
            needed: Dong(2_120_000),
            available: Dong(2_119_999),
        },
    )]);
    let credited = poor()
        .then(&finance(), shortfall())
        .then(&finance(), credit(2, 1));
    let committed = given(credited).when(&finance(), commit()).then_effects();
    assert_eq!(committed.len(), 3);
    given(prizes_computed())
        .when(&finance(), shortfall())
        .then_refused("fund_sufficient");
}

/// INV-32.
#[test]
fn money_is_committed_for_computed_prizes() {
    given(files_opened().then(&finance(), credit(1, 3_000_000)))
        .when(&finance(), commit())
        .then_refused("nothing_to_commit");
}

#[test]
fn the_fund_says_what_becomes_of_a_commitment_after_its_year() {
    given(prizes_computed().at("2025-01-02T09:00"))
        .when(&finance(), commit())
        .then_refused("budget_year_over");
    let lenient = CreditFund {
        after_year_end: AfterYearEnd::LateMarked,
        ..credit(2, 1)
    };
    let stage = prizes_computed().then(&finance(), lenient);
    let effects = given(stage.at("2025-01-02T09:00"))
        .when(&finance(), commit())
        .then_effects();
    let late = Event::FundsCommitted {
        decision: decision(1),
        prizes: 2,
        amount: Dong(2_120_000),
        is_late: true,
    };
    assert_eq!(effects[0].event, late.into());
}

#[test]
fn the_prizes_of_a_decision_come_from_the_fund_of_one_year() {
    let next_year = CommitFunds {
        year: 2025,
        ..commit()
    };
    given(funds_committed())
        .when(&finance(), next_year)
        .then_refused("prizes_committed_otherwise");
}
