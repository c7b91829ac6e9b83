//! What else people may ask after the issue: every step of it at the wrong time, other sums, and the
//! money given back.

use super::{Wish, decisions, wish};
use crate::{
    DocumentKind, Dong, NomineeKind,
    certificate::{
        RecordCertificateRecovered, RecordSpoiltStock, ReissueCertificate, ReissueReason,
    },
    fund::RecordFundShortfall,
    legal_basis::RecordBaseWage,
    payout::{PrizeReturn, ReturnPrize},
    properties::aftermath::{
        aftermath, broadcast, broadcaster, close_campaign, close_files, close_selection, plan,
        recover, story, ticket,
    },
    publicity::{WithdrawStory, WithdrawnBecause},
    stories_kit::{
        campaign_manager, day, document, instrument, paper, review_head, sealed, system,
    },
    stories_way as step,
};

pub(in crate::properties) fn afterwards() -> Vec<Wish> {
    let steps = aftermath().into_iter();
    let steps = steps.map(|step| (step.actor, step.command)).collect();
    let parts = [
        steps,
        decisions(),
        money(),
        certificates(),
        publicity(),
        ends(),
    ];
    parts.into_iter().flatten().collect()
}

fn money() -> Vec<Wish> {
    let higher = RecordBaseWage {
        instrument: instrument("luong-co-so"),
        amount: Dong(2_530_000),
        valid_from: day("2025-01-01"),
        document: paper("Nghị định về lương cơ sở"),
    };
    let shortfall = RecordFundShortfall {
        decision: step::decision(1),
        year: 2024,
    };
    let mut wishes = vec![
        wish(&system(), higher),
        wish(&step::finance(), shortfall),
        wish(&step::finance(), step::pay(step::both())),
        wish(&step::second_finance(), step::commit()),
    ];
    for (number, amount) in [(1, 2_119_999), (2, 1), (2, 5_000_000), (3, 710_000)] {
        wishes.push(wish(&step::finance(), step::credit(number, amount)));
    }
    for nomination in step::both() {
        let pay = step::pay(vec![nomination.clone()]);
        wishes.push(wish(&step::second_finance(), pay));
        for reason_code in [PrizeReturn::Donated, PrizeReturn::MoneyRefused] {
            let give_back = ReturnPrize {
                nomination: nomination.clone(),
                reason_code,
            };
            wishes.push(wish(&step::finance(), give_back));
        }
    }
    for kind in [NomineeKind::Collective, NomineeKind::Individual] {
        for (instalment, amount) in [(1, 1_410_001), (1, 410_000), (2, 1_000_001), (3, 1)] {
            let recover = recover(kind, instalment, amount);
            wishes.push(wish(&step::finance(), recover));
        }
    }
    wishes
}

fn certificates() -> Vec<Wish> {
    let mut wishes = Vec::new();
    for nomination in step::both() {
        let reissue = ReissueCertificate {
            nomination: nomination.clone(),
            reason_code: ReissueReason::SheetLost,
            note: sealed("Cấp lại lần 1"),
            scan: document(DocumentKind::Certificate, 0x72),
        };
        let spoilt = RecordSpoiltStock {
            nomination: nomination.clone(),
            sheets: 1,
            minutes: document(DocumentKind::Minutes, 0x73),
        };
        let recovered = RecordCertificateRecovered { nomination };
        wishes.push(wish(&campaign_manager(), reissue));
        wishes.push(wish(&campaign_manager(), spoilt));
        wishes.push(wish(&campaign_manager(), recovered));
    }
    wishes
}

fn publicity() -> Vec<Wish> {
    let mut wishes = Vec::new();
    for number in 1..5 {
        let withdraw = WithdrawStory {
            publicity: ticket(number),
            reason_code: WithdrawnBecause::SubjectAsks,
        };
        wishes.push(wish(&step::publicist(), plan(number)));
        wishes.push(wish(&step::publicist(), withdraw));
        for date in ["2024-12-27", "2025-01-10"] {
            wishes.push(wish(&step::publicist(), story(number, date)));
            wishes.push(wish(&broadcaster(), broadcast(number, date)));
        }
    }
    wishes
}

fn ends() -> Vec<Wish> {
    vec![
        wish(&system(), close_files(1)),
        wish(&system(), close_files(2)),
        wish(&review_head(), close_selection()),
        wish(&campaign_manager(), close_campaign()),
    ]
}
