//! The acts of the script, gate by gate.

use super::{
    Script,
    stage::{assignment, moment},
};
use khen_domain::{
    CouncilSessionId, CriterionCode, DecisionId, Document, DocumentKind, Finding, InstrumentId,
    NomineeKind, NomineeRef, OfficeFunction, PresentationId, Role, StreamKey, SubmissionId, Tally,
    UnitKind, UnitSessionId,
    campaign::{Denominator, RecusalRules, Share, Threshold, TieRule, VotingRules},
    council_session::{self, Mode},
    nomination::{CouncilReason, CriterionResult, Event, Nominee, Recommendation},
    org,
    quota::SlotHolder,
};

const NAME: &str = "Lê Văn Giả Định";
const TITLE: &str = "Chuyên viên Phòng Tư pháp";

/// A unit, and a nomination of one of its people.
pub(crate) async fn draft(script: &Script) {
    let unit = Script::unit();
    let established = org::Event::UnitEstablished {
        unit: unit.clone(),
        name: "Phòng Tư pháp".to_owned(),
        kind: UnitKind::SpecialisedAgency,
        group: khen_domain::GroupId::parse("agencies").expect("the text is an identifier"),
        functions: Vec::<OfficeFunction>::new(),
        staff: 6,
        valid_from: "2024-01-01".parse().expect("the text is a date"),
        valid_until: None,
    };
    script.record(
        &StreamKey::unit(&unit),
        "2024-03-01T08:00",
        Role::System,
        established,
    );
    let person = Script::person();
    let name = script.sealed(&person, "person_name", NAME).await;
    let title = script.sealed(&person, "person_title", TITLE).await;
    let campaign = Script::campaign();
    let reference = script
        .vault
        .keep_nominee_reference(&script.ledger, &person, campaign.as_str())
        .await
        .expect("the nominee has a key");
    let drafted = Event::NominationDrafted {
        campaign,
        unit,
        nominee_kind: NomineeKind::Individual,
        nominee_ref: NomineeRef::parse(&reference).expect("a reference is an identifier"),
        nominee: Nominee::Individual { name, title },
    };
    script.case("2024-11-05T08:30", Role::UnitOfficer, drafted);
    let document = document(DocumentKind::AchievementReport);
    let sha256 = document.sha256.clone();
    script.case(
        "2024-11-05T09:00",
        Role::UnitOfficer,
        Event::ReportAttached { document },
    );
    let confirmed = Event::AchievementReportConfirmed { sha256 };
    script.case("2024-11-06T10:00", Role::UnitHead, confirmed);
    let proposed = Event::NomineeProposed {
        declares_no_discipline: true,
        criteria_version: 1,
    };
    script.case("2024-11-07T08:00", Role::UnitOfficer, proposed);
}

/// The unit votes; its secretary records it late.
pub(crate) fn unit_vote(script: &Script) {
    let session = UnitSessionId {
        campaign: Script::campaign(),
        unit: Script::unit(),
        number: 1,
    };
    let endorsed = Event::UnitEndorsed {
        session,
        tally: tally(5, 0),
    };
    script.record_late(
        &StreamKey::nomination(&Script::nomination()),
        "2024-11-13T14:00",
        Role::UnitSecretary,
        endorsed,
        Some("biên bản được chuyển đến sau"),
    );
}

/// Submission, intake and a review that passes.
pub(crate) async fn review(script: &Script) {
    let submission = SubmissionId {
        campaign: Script::campaign(),
        unit: Script::unit(),
        number: 1,
    };
    let parts = [
        DocumentKind::SubmissionLetter,
        DocumentKind::MinutesExtract,
        DocumentKind::AchievementReport,
    ];
    let documents = parts.into_iter().map(document).collect();
    let submitted = Event::DossierSubmitted {
        submission,
        slot_holder: SlotHolder::Unit(Script::unit()),
        documents,
    };
    script.case("2024-11-20T15:00", Role::UnitHead, submitted);
    let received = Event::DossierReceived {
        receipt_no: "12".to_owned(),
        legal_regime: InstrumentId::parse("ND-98-2023").expect("the text is an identifier"),
        submitted_at: moment("2024-11-20T15:00"),
    };
    script.case("2024-11-21T08:00", Role::IntakeOfficer, received);
    let assigned = Event::ReviewerAssigned {
        reviewer: assignment(Role::Reviewer),
    };
    script.case("2024-12-02T08:00", Role::ReviewHead, assigned);
    let owner = Script::case_owner();
    let note = script
        .sealed(&owner, "free_text", "đã đối chiếu quyết định công nhận")
        .await;
    script.case("2024-12-13T09:00", Role::Reviewer, assessed("I1", None));
    script.case(
        "2024-12-13T09:10",
        Role::Reviewer,
        assessed("I3", Some(note)),
    );
    let recommendation = Recommendation::Pass;
    let recommended = Event::ReviewRecommended {
        recommendation,
        criteria: Vec::new(),
    };
    script.case("2024-12-13T09:30", Role::Reviewer, recommended);
    let result = |code| CriterionResult {
        evidence: vec![],
        code: criterion(code),
        value: Finding::Met,
    };
    let criteria = vec![result("I1"), result("I3")];
    let passed = Event::ReviewPassed {
        criteria_version: 1,
        criteria,
    };
    script.case("2024-12-16T10:00", Role::ReviewHead, passed);
}

/// The Council meets and carries the item; its minutes wait.
pub(crate) fn approved_by_council(script: &Script) {
    council_meets(script);
    let approved = Event::CouncilApproved {
        session: session(),
        tally: tally(4, 0),
    };
    script.case("2024-12-20T09:30", Role::CouncilSecretary, approved);
}

/// The Council meets and the item is lost; its minutes wait.
pub(crate) fn rejected_by_council(script: &Script) {
    council_meets(script);
    let rejected = Event::CouncilRejected {
        session: session(),
        tally: tally(1, 3),
        reason_code: CouncilReason::BelowThreshold,
    };
    script.case("2024-12-20T09:30", Role::CouncilSecretary, rejected);
}

/// Chair and secretary sign the minutes.
pub(crate) fn minutes_signed(script: &Script) {
    let document = document(DocumentKind::Minutes);
    council(script, council_session::Event::CouncilSessionClosed {});
    council(
        script,
        council_session::Event::CouncilMinutesSigned {
            document,
            chair: assignment(Role::CouncilChair),
            secretary: assignment(Role::CouncilSecretary),
        },
    );
}

/// From the presentation to the issued decision.
pub(crate) fn awarded(script: &Script) {
    let campaign = Script::campaign();
    let presentation = PresentationId {
        campaign: campaign.clone(),
        number: 1,
    };
    let decision = DecisionId {
        campaign,
        number: 1,
    };
    let presented = Event::PresentedToChairman {
        presentation: presentation.clone(),
    };
    script.case("2024-12-23T09:00", Role::ReviewHead, presented);
    let approved_by = assignment(Role::Chairman);
    let approved = Event::ChairmanApproved {
        presentation,
        approved_by,
    };
    script.case("2024-12-26T08:00", Role::Chairman, approved);
    let drafted = Event::DecisionDrafted {
        decision: decision.clone(),
    };
    script.case("2024-12-26T10:00", Role::CampaignManager, drafted);
    let signed = Event::DecisionSigned {
        decision: decision.clone(),
    };
    script.case("2024-12-27T09:00", Role::Chairman, signed);
    let awarded = Event::Awarded {
        decision,
        number: 4385,
        symbol: "QĐ-UBND".to_owned(),
        date: "2024-12-27".parse().expect("the text is a date"),
    };
    script.case("2024-12-27T10:00", Role::RecordsClerk, awarded);
}

fn council_meets(script: &Script) {
    script.case(
        "2024-12-17T09:00",
        Role::CouncilSecretary,
        Event::NominationListed { session: session() },
    );
    council(
        script,
        council_session::Event::CouncilConvened {
            session: session(),
            mode: Mode::Standing,
            at: moment("2024-12-20T08:00"),
            place: "Phòng họp số 1".to_owned(),
            roster: Vec::new(),
        },
    );
    council(
        script,
        council_session::Event::AttendanceRecorded {
            present: Vec::new(),
            absent: Vec::new(),
            guests: Vec::new(),
            rules: VotingRules {
                members: Some(4),
                quorum: Share { part: 2, whole: 3 },
                needs_presider: true,
                threshold: Threshold::MoreThan(Share { part: 1, whole: 2 }),
                denominator: Denominator::EligibleAfterRecusal,
                recusal: RecusalRules {
                    counts_for_quorum: true,
                    leaves_denominator: true,
                    of_managers: true,
                },
                tie: Some(TieRule::ChairSide),
                eligible_min: 2,
                written_opinions: false,
            },
        },
    );
}

fn council(script: &Script, event: council_session::Event) {
    let stream = StreamKey::council_session(&session());
    script.record(&stream, "2024-12-20T08:00", Role::CouncilSecretary, event);
}

fn session() -> CouncilSessionId {
    CouncilSessionId {
        campaign: Script::campaign(),
        number: 1,
    }
}

fn assessed(code: &str, note: Option<khen_domain::Sealed>) -> Event {
    Event::CriterionAssessed {
        criterion: criterion(code),
        value: Finding::Met,
        evidence: Vec::new(),
        note,
        criteria_version: 1,
        interpretation: None,
    }
}

fn criterion(code: &str) -> CriterionCode {
    CriterionCode::parse(code).expect("the text is an identifier")
}

fn tally(votes_for: u32, votes_against: u32) -> Tally {
    Tally {
        votes_for,
        votes_against,
        abstained: 0,
    }
}

fn document(kind: DocumentKind) -> Document {
    Document {
        sha256: "ab".repeat(32),
        media_type: "application/pdf".to_owned(),
        size: 1_024,
        kind,
    }
}
