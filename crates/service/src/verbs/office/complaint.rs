//! `khen complaint`: complaints, denunciations and petitions about a campaign.

use serde_json::Value;

use crate::client::{complaint, words};
use crate::verbs::table::{
    CASE, Deed, Kind, Table, Take, case, date, json_of, optional, plain, position, text,
};
use khen_domain::{
    CommandKind, DocumentKind,
    complaint::{ComplaintKind, ComplaintOutcome},
};

/// Deeds of `khen complaint`.
#[derive(Debug)]
pub(crate) struct Complaint;

impl Table for Complaint {
    const VERB: &'static str = "complaint";
    const DEEDS: &'static [Deed] = DEEDS;
}

const DEEDS: &[Deed] = &[
    Deed {
        word: "register",
        command: CommandKind::RegisterComplaint,
        about: "Register what was received (complaint officer)",
        example: "HQ-CCHC-2024-1 --kind complaint --known-on 2024-12-28 --about \
                  HQ-CCHC-2024-0008-D --text 'Khiếu nại kết quả xét duyệt' --letter don.pdf",
        takes: &[
            COMPLAINT,
            plain(
                "complaint_kind",
                "kind",
                Kind::Word(words::<ComplaintKind>),
                "What it is",
            ),
            plain(
                "knew_on",
                "known-on",
                Kind::Read(date),
                "When the writer knew of what it is about, YYYY-MM-DD",
            ),
            optional(
                "subject",
                "about",
                Kind::Read(case),
                "Mã hồ sơ that it is about",
            ),
            plain("text", "text", Kind::Read(text), "What it says, in short"),
            optional(
                "document",
                "letter",
                Kind::Paper(DocumentKind::Evidence),
                "The letter as it was received",
            ),
            optional(
                "is_anonymous",
                "anonymous",
                Kind::Flag,
                "Nobody has signed it",
            ),
        ],
    },
    Deed {
        word: "accept",
        command: CommandKind::AcceptComplaint,
        about: "Accept it for handling (complaint officer)",
        example: "HQ-CCHC-2024-1",
        takes: &[COMPLAINT],
    },
    Deed {
        word: "decide",
        command: CommandKind::DecideComplaint,
        about: "Record the decision on it: upheld or dismissed (complaint officer)",
        example: "HQ-CCHC-2024-1 upheld quyet-dinh-giai-quyet.pdf --number 12/QĐ-UBND --date \
                  2025-01-20",
        takes: &[
            COMPLAINT,
            position(
                "outcome",
                Kind::Word(words::<ComplaintOutcome>),
                "How it ended",
            ),
            position(
                "document",
                Kind::Paper(DocumentKind::Decision),
                "The decision",
            ),
            plain(
                "number",
                "number",
                Kind::Read(text),
                "Its number and symbol",
            ),
            plain("date", "date", Kind::Read(date), "Its date, YYYY-MM-DD"),
        ],
    },
    Deed {
        word: "reopen",
        command: CommandKind::ReopenByComplaint,
        about: "Open a closed case again after an upheld complaint (complaint officer)",
        example: "HQ-CCHC-2024-1 HQ-CCHC-2024-0008-D",
        takes: &[COMPLAINT, CASE],
    },
    Deed {
        word: "withdraw",
        command: CommandKind::WithdrawComplaint,
        about: "Record that the writer takes it back (complaint officer)",
        example: "HQ-CCHC-2024-1",
        takes: &[COMPLAINT],
    },
];

const COMPLAINT: Take = position(
    "complaint",
    Kind::Read(id),
    "The complaint: CAMPAIGN-NUMBER, the first is 1",
);

fn id(text: &str) -> Result<Value, String> {
    json_of(complaint(text))
}
