//! Deeds of `khen dispatch` after the decision went out.

use serde_json::Value;

use crate::client::{decision, words};
use crate::verbs::table::{Deed, Kind, Table, Take, date, json_of, plain, position, text};
use khen_domain::{CommandKind, DocumentKind, decision::FormalError};

/// Further deeds of `khen dispatch`.
#[derive(Debug)]
pub(crate) struct Correct;

impl Table for Correct {
    const VERB: &'static str = "dispatch";
    const DEEDS: &'static [Deed] = DEEDS;
}

const DEEDS: &[Deed] = &[
    Deed {
        word: "recalled",
        command: CommandKind::RecordRecallConfirmed,
        about: "Record that a recipient has sent a recalled copy back (records clerk)",
        example: "HQ-CCHC-2024-1 'Sở Tài chính' --on 2025-01-06",
        takes: &[
            DECISION,
            position("recipient", Kind::Read(text), "The recipient"),
            plain(
                "confirmed_on",
                "on",
                Kind::Read(date),
                "When it was confirmed, YYYY-MM-DD",
            ),
        ],
    },
    Deed {
        word: "correct",
        command: CommandKind::IssueFormalCorrection,
        about: "Issue a letter that corrects the form of a decision (records clerk)",
        example: "HQ-CCHC-2024-1 cong-van-dinh-chinh.pdf --corrects layout --number 15/UBND-NV \
                  --date 2025-01-06",
        takes: &[
            DECISION,
            position(
                "document",
                Kind::Paper(DocumentKind::Evidence),
                "The letter",
            ),
            plain(
                "corrects",
                "corrects",
                Kind::Word(words::<FormalError>),
                "What it corrects",
            ),
            plain(
                "letter_no",
                "number",
                Kind::Read(text),
                "Number and symbol of the letter",
            ),
            plain("date", "date", Kind::Read(date), "Its date, YYYY-MM-DD"),
        ],
    },
];

const DECISION: Take = position(
    "decision",
    Kind::Read(id),
    "The decision, as `khen queue` prints it",
);

fn id(text: &str) -> Result<Value, String> {
    json_of(decision(text))
}
