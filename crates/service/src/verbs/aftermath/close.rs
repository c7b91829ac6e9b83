//! `khen close`: the end of a campaign.

use serde_json::{Value, json};

use crate::client::{Word, campaign};
use crate::verbs::table::{
    Deed, Kind, SOURCE, SOURCE_DATE, SOURCE_NUMBER, Table, Take, case_with, json_of, optional,
    plain, position, whole,
};
use khen_domain::{CommandKind, campaign::NotHandedOver};

/// Deeds of `khen close`.
#[derive(Debug)]
pub(crate) struct Close;

impl Table for Close {
    const VERB: &'static str = "close";
    const DEEDS: &'static [Deed] = DEEDS;
}

const DEEDS: &[Deed] = &[
    Deed {
        word: "selection",
        command: CommandKind::CloseSelection,
        about: "Close the selection: cases that went no further end here (head of Home Affairs)",
        example: "HQ-CCHC-2024",
        takes: &[CAMPAIGN],
    },
    Deed {
        word: "campaign",
        command: CommandKind::CloseCampaign,
        about: "Close a campaign whose awards are handed over and paid (campaign manager)",
        example: "HQ-CCHC-2024 --not-handed-over HQ-CCHC-2024-0007-B=not_collected",
        takes: &[
            CAMPAIGN,
            optional(
                "explanations",
                "not-handed-over",
                Kind::Read(explanation),
                "CODE=WHY: a certificate that nobody could be given, and why",
            )
            .any(),
        ],
    },
    Deed {
        word: "archive",
        command: CommandKind::TransferToArchive,
        about: "Record that the files of a closed campaign went to the archive (campaign manager)",
        example: "HQ-CCHC-2024 --years 20 --document 'Biên bản giao nhận hồ sơ' --document-date \
                  2025-06-30",
        takes: &[
            CAMPAIGN,
            plain(
                "retention_years",
                "years",
                Kind::Read(whole),
                "How many years they are kept",
            ),
            SOURCE,
            SOURCE_NUMBER,
            SOURCE_DATE,
        ],
    },
];

const CAMPAIGN: Take = position("campaign", Kind::Read(id), "The campaign");

fn id(text: &str) -> Result<Value, String> {
    json_of(campaign(text))
}

fn explanation(said: &str) -> Result<Value, String> {
    let (code, why) = case_with(said)?;
    let why: Word<NotHandedOver> = why.parse()?;
    Ok(json!({ "nomination": code, "reason_code": why }))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_explanation_is_one_of_the_known_ones() {
        let told = explanation("HQ-CCHC-2024-0007=not_reached").unwrap();
        assert_eq!(told["reason_code"], "not_reached");
        let wrong = explanation("HQ-CCHC-2024-0007=lost").unwrap_err();
        assert!(wrong.contains("not_collected"), "{wrong}");
    }
}
