//! Deeds of `khen sign` beside the first grant: further decisions, and what is undone before the
//! issue.

use serde_json::{Value, json};

use crate::client::{Text, decision, presentation, words};
use crate::verbs::table::{
    CASE, Deed, Kind, Table, Take, case, case_with, cases, date, json_of, optional, plain,
    position, text, whole,
};
use khen_domain::{
    CommandKind, DocumentKind, UnitId,
    decision::{NumberVoidReason, RevocationGround, SignatureVoidReason},
};

/// Further deeds of `khen sign`.
#[derive(Debug)]
pub(crate) struct Later;

impl Table for Later {
    const VERB: &'static str = "sign";
    const DEEDS: &'static [Deed] = DEEDS;
}

const DEEDS: &[Deed] = &[
    Deed {
        word: "supplement",
        command: CommandKind::DraftDecision,
        about: "Draft a decision that grants what an earlier one left out (campaign manager)",
        example: "HQ-CCHC-2024-2 --refers-to HQ-CCHC-2024-1 --presentation HQ-CCHC-2024-2 \
                  --document du-thao.pdf --recipient 'Sở Nội vụ' HQ-CCHC-2024-0012-V",
        takes: &[
            DECISION,
            Take::always("content.kind", "supplementary_grant"),
            REFERS_TO,
            plain(
                "content.presentation",
                "presentation",
                Kind::Read(presented),
                "The presentation that it follows",
            ),
            cases("content.awardees"),
            DOCUMENT,
            RECIPIENTS,
        ],
    },
    Deed {
        word: "amend",
        command: CommandKind::DraftDecision,
        about: "Draft a decision that amends how awardees are named (campaign manager)",
        example: "HQ-CCHC-2024-2 --refers-to HQ-CCHC-2024-1 --document du-thao.pdf --recipient \
                  'Sở Nội vụ' HQ-CCHC-2024-0007-B='Điểu Ví Dụ; Chuyên viên'",
        takes: &[
            DECISION,
            Take::always("content.kind", "amend"),
            REFERS_TO,
            AMENDMENTS,
            DOCUMENT,
            RECIPIENTS,
        ],
    },
    Deed {
        word: "replace",
        command: CommandKind::DraftDecision,
        about: "Draft a decision that replaces an earlier one (campaign manager)",
        example: "HQ-CCHC-2024-2 --refers-to HQ-CCHC-2024-1 --document du-thao.pdf --recipient \
                  'Sở Nội vụ' HQ-CCHC-2024-0007-B='Điểu Ví Dụ; Chuyên viên'",
        takes: &[
            DECISION,
            Take::always("content.kind", "replace"),
            REFERS_TO,
            AMENDMENTS,
            DOCUMENT,
            RECIPIENTS,
        ],
    },
    Deed {
        word: "revoke",
        command: CommandKind::DraftDecision,
        about: "Draft a decision that revokes awards; without a case, all of them (campaign \
                manager)",
        example: "HQ-CCHC-2024-2 --refers-to HQ-CCHC-2024-1 --because dishonest_declaration \
                  --proposal to-trinh-huy.pdf --notice thong-bao.pdf --document du-thao.pdf \
                  --recipient 'Sở Nội vụ' --of HQ-CCHC-2024-0007-B",
        takes: &[
            DECISION,
            Take::always("content.kind", "revoke"),
            REFERS_TO,
            plain(
                "content.revocation.ground",
                "because",
                Kind::Word(words::<RevocationGround>),
                "On which ground of the law",
            ),
            plain(
                "content.revocation.proposal",
                "proposal",
                Kind::Paper(DocumentKind::Evidence),
                "The proposal to revoke",
            ),
            plain(
                "content.revocation.notice",
                "notice",
                Kind::Paper(DocumentKind::Evidence),
                "The notice to the awardees",
            ),
            optional(
                "content.revocation.conduct.from",
                "conduct-from",
                Kind::Read(date),
                "First day of a violation, YYYY-MM-DD",
            ),
            optional(
                "content.revocation.conduct.until",
                "conduct-until",
                Kind::Read(date),
                "Last day of a violation, YYYY-MM-DD",
            ),
            optional("content.awardees", "of", Kind::Read(case), "Mã hồ sơ").any_or_none(),
            DOCUMENT,
            RECIPIENTS,
        ],
    },
    Deed {
        word: "void",
        command: CommandKind::VoidSignedDecision,
        about: "Void the signature before the issue (Chairman)",
        example: "HQ-CCHC-2024-1 --because content_wrong --on-behalf-of chairman",
        takes: &[
            DECISION,
            plain(
                "reason_code",
                "because",
                Kind::Word(words::<SignatureVoidReason>),
                "Why",
            ),
        ],
    },
    Deed {
        word: "void-number",
        command: CommandKind::VoidNumber,
        about: "Void a number before the issue; it is never given again (records clerk)",
        example: "HQ-CCHC-2024-1 4385 --because number_mistyped",
        takes: &[
            DECISION,
            position(
                "number",
                Kind::Read(whole),
                "The number, without its symbol",
            ),
            plain(
                "reason_code",
                "because",
                Kind::Word(words::<NumberVoidReason>),
                "Why",
            ),
        ],
    },
    Deed {
        word: "despite-hold",
        command: CommandKind::IssueDespiteHold,
        about: "Let a decision be issued with awardees who are on hold, each with the reason \
                (Chairman)",
        example: "HQ-CCHC-2024-1 HQ-CCHC-2024-0007-B='Tin báo không có căn cứ' --on-behalf-of \
                  chairman",
        takes: &[
            DECISION,
            position("held", Kind::Read(reasoned), "CODE=REASON").several(),
        ],
    },
    Deed {
        word: "conduct",
        command: CommandKind::NoteConduct,
        about: "Note conduct of an awardee after the period, which revokes nothing (Chairman)",
        example: "HQ-CCHC-2024-0007-B --from 2025-02-01 --until 2025-02-03 --note 'Vi phạm sau \
                  thời gian xét' --paper thong-bao.pdf --on-behalf-of chairman",
        takes: &[
            CASE,
            plain(
                "conduct.from",
                "from",
                Kind::Read(date),
                "First day, YYYY-MM-DD",
            ),
            plain(
                "conduct.until",
                "until",
                Kind::Read(date),
                "Last day, YYYY-MM-DD",
            ),
            plain("note", "note", Kind::Read(text), "What happened, in words"),
            plain(
                "document",
                "paper",
                Kind::CasePaper(DocumentKind::Evidence),
                "The paper that says so",
            ),
        ],
    },
];

const DECISION: Take = position(
    "decision",
    Kind::Read(id),
    "The decision: CAMPAIGN-NUMBER, the first is 1",
);
const REFERS_TO: Take = plain(
    "content.refers_to",
    "refers-to",
    Kind::Read(id),
    "The earlier decision",
);
const DOCUMENT: Take = plain(
    "document",
    "document",
    Kind::Paper(DocumentKind::Decision),
    "The draft: PDF or DOCX",
);
const RECIPIENTS: Take = plain(
    "recipients",
    "recipient",
    Kind::Read(text),
    "Nơi nhận: to whom it will be sent",
)
.several();
const AMENDMENTS: Take = position(
    "content.amendments",
    Kind::Read(amendment),
    "CODE=NAME, or CODE='NAME; TITLE', or CODE='NAME; TITLE; UNIT'",
)
.several();

fn id(text: &str) -> Result<Value, String> {
    json_of(decision(text))
}

fn presented(text: &str) -> Result<Value, String> {
    json_of(presentation(text))
}

fn reasoned(said: &str) -> Result<Value, String> {
    let (code, reason) = case_with(said)?;
    Ok(json!({ "nomination": code, "reason": reason.parse::<Text>()? }))
}

/// How an awardee is named from now on; a title that is left empty is none.
fn amendment(said: &str) -> Result<Value, String> {
    let (code, details) = case_with(said)?;
    let mut details = details.split(';').map(str::trim);
    let name: Text = details.next().unwrap_or_default().parse()?;
    let mut amendment = json!({ "nomination": code, "name": name });
    if let Some(title) = details.next().filter(|title| !title.is_empty()) {
        amendment["title"] = title.into();
    }
    if let Some(unit) = details.next() {
        amendment["unit"] = json!(UnitId::parse(unit).map_err(|error| error.to_string())?);
    }
    match details.next() {
        None => Ok(amendment),
        Some(_) => Err("expected at most NAME; TITLE; UNIT".to_owned()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_amendment_names_person_title_and_unit() {
        let whole = amendment("HQ-CCHC-2024-0007=Điểu Ví Dụ; Chuyên viên; van-phong").unwrap();
        assert_eq!(whole["title"], "Chuyên viên");
        assert_eq!(whole["unit"], "van-phong");
        let collective = amendment("HQ-CCHC-2024-0007=Văn phòng;;van-phong").unwrap();
        assert_eq!(collective.get("title"), None);
        for wrong in ["HQ-CCHC-2024-0007=", "HQ-CCHC-2024-0007=a;b;c;d"] {
            assert!(amendment(wrong).is_err(), "{wrong}");
        }
    }
}
