//! Deeds of `khen meeting` where a unit cannot meet or sign by itself.

use serde_json::Value;

use crate::client::{unit_session, words};
use crate::verbs::table::{CASE, Deed, Kind, Table, Take, json_of, plain, position};
use khen_domain::{CommandKind, Role, UnitId, unit_session::AlternateReason};

/// Who meets and signs in the place of others.
#[derive(Debug)]
pub(crate) struct Alternate;

impl Table for Alternate {
    const VERB: &'static str = "meeting";
    const DEEDS: &'static [Deed] = DEEDS;
}

const DEEDS: &[Deed] = &[
    Deed {
        word: "with-sister",
        command: CommandKind::NameAlternateBody,
        about: "Let a unit that cannot vote alone meet with a sister unit (Chairman)",
        example: "HQ-CCHC-2024/van-phong/1 --sister tai-chinh-ke-hoach --because all_involved \
                  --on-behalf-of chairman",
        takes: &[
            MEETING,
            BECAUSE,
            Take::always("body.kind", "sister_unit"),
            plain("body.unit", "sister", Kind::Read(unit), "The sister unit"),
        ],
    },
    Deed {
        word: "by-higher-head",
        command: CommandKind::NameAlternateBody,
        about: "Let the head of the higher unit decide for a unit that cannot vote (Chairman)",
        example: "HQ-CCHC-2024/van-phong/1 --head 'Chánh Văn phòng' --because too_few_staff \
                  --on-behalf-of chairman",
        takes: &[
            MEETING,
            BECAUSE,
            Take::always("body.kind", "higher_head"),
            plain(
                "body.head",
                "head",
                Kind::Assignment(&[Role::UnitHead]),
                "The head: a name, a title, a role or an id",
            ),
        ],
    },
    Deed {
        word: "signer",
        command: CommandKind::NameAlternateSigner,
        about: "Name who presides and signs where the head is the nominee and has no deputy \
                (Chairman)",
        example: "HQ-CCHC-2024-0007-B --signer 'Chánh Văn phòng' --on-behalf-of chairman",
        takes: &[
            CASE,
            plain(
                "signer",
                "signer",
                Kind::Assignment(&[Role::UnitHead, Role::UnitDeputy]),
                "A head or deputy of another unit: a name, a title, a role or an id",
            ),
        ],
    },
];

const MEETING: Take = position(
    "session",
    Kind::Read(meeting),
    "The meeting: CAMPAIGN/UNIT/NUMBER",
);
const BECAUSE: Take = plain(
    "reason_code",
    "because",
    Kind::Word(words::<AlternateReason>),
    "Why",
);

fn meeting(id: &str) -> Result<Value, String> {
    json_of(unit_session(id))
}

fn unit(id: &str) -> Result<Value, String> {
    json_of(UnitId::parse(id).map_err(|error| error.to_string()))
}
