//! A prize in the queue.

use crate::kit::{History, decision, nomination};
use khen_domain::{
    Dong, InstrumentId, NomineeKind, Prize, RoundingRule, StreamKey, payout::Event as Payout,
    stories_kit::day,
};
use khen_projections::Queue;

fn regime() -> InstrumentId {
    InstrumentId::parse("nd-98-2023").expect("the story is well formed")
}

fn opened() -> Payout {
    Payout::PayoutOpened {
        nomination: nomination(),
        decision: decision(),
        kind: NomineeKind::Collective,
        legal_regime: regime(),
        issued_on: day("2024-12-27"),
    }
}

fn computed() -> Payout {
    Payout::PrizeComputed {
        kind: NomineeKind::Collective,
        legal_regime: regime(),
        base_wage_series: regime(),
        issued_on: day("2024-12-27"),
        prize: Prize {
            base_wage: Dong(2_340_000),
            coefficient_bp: 6_000,
            rounding: RoundingRule::Ceil10k,
            amount: Dong(1_410_000),
        },
    }
}

#[test]
fn the_term_of_a_payment_runs_from_the_issue_whatever_finance_does_on_the_way() {
    let stream = StreamKey::payout(&nomination());
    let history = History::default().then(&stream, opened());
    let counted_from = history.row::<Queue>().counted_from;
    let history = history.then(&stream, computed());
    let row = history.row::<Queue>();
    assert_eq!(
        (row.act.as_str(), row.counted_from),
        ("commit_funds", counted_from)
    );
    let history = history.then(&stream, Payout::PrizeCommitted { year: 2024 });
    let row = history.row::<Queue>();
    assert_eq!(
        (row.act.as_str(), row.counted_from),
        ("pay_prizes", counted_from)
    );
    assert!(row.since > counted_from);
    let paid = Payout::PrizePaid {
        amount: Dong(1_410_000),
    };
    assert!(history.then(&stream, paid).rows::<Queue>().is_empty());
}
