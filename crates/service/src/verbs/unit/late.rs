//! Deeds of `khen submit` after the deadline.

use serde_json::Value;

use crate::client::{submission, words};
use crate::verbs::table::{Deed, Kind, Table, Take, json_of, plain, position, time};
use khen_domain::{CommandKind, submission::LateCause};

/// Permission to send late.
#[derive(Debug)]
pub(crate) struct Late;

impl Table for Late {
    const VERB: &'static str = "submit";
    const DEEDS: &'static [Deed] = DEEDS;
}

const DEEDS: &[Deed] = &[
    Deed {
        word: "ask-late",
        command: CommandKind::RequestLatePermission,
        about: "Ask to send after the deadline (unit head)",
        example: "HQ-CCHC-2024/van-phong/1 --because outage",
        takes: &[SUBMISSION, BECAUSE],
    },
    Deed {
        word: "allow-late",
        command: CommandKind::GrantLatePermission,
        about: "Allow a unit to send after the deadline (head of Home Affairs)",
        example: "HQ-CCHC-2024/van-phong/1 --because outage --until 2024-12-02T17:00",
        takes: &[
            SUBMISSION,
            BECAUSE,
            plain(
                "until",
                "until",
                Kind::Read(time),
                "Until when: 2024-12-02T17:00 is a time in Viet Nam",
            ),
        ],
    },
];

const SUBMISSION: Take = position(
    "submission",
    Kind::Read(id),
    "The submission: CAMPAIGN/UNIT/NUMBER, as `khen queue` prints it",
);
const BECAUSE: Take = plain(
    "reason_code",
    "because",
    Kind::Word(words::<LateCause>),
    "Why",
);

fn id(text: &str) -> Result<Value, String> {
    json_of(submission(text))
}
