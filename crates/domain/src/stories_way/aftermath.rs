//! After the issue of the decision on C1 and I1.

use std::sync::LazyLock;

use crate::{
    Actor, Dong, NominationId, Role, StreamKey,
    award_files::OpenAwardFiles,
    decision::RevocationGround,
    fund::{AfterYearEnd, CommitFunds, CreditFund},
    nomination,
    payout::{ComputePrizes, PayPrizes},
    stories_kit::{Stage, acting, day, paper, system},
    stories_way::{Step, beginning, c1, clerk, decision, i1, way},
};

/// The accountant who computes and commits.
pub(crate) fn finance() -> Actor {
    acting("ke-toan", Role::FinanceOfficer)
}

/// The accountant who pays (SD7).
pub(crate) fn second_finance() -> Actor {
    acting("thu-quy", Role::FinanceOfficer)
}

/// The office of culture.
pub(crate) fn publicist() -> Actor {
    acting("van-hoa", Role::PublicityOfficer)
}

/// Both decided, the decision issued on 27 December at ten.
pub(crate) fn issued() -> Stage {
    static ISSUED: LazyLock<Stage> = LazyLock::new(|| {
        way()
            .into_iter()
            .fold(beginning(), |stage, Step { at, actor, command }| {
                stage.at(at).then(&actor, command)
            })
    });
    ISSUED.clone()
}

/// The system opened the files of both awards.
pub(crate) fn files_opened() -> Stage {
    issued().then(&system(), open_files())
}

/// Computed, and a fund that holds three million đồng.
pub(crate) fn prizes_computed() -> Stage {
    files_opened()
        .then(&finance(), compute())
        .then(&finance(), credit(1, 3_000_000))
}

/// Set aside on 31 December.
pub(crate) fn funds_committed() -> Stage {
    prizes_computed()
        .at("2024-12-31T09:00")
        .then(&finance(), commit())
}

/// Paid on 15 January.
pub(crate) fn prizes_paid() -> Stage {
    funds_committed()
        .at("2025-01-15T09:00")
        .then(&second_finance(), pay(vec![c1(), i1()]))
}

pub(crate) fn open_files() -> OpenAwardFiles {
    OpenAwardFiles {
        from: 0,
        decision: decision(1),
    }
}

pub(crate) fn compute() -> ComputePrizes {
    ComputePrizes {
        decision: decision(1),
    }
}

pub(crate) fn commit() -> CommitFunds {
    CommitFunds {
        decision: decision(1),
        year: 2024,
    }
}

pub(crate) fn pay(nominations: Vec<NominationId>) -> PayPrizes {
    PayPrizes { nominations }
}

pub(crate) fn credit(number: u32, amount: i64) -> CreditFund {
    CreditFund {
        year: 2024,
        credit: number,
        amount: Dong(amount),
        after_year_end: AfterYearEnd::YearClosed,
        document: paper("Quyết định giao dự toán"),
    }
}

impl Stage {
    /// The award is revoked, as the issue of a revoking decision records it.
    pub(crate) fn revoked(self, nomination: &NominationId) -> Self {
        let event = nomination::Event::AwardRevoked {
            decision: decision(1),
            number: 12,
            symbol: "QĐ-UBND".into(),
            date: day("2025-01-10"),
            ground: RevocationGround::ViolationConcluded,
        };
        self.with(&clerk(), [(StreamKey::nomination(nomination), event)])
    }
}
