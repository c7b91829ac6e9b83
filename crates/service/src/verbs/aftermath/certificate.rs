//! `khen certificate`: the certificates (Giấy khen) of an issued decision.

use serde_json::{Value, json};

use crate::client::{Text, nomination, words};
use crate::verbs::table::{
    CASE, CASES, Deed, Kind, Table, Take, case_with, json_of, optional, plain, position, text,
    whole,
};
use khen_domain::{CommandKind, DelegationId, DocumentKind, certificate::ReissueReason};

/// Deeds of `khen certificate`.
#[derive(Debug)]
pub(crate) struct Certificate;

impl Table for Certificate {
    const VERB: &'static str = "certificate";
    const DEEDS: &'static [Deed] = DEEDS;
}

const DEEDS: &[Deed] = &[
    Deed {
        word: "print",
        command: CommandKind::PrintCertificates,
        about: "Print certificates, each with its number in the register (campaign manager)",
        example: "HQ-CCHC-2024-0001-N HQ-CCHC-2024-0007-B",
        takes: &[CASES],
    },
    Deed {
        word: "sign",
        command: CommandKind::SignCertificates,
        about: "Record that printed certificates are signed (Chairman or his delegate; his office \
                records it)",
        example: "HQ-CCHC-2024-0001-N HQ-CCHC-2024-0007-B --on-behalf-of chairman",
        takes: &[
            CASES,
            optional(
                "delegation",
                "delegation",
                Kind::Read(delegation),
                "The delegation under which a delegate signs",
            ),
        ],
    },
    Deed {
        word: "seal",
        command: CommandKind::SealCertificates,
        about: "Seal signed certificates (records clerk)",
        example: "HQ-CCHC-2024-0001-N HQ-CCHC-2024-0007-B",
        takes: &[CASES],
    },
    Deed {
        word: "hand-over",
        command: CommandKind::HandOverCertificate,
        about: "Hand sealed certificates over; who takes one for somebody else is named (campaign \
                manager)",
        example: "HQ-CCHC-2024-0001-N HQ-CCHC-2024-0007-B='Điểu Ví Dụ'",
        takes: &[HANDOVERS],
    },
    Deed {
        word: "reissue",
        command: CommandKind::ReissueCertificate,
        about: "Make a certificate again under its number (campaign manager)",
        example: "HQ-CCHC-2024-0007-B --because damaged --note 'Rách mép khi đóng khung' --scan \
                  giay-khen-cu.pdf",
        takes: &[
            CASE,
            plain(
                "reason_code",
                "because",
                Kind::Word(words::<ReissueReason>),
                "Why",
            ),
            plain("note", "note", Kind::Read(text), "What happened, in words"),
            plain(
                "scan",
                "scan",
                Kind::CasePaper(DocumentKind::Certificate),
                "The scan of the certificate as it was",
            ),
        ],
    },
    Deed {
        word: "spoilt",
        command: CommandKind::RecordSpoiltStock,
        about: "Record sheets that were spoilt in print, with the minutes of their destruction \
                (campaign manager)",
        example: "HQ-CCHC-2024-0007-B 2 --minutes bien-ban-huy-phoi.pdf",
        takes: &[
            CASE,
            position("sheets", Kind::Read(whole), "How many sheets"),
            plain(
                "minutes",
                "minutes",
                Kind::Paper(DocumentKind::Minutes),
                "The minutes of their destruction",
            ),
        ],
    },
    Deed {
        word: "recovered",
        command: CommandKind::RecordCertificateRecovered,
        about: "Record that the certificate of a revoked award has come back (campaign manager)",
        example: "HQ-CCHC-2024-0007-B",
        takes: &[CASE],
    },
];

const HANDOVERS: Take = position(
    "handovers",
    Kind::Read(handover),
    "Mã hồ sơ; behind `=` the name of who takes it for somebody else",
)
.several();

fn delegation(id: &str) -> Result<Value, String> {
    json_of(DelegationId::parse(id).map_err(|error| error.to_string()))
}

fn handover(said: &str) -> Result<Value, String> {
    if !said.contains('=') {
        return Ok(json!({ "nomination": nomination(said)? }));
    }
    let (code, who) = case_with(said)?;
    Ok(json!({ "nomination": code, "presented_to": who.parse::<Text>()? }))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_handover_names_who_takes_it_only_where_somebody_does() {
        let own = handover("HQ-CCHC-2024-0007").unwrap();
        assert_eq!(own, json!({ "nomination": "HQ-CCHC-2024-0007" }));
        let other = handover("HQ-CCHC-2024-0007= Điểu Ví Dụ").unwrap();
        assert_eq!(other["presented_to"], "Điểu Ví Dụ");
        assert!(handover("HQ-CCHC-2024-0007=").is_err());
        assert!(handover("Điểu Ví Dụ").is_err());
    }
}
