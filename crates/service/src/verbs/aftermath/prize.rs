//! `khen prize`: prizes (tiền thưởng) and the fund that pays them.

use serde_json::Value;

use crate::client::{decision, words};
use crate::verbs::table::{
    CASE, CASES, Deed, Kind, SOURCE, SOURCE_DATE, SOURCE_NUMBER, Table, Take, amount, json_of,
    plain, position, whole,
};
use khen_domain::{CommandKind, fund::AfterYearEnd, payout::PrizeReturn};

/// Deeds of `khen prize`.
#[derive(Debug)]
pub(crate) struct Prize;

impl Table for Prize {
    const VERB: &'static str = "prize";
    const DEEDS: &'static [Deed] = DEEDS;
}

const DEEDS: &[Deed] = &[
    Deed {
        word: "compute",
        command: CommandKind::ComputePrizes,
        about: "Compute the prizes of a decision: coefficient and base wage of the day of the issue \
                (finance officer)",
        example: "HQ-CCHC-2024-1",
        takes: &[DECISION],
    },
    Deed {
        word: "commit",
        command: CommandKind::CommitFunds,
        about: "Set the money of a decision aside in the fund of a year (finance officer)",
        example: "HQ-CCHC-2024-1 --year 2024",
        takes: &[DECISION, YEAR],
    },
    Deed {
        word: "shortfall",
        command: CommandKind::RecordFundShortfall,
        about: "Record that the fund of a year does not suffice for a decision (finance officer)",
        example: "HQ-CCHC-2024-1 --year 2024",
        takes: &[DECISION, YEAR],
    },
    Deed {
        word: "pay",
        command: CommandKind::PayPrizes,
        about: "Record that prizes are paid (finance officer)",
        example: "HQ-CCHC-2024-0001-N HQ-CCHC-2024-0007-B",
        takes: &[CASES],
    },
    Deed {
        word: "return",
        command: CommandKind::ReturnPrize,
        about: "Record that an awardee leaves the money to the fund (finance officer)",
        example: "HQ-CCHC-2024-0007-B --because donated",
        takes: &[
            CASE,
            plain(
                "reason_code",
                "because",
                Kind::Word(words::<PrizeReturn>),
                "Why",
            ),
        ],
    },
    Deed {
        word: "recovered",
        command: CommandKind::RecordPrizeRecovered,
        about: "Record money of a revoked award that has come back, whole or in part (finance \
                officer)",
        example: "HQ-CCHC-2024-0007-B 702.000",
        takes: &[
            CASE,
            AMOUNT,
            plain(
                "instalment",
                "instalment",
                Kind::Read(whole),
                "Number of the instalment, from 1",
            )
            .or("1"),
        ],
    },
    Deed {
        word: "credit",
        command: CommandKind::CreditFund,
        about: "Record money that comes into the fund of a year (finance officer)",
        example: "100.000.000 --year 2024 --document 'Quyết định giao dự toán' --document-number 08/QĐ-UBND --document-date 2024-01-02 --after-year-end \
                  year_closed",
        takes: &[
            AMOUNT,
            YEAR,
            plain(
                "credit",
                "credit",
                Kind::Read(whole),
                "Number of this credit in the year, from 1",
            )
            .or("1"),
            plain(
                "after_year_end",
                "after-year-end",
                Kind::Word(words::<AfterYearEnd>),
                "What becomes of what is paid from it after the end of its year",
            ),
            SOURCE,
            SOURCE_NUMBER,
            SOURCE_DATE,
        ],
    },
];

const DECISION: Take = position(
    "decision",
    Kind::Read(issued),
    "The decision, as `khen board decisions` prints it",
);
const AMOUNT: Take = position("amount", Kind::Read(amount), "Đồng, for example 1.404.000");
const YEAR: Take = plain("year", "year", Kind::Read(whole), "The year of the fund");

fn issued(id: &str) -> Result<Value, String> {
    json_of(decision(id))
}
