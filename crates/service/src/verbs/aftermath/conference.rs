//! `khen conference`: the conference at which awards are presented and the campaign is summed up.

use serde_json::Value;

use crate::client::{conference, decision};
use crate::verbs::table::{Deed, Kind, Table, Take, json_of, plain, position, text, time};
use khen_domain::{CommandKind, DocumentKind};

/// Deeds of `khen conference`.
#[derive(Debug)]
pub(crate) struct Conference;

impl Table for Conference {
    const VERB: &'static str = "conference";
    const DEEDS: &'static [Deed] = DEEDS;
}

const DEEDS: &[Deed] = &[
    Deed {
        word: "schedule",
        command: CommandKind::ScheduleConference,
        about: "Say when and within which conference awards are presented (campaign manager)",
        example: "HQ-CCHC-2024-1 --at 2024-12-31T08:00 --within 'Hội nghị tổng kết công tác năm \
                  2024'",
        takes: &[
            CONFERENCE,
            plain(
                "starts_at",
                "at",
                Kind::Read(time),
                "When: 2024-12-31T08:00 is a time in Viet Nam",
            ),
            plain(
                "within",
                "within",
                Kind::Read(text),
                "The conference within which it takes place",
            ),
        ],
    },
    Deed {
        word: "ceremony",
        command: CommandKind::RecordAwardCeremony,
        about: "Record that the awards of these decisions were presented (campaign manager)",
        example: "HQ-CCHC-2024-1 --decision HQ-CCHC-2024-1",
        takes: &[
            CONFERENCE,
            plain(
                "decisions",
                "decision",
                Kind::Read(issued),
                "A decision whose awards were presented",
            )
            .several(),
        ],
    },
    Deed {
        word: "report",
        command: CommandKind::RecordSummationReport,
        about: "Add the report that sums the campaign up (campaign manager)",
        example: "HQ-CCHC-2024-1 bao-cao-tong-ket.pdf",
        takes: &[
            CONFERENCE,
            position(
                "report",
                Kind::Paper(DocumentKind::SummationReport),
                "The report",
            ),
        ],
    },
    Deed {
        word: "close",
        command: CommandKind::CloseConference,
        about: "Close the conference (campaign manager)",
        example: "HQ-CCHC-2024-1",
        takes: &[CONFERENCE],
    },
];

const CONFERENCE: Take = position(
    "conference",
    Kind::Read(id),
    "The conference: CAMPAIGN-NUMBER, the first is 1",
);

fn id(text: &str) -> Result<Value, String> {
    json_of(conference(text))
}

fn issued(text: &str) -> Result<Value, String> {
    json_of(decision(text))
}
