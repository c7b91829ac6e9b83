//! A nomination, gate by gate.

use super::{
    council, decision, office,
    unit::{TALLY, session, submission, unsigned_extract},
};
use khen_domain::{
    CriterionCode, DocumentKind, Event, FieldClass, Finding, InstrumentId, NomineeKind, NomineeRef,
    Role, SealOwner, Sealed, StaffCategory, StreamKey,
    decision::{AwardDetails, Conduct, DecisionKind, RevocationGround},
    nomination::{
        CouncilReason, CriterionResult, Event as Nomination, Gate, IntakeReason, LapseReason,
        Nominee, OpinionValue, Recommendation, ReopeningReason, ReplacementReason, ReturnedTo,
        ReviewReason, SupplementStage, UnitReason, WaitGate, WaitReason,
    },
    quota::SlotHolder,
    stories_kit::{assignment, campaign, day, document, moment, nomination, unit},
};

pub(crate) fn events() -> Vec<(StreamKey, Event)> {
    let all = [
        proposal(),
        unit_gate(),
        supplements(),
        review(),
        review_turns(),
        council_gate(),
        chairman(),
        chairman_turns(),
        endings(),
        later_decisions(),
    ]
    .concat();
    let stream = StreamKey::nomination(&nomination(7));
    all.into_iter()
        .map(|event| (stream.clone(), event.into()))
        .collect()
}

fn words() -> Sealed {
    office::sealed(FieldClass::FreeText, SealOwner::Stream)
}

fn criterion(code: &str) -> CriterionCode {
    CriterionCode::parse(code).unwrap()
}

fn proposal() -> Vec<Nomination> {
    vec![
        Nomination::NominationDrafted {
            campaign: campaign(),
            unit: unit("tu-phap"),
            nominee_kind: NomineeKind::Individual,
            nominee_ref: NomineeRef::parse("9f2c6e0d5a1b4c7388aa01be77d0c4f2").unwrap(),
            nominee: Nominee::Individual {
                name: office::sealed(FieldClass::PersonName, SealOwner::Nominee),
                title: office::sealed(FieldClass::PersonTitle, SealOwner::Nominee),
            },
        },
        Nomination::NomineeDetailsCorrected {
            name: office::sealed(FieldClass::PersonName, SealOwner::Nominee),
            title: office::sealed(FieldClass::PersonTitle, SealOwner::Nominee),
        },
        Nomination::DraftDiscarded {},
        Nomination::ReportAttached {
            document: document(DocumentKind::AchievementReport, 7),
        },
        Nomination::AchievementReportConfirmed {
            sha256: "07".repeat(32),
        },
        Nomination::NomineeProposed {
            declares_no_discipline: true,
            criteria_version: 1,
        },
    ]
}

fn unit_gate() -> Vec<Nomination> {
    let documents = [
        document(DocumentKind::SubmissionLetter, 1),
        document(DocumentKind::MinutesExtract, 2),
        document(DocumentKind::AchievementReport, 7),
    ];
    vec![
        Nomination::UnitEndorsed {
            session: session(),
            tally: TALLY,
        },
        Nomination::UnitNotEndorsed {
            session: session(),
            tally: TALLY,
            reason_code: UnitReason::BelowThreshold,
        },
        Nomination::NominationWaitlisted {
            gate: WaitGate::Unit,
            reason_code: WaitReason::NoSlot,
        },
        Nomination::WaitlistPromoted {
            gate: WaitGate::Unit,
            rank: 2,
            due: Some(moment("2024-12-13T17:00")),
            to: None,
        },
        Nomination::EndorsementAnnulled { session: session() },
        Nomination::DossierSubmitted {
            submission: submission(),
            slot_holder: SlotHolder::Unit(unit("tu-phap")),
            documents: documents.into(),
        },
        Nomination::DossierReceived {
            receipt_no: "HQ-CCHC-2024/tu-phap/1".into(),
            legal_regime: InstrumentId::parse("nd-98-2023").unwrap(),
            submitted_at: moment("2024-11-27T10:00"),
        },
    ]
}

fn review() -> Vec<Nomination> {
    vec![
        Nomination::ReviewerAssigned {
            reviewer: assignment("chuyen-mon", Role::Reviewer),
        },
        Nomination::CriterionAssessed {
            criterion: criterion("I1"),
            value: Finding::Met,
            evidence: vec![document(DocumentKind::Evidence, 3)],
            note: Some(words()),
            criteria_version: 1,
            interpretation: Some(1),
        },
        Nomination::ReviewRecommended {
            recommendation: Recommendation::Reject,
            criteria: vec![criterion("I2")],
        },
        Nomination::ReviewPassed {
            criteria_version: 1,
            criteria: vec![CriterionResult {
                code: criterion("I1"),
                value: Finding::Met,
                evidence: vec!["03".repeat(32)],
            }],
        },
        Nomination::ReviewRejected {
            criteria_version: 1,
            criteria: vec![criterion("I2")],
            reason_code: ReviewReason::CriterionNotMet,
            reason: words(),
        },
    ]
}

fn council_gate() -> Vec<Nomination> {
    vec![
        Nomination::NominationListed {
            session: council::session(),
        },
        Nomination::CouncilApproved {
            session: council::session(),
            tally: TALLY,
        },
        Nomination::CouncilRejected {
            session: council::session(),
            tally: TALLY,
            reason_code: CouncilReason::BelowThreshold,
        },
        Nomination::CouncilDeferred {
            session: council::session(),
            reason_code: CouncilReason::TieUnbroken,
        },
    ]
}

fn chairman() -> Vec<Nomination> {
    vec![
        Nomination::PresentedToChairman {
            presentation: council::presentation(),
        },
        Nomination::ChairmanApproved {
            presentation: council::presentation(),
            approved_by: assignment("chu-tich", Role::Chairman),
        },
        Nomination::ChairmanDeclined {
            presentation: council::presentation(),
            reason: words(),
        },
        Nomination::DecisionDrafted {
            decision: decision::decision(),
        },
        Nomination::LeftOutOfDraft {
            decision: decision::decision(),
        },
        Nomination::DecisionSigned {
            decision: decision::decision(),
        },
        Nomination::Awarded {
            decision: decision::decision(),
            number: 4512,
            symbol: "QĐ-UBND".into(),
            date: day("2024-12-27"),
        },
    ]
}

/// Around the issue, and after it.
fn later_decisions() -> Vec<Nomination> {
    let details = AwardDetails {
        name: words(),
        title: Some(words()),
        unit: Some(unit("an-phu")),
        category: Some(StaffCategory::CivilServant),
    };
    vec![
        Nomination::SignatureVoided {
            decision: decision::decision(),
        },
        Nomination::IssueDespiteHoldRecorded {
            decision: decision::decision(),
            reason: words(),
        },
        Nomination::AmendmentDrafted {
            decision: decision::later(),
            details: details.clone(),
        },
        Nomination::AwardAmended {
            decision: decision::later(),
            number: 47,
            symbol: "QĐ-UBND".into(),
            date: day("2025-01-08"),
            kind: DecisionKind::Amend,
            details: Some(details),
        },
        Nomination::AwardRevoked {
            decision: decision::later(),
            number: 47,
            symbol: "QĐ-UBND".into(),
            date: day("2025-01-08"),
            ground: RevocationGround::DishonestDeclaration,
        },
        Nomination::ConductNoted {
            conduct: Conduct {
                from: day("2023-03-01"),
                until: day("2023-03-31"),
            },
            document: document(DocumentKind::Evidence, 14),
            note: words(),
        },
    ]
}

fn supplements() -> Vec<Nomination> {
    vec![
        Nomination::DossierWithdrawn {
            submission: submission(),
        },
        Nomination::DossierRefused {
            reason_code: IntakeReason::Duplicate,
            reason: Some(words()),
        },
        Nomination::SupplementRequested {
            stage: SupplementStage::Intake,
            items: vec![unsigned_extract()],
            due: day("2024-12-06"),
            note: Some(words()),
        },
        Nomination::DossierResubmitted {
            stage: SupplementStage::Review,
            documents: vec![document(DocumentKind::Evidence, 14)],
        },
        Nomination::SupplementClosed {
            stage: SupplementStage::Review,
        },
    ]
}

fn review_turns() -> Vec<Nomination> {
    vec![
        Nomination::SubstitutesNamed {
            reviewer: assignment("chanh-thanh-tra", Role::SubstituteReviewer),
            confirmer: assignment("chanh-thanh-tra", Role::SubstituteConfirmer),
        },
        Nomination::ReviewerReassigned {
            reviewer: assignment("chuyen-mon", Role::Reviewer),
            reason_code: ReplacementReason::Absence,
        },
        Nomination::OpinionRequested {
            body: "Thanh tra huyện".into(),
            question: words(),
            due: day("2024-12-10"),
        },
        Nomination::OpinionReceived {
            body: "Thanh tra huyện".into(),
            value: OpinionValue::Favourable,
            document: document(DocumentKind::Evidence, 15),
        },
        Nomination::ReturnedToReviewer { reason: words() },
        Nomination::ReviewReopened {
            reason_code: ReopeningReason::FactChanged,
            reason: words(),
        },
        Nomination::ReassessmentOrdered {
            criteria_version: 2,
            gate_to: Gate::UnderReview,
        },
        Nomination::LegalRegimeReassigned {
            legal_regime: InstrumentId::parse("nd-moi").unwrap(),
            basis: office::paper(),
        },
    ]
}

fn chairman_turns() -> Vec<Nomination> {
    let presentation = council::presentation;
    vec![
        Nomination::PresentationReturned {
            presentation: presentation(),
        },
        Nomination::ChairmanReturned {
            presentation: presentation(),
            to: ReturnedTo::Review,
            reason: words(),
        },
        Nomination::ChairmanAnswered {
            presentation: presentation(),
            answer: words(),
        },
        Nomination::ApprovalWithdrawn {
            presentation: presentation(),
            reason: words(),
        },
    ]
}

fn endings() -> Vec<Nomination> {
    vec![
        Nomination::WithdrawalRequested { reason: words() },
        Nomination::NominationWithdrawn {
            reason: Some(words()),
        },
        Nomination::HonourDeclined {
            document: document(DocumentKind::Evidence, 16),
        },
        Nomination::NominationSuperseded {
            in_favour_of: unit("van-phong"),
            reason: words(),
        },
        Nomination::NominationLapsed {
            reason_code: LapseReason::Quota,
        },
        Nomination::ObjectionFiled {
            text: words(),
            attachments: vec![document(DocumentKind::Evidence, 17)],
        },
    ]
}
