//! `khen quota`: the places of a campaign, and who waits for one.

use serde_json::{Value, json};

use crate::client::{campaign, words};
use crate::verbs::table::{
    CASE, CASES, Deed, Kind, SOURCE, SOURCE_DATE, SOURCE_NUMBER, Table, Take, cases, json_of,
    optional, plain, position, text, time, whole,
};
use khen_domain::{CommandKind, GroupId, NomineeKind, UnitId};

/// Deeds of `khen quota`.
#[derive(Debug)]
pub(crate) struct Quota;

impl Table for Quota {
    const VERB: &'static str = "quota";
    const DEEDS: &'static [Deed] = DEEDS;
}

const DEEDS: &[Deed] = &[
    Deed {
        word: "rank",
        command: CommandKind::RankForCouncil,
        about: "Rank the cases of a kind for the Council, best first; who finds no place waits (head \
                of Home Affairs)",
        example: "HQ-CCHC-2024 --kind individual HQ-CCHC-2024-0007-B HQ-CCHC-2024-0008-D",
        takes: &[CAMPAIGN, KIND, cases("ranking")],
    },
    Deed {
        word: "promote",
        command: CommandKind::PromoteFromWaitlist,
        about: "Take the next in rank out of a waitlist (head of Home Affairs)",
        example: "HQ-CCHC-2024-0008-D --due 2024-12-06T17:00",
        takes: &[
            CASES,
            optional(
                "due",
                "due",
                Kind::Read(time),
                "Until when the unit may send it, where it has not yet",
            ),
        ],
    },
    Deed {
        word: "move",
        command: CommandKind::ReallocateQuota,
        about: "Move slots between units, groups and the reserve, before the deadline (campaign \
                manager)",
        example: "HQ-CCHC-2024 --kind individual --slots 1 --from unit:van-phong --to \
                  unit:minh-duc --because 'Đơn vị không có người đủ điều kiện' --on-behalf-of \
                  campaign_authority",
        takes: &[
            CAMPAIGN,
            KIND,
            plain("slots", "slots", Kind::Read(whole), "How many"),
            optional(
                "from",
                "from",
                Kind::Read(holder),
                "unit:UNIT or group:GROUP; without it the reserve",
            ),
            optional(
                "to",
                "to",
                Kind::Read(holder),
                "unit:UNIT or group:GROUP; without it the reserve",
            ),
            plain("reason", "because", Kind::Read(text), "Why, in words"),
            plain(
                "reallocation",
                "number",
                Kind::Read(whole),
                "Number of this move in the campaign, from 1",
            )
            .or("1"),
        ],
    },
    Deed {
        word: "change",
        command: CommandKind::ChangeQuota,
        about: "Change the limits of a campaign by a document (campaign authority; the campaign \
                manager records it)",
        example: "HQ-CCHC-2024 --collective 6 --individual 12 --because 'Bổ sung chỉ tiêu' \
                  --document 'Quyết định điều chỉnh chỉ tiêu' --on-behalf-of campaign_authority",
        takes: &[
            CAMPAIGN,
            plain(
                "collective",
                "collective",
                Kind::Read(whole),
                "Places for collectives from now on",
            ),
            plain(
                "individual",
                "individual",
                Kind::Read(whole),
                "Places for individuals from now on",
            ),
            plain("reason", "because", Kind::Read(text), "Why, in words"),
            plain(
                "change",
                "number",
                Kind::Read(whole),
                "Number of this change in the campaign, from 1",
            )
            .or("1"),
            SOURCE,
            SOURCE_NUMBER,
            SOURCE_DATE,
        ],
    },
    Deed {
        word: "restore",
        command: CommandKind::RestoreQuota,
        about: "Give the place of a revoked award back to the quota (campaign authority; the \
                campaign manager records it)",
        example: "HQ-CCHC-2024-0007-B --document 'Văn bản cho phép sử dụng lại chỉ tiêu' \
                  --on-behalf-of campaign_authority",
        takes: &[CASE, SOURCE, SOURCE_NUMBER, SOURCE_DATE],
    },
];

const CAMPAIGN: Take = position("campaign", Kind::Read(id), "The campaign");
const KIND: Take = plain(
    "kind",
    "kind",
    Kind::Word(words::<NomineeKind>),
    "Collectives or individuals",
);

fn id(text: &str) -> Result<Value, String> {
    json_of(campaign(text))
}

/// Who holds slots: `unit:van-phong`, `group:agencies`.
fn holder(said: &str) -> Result<Value, String> {
    let wrong = || "expected unit:UNIT or group:GROUP".to_owned();
    let (kind, id) = said.split_once(':').ok_or_else(wrong)?;
    match kind {
        "unit" => Ok(json!({ "unit": UnitId::parse(id).map_err(|error| error.to_string())? })),
        "group" => Ok(json!({ "group": GroupId::parse(id).map_err(|error| error.to_string())? })),
        _ => Err(wrong()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn slots_belong_to_a_unit_or_a_group() {
        assert_eq!(holder("unit:van-phong"), Ok(json!({ "unit": "van-phong" })));
        assert_eq!(holder("group:agencies"), Ok(json!({ "group": "agencies" })));
        for wrong in ["van-phong", "office:van-phong", "unit:"] {
            assert!(holder(wrong).is_err(), "{wrong}");
        }
    }
}
