//! `khen publicity`: what is told of awards, on the radio and in writing.

use serde_json::Value;

use crate::client::{publicity, words};
use crate::verbs::table::{
    Deed, Kind, Table, Take, case, cases, date, json_of, optional, plain, position,
};
use khen_domain::{
    CommandKind, DocumentKind,
    publicity::{Channel, WithdrawnBecause},
};

/// Deeds of `khen publicity`.
#[derive(Debug)]
pub(crate) struct Publicity;

impl Table for Publicity {
    const VERB: &'static str = "publicity";
    const DEEDS: &'static [Deed] = DEEDS;
}

const DEEDS: &[Deed] = &[
    Deed {
        word: "plan",
        command: CommandKind::PlanPublicity,
        about: "Plan a broadcast, or a story about one awardee (publicity officer)",
        example: "HQ-CCHC-2024-1 --channel radio --on 2024-12-30",
        takes: &[
            TICKET,
            plain("channel", "channel", Kind::Word(words::<Channel>), "Where"),
            plain(
                "planned_for",
                "on",
                Kind::Read(date),
                "For which day, YYYY-MM-DD",
            ),
            STORY_OF,
        ],
    },
    Deed {
        word: "broadcast",
        command: CommandKind::RecordBroadcast,
        about: "Record a broadcast, with the awardees whom it named (publicity officer, \
                broadcaster)",
        example: "HQ-CCHC-2024-1 HQ-CCHC-2024-0001-N HQ-CCHC-2024-0007-B --date 2024-12-30",
        takes: &[TICKET, cases("nominations").any(), DATE],
    },
    Deed {
        word: "story",
        command: CommandKind::PublishStory,
        about: "Record a story as published (publicity officer)",
        example: "HQ-CCHC-2024-1 --date 2024-12-30 --about HQ-CCHC-2024-0007-B",
        takes: &[
            TICKET,
            DATE,
            STORY_OF,
            optional(
                "notice",
                "notice",
                Kind::Paper(DocumentKind::Evidence),
                "The paper by which the awardee was told beforehand",
            ),
        ],
    },
    Deed {
        word: "withdraw",
        command: CommandKind::WithdrawStory,
        about: "Take a story back (publicity officer)",
        example: "HQ-CCHC-2024-1 --because subject_asks",
        takes: &[
            TICKET,
            plain(
                "reason_code",
                "because",
                Kind::Word(words::<WithdrawnBecause>),
                "Why",
            ),
        ],
    },
    Deed {
        word: "correct",
        command: CommandKind::RecordCorrectionBroadcast,
        about: "Record that a correction was broadcast (publicity officer, broadcaster)",
        example: "HQ-CCHC-2024-1 --date 2025-01-06",
        takes: &[TICKET, DATE],
    },
];

const TICKET: Take = position(
    "publicity",
    Kind::Read(ticket),
    "The ticket: CAMPAIGN-NUMBER, the first is 1",
);
const DATE: Take = plain("date", "date", Kind::Read(date), "The day, YYYY-MM-DD");
const STORY_OF: Take = optional(
    "nomination",
    "about",
    Kind::Read(case),
    "Mã hồ sơ of the awardee whom it is about",
);

fn ticket(id: &str) -> Result<Value, String> {
    json_of(publicity(id))
}
