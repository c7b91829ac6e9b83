//! Decisions that were made on paper before Khen.

use khen_domain::{
    CampaignId, DecisionId, DocumentKind, Event, StreamKey,
    decision::{self, LegacyPaper},
    fact::{self, AwardLevel, PastAward},
    stories_kit::{day, document, unit},
};

pub(crate) fn events() -> Vec<(StreamKey, Event)> {
    let decision = DecisionId {
        campaign: CampaignId::parse("HQ-CCHC-2023").unwrap(),
        number: 1,
    };
    let registered = decision::Event::LegacyDecisionRegistered {
        decision: decision.clone(),
        paper: LegacyPaper {
            issuer: "UBND huyện Hớn Quản".into(),
            level: AwardLevel::District,
            number: 4102,
            symbol: "QĐ-UBND".into(),
            date: day("2023-12-25"),
            scans: vec![document(DocumentKind::Decision, 14)],
        },
        year: 2023,
        collectives: 3,
        individuals: 8,
    };
    let awarded = fact::Event::LegacyAwardRecorded {
        award: PastAward {
            level: AwardLevel::District,
            form: "Giấy khen".into(),
            number: "4102/QĐ-UBND".into(),
            date: day("2023-12-25"),
            same_achievement: false,
        },
        decision: decision.clone(),
    };
    let of_unit = StreamKey::fact(&(&unit("tu-phap")).into(), 2023);
    vec![
        (StreamKey::decision(&decision), registered.into()),
        (of_unit, awarded.into()),
    ]
}
