//! A made-up plan of few words, with the criteria and rules of the season of 2024.

use super::paper;
use crate::{
    CriterionCode, InstrumentId, NomineeKind,
    campaign::{
        Check, Criterion, Denominator, GateRules, Plan, RecusalRules, Share, Terms, Threshold,
        TieRule, VotingRules,
    },
};

/// An instrument of the law.
#[must_use]
pub fn instrument(id: &str) -> InstrumentId {
    InstrumentId::parse(id).expect("the story's instrument is an identifier")
}

/// The plan; its number and date are blank.
#[must_use]
pub fn plan() -> Plan {
    Plan {
        title: "Thi đua cải cách hành chính năm 2024".into(),
        year: 2024,
        issuer: "UBND huyện Ví Dụ".into(),
        signer: "Chủ tịch UBND huyện".into(),
        document: paper("Kế hoạch"),
        legal_bases: Vec::new(),
        purposes: Vec::new(),
        requirements: Vec::new(),
        contents: Vec::new(),
        scope: Vec::new(),
        award_form: "Giấy khen".into(),
        preference: String::new(),
        dossier_parts: Vec::new(),
        fund: String::new(),
        organisation: Vec::new(),
        recipients: Vec::new(),
        regimes: vec![instrument("ND-152-2025"), instrument("ND-98-2023")],
        base_wage: instrument("luong-co-so"),
        decision_symbol: "QĐ-UBND".into(),
    }
}

/// The criteria of the plan (III.2).
#[must_use]
pub fn criteria() -> Vec<Criterion> {
    use NomineeKind::{Collective, Individual};

    [
        ("C1", Collective, Check::Finding),
        ("C2", Collective, Check::CommittedTasksDone),
        ("C3", Collective, Check::InitiativeOrFinding),
        ("C4x", Collective, Check::NoLeaderDisciplined),
        ("C5", Collective, Check::ScoreRose),
        ("I1", Individual, Check::PlannedTasksDone),
        ("I2", Individual, Check::RatedGood),
        ("I3", Individual, Check::InitiativeOrFinding),
        ("I4", Individual, Check::Finding),
        ("I5", Individual, Check::ScoreRose),
    ]
    .map(|(code, kind, check)| Criterion {
        code: CriterionCode::parse(code).expect("the story's criterion is an identifier"),
        kind,
        text: code.to_owned(),
        source: "III.2".into(),
        check,
        evidence: String::new(),
    })
    .into()
}

/// The rules of the gates.
#[must_use]
pub fn gate_rules() -> GateRules {
    let unit_session = VotingRules {
        members: None,
        quorum: Share { part: 2, whole: 3 },
        needs_presider: false,
        threshold: Threshold::MoreThan(Share { part: 1, whole: 2 }),
        denominator: Denominator::EligibleAfterRecusal,
        recusal: RecusalRules {
            counts_for_quorum: true,
            leaves_denominator: true,
            of_managers: true,
        },
        tie: Some(TieRule::Lost),
        eligible_min: 1,
        written_opinions: false,
    };
    let standing_committee = VotingRules {
        members: Some(4),
        needs_presider: true,
        tie: Some(TieRule::ChairSide),
        eligible_min: 2,
        ..unit_session.clone()
    };
    let full_council = VotingRules {
        members: Some(6),
        threshold: Threshold::AtLeast(Share { part: 2, whole: 3 }),
        tie: None,
        written_opinions: true,
        ..standing_committee.clone()
    };
    let written_consultation = VotingRules {
        needs_presider: false,
        written_opinions: false,
        ..full_council.clone()
    };
    GateRules {
        supplement_rounds_max: 1,
        overbook_ratio: None,
        terms: Terms {
            intake_days: 1,
            review_days: 10,
            supplement_days: 5,
            chairman_days: 5,
            feedback_days: 5,
            objection_days: 5,
            promotion_days: 5,
            payout_days: 30,
            complaint_days: 90,
        },
        unit_session,
        standing_committee,
        full_council,
        written_consultation,
        written_days: 3,
        agenda_days: 3,
        recording_days: 5,
    }
}
