//! Every role asks for every class of data and gets what the table gives it, no more and no less.

use axum::{body::Body, http::Request};
use sha2::{Digest as _, Sha256};

use crate::{
    house::{House, I1, Wanted},
    talk::{ask, send, with_token},
};
use khen_domain::{
    CriterionCode, DecisionId, Document, DocumentKind, Finding, NominationId, PresentationId, Role,
    StreamKey, SubmissionId,
    access::{DataClass, Reach, reach},
    decision,
    nomination::Event,
    quota::SlotHolder,
    stories_kit::{Stage, campaign, grant, system, unit},
};

/// Whoever asks, in every role: I1 is the own case of the first, and of the unit of the second.
const ASKERS: [(&str, &str); 3] = [
    ("nominee.van-phong", "van-phong"),
    ("head.van-phong", "van-phong"),
    ("head.tu-phap", "tu-phap"),
];

/// Whoever audits, in the same units: nobody who sits in the Council does (SD9).
const AUDITORS: [(&str, &str); 3] = [
    ("deputy.van-phong", "van-phong"),
    ("secretary.van-phong", "van-phong"),
    ("deputy.tu-phap", "tu-phap"),
];

const REPORT: &[u8] = b"%PDF-1.7 a report\n%%EOF";
const LETTER: &[u8] = b"%PDF-1.7 a letter\n%%EOF";
const FINDING: &[u8] = b"%PDF-1.7 what proves a finding\n%%EOF";

fn sha256(bytes: &[u8]) -> String {
    hex::encode(Sha256::digest(bytes))
}

fn document(kind: DocumentKind, bytes: &[u8]) -> Document {
    Document {
        sha256: sha256(bytes),
        media_type: "application/pdf".to_owned(),
        size: bytes.len() as u64,
        kind,
    }
}

/// I1 is sent in and under review, and a decision is drafted.
fn stage() -> Stage {
    let case = StreamKey::nomination(&NominationId::parse(I1).unwrap());
    let sent = Event::DossierSubmitted {
        slot_holder: SlotHolder::Unit(unit("van-phong")),
        submission: SubmissionId {
            campaign: campaign(),
            unit: unit("van-phong"),
            number: 1,
        },
        documents: vec![
            document(DocumentKind::SubmissionLetter, LETTER),
            document(DocumentKind::AchievementReport, REPORT),
        ],
    };
    let assessed = Event::CriterionAssessed {
        criterion: CriterionCode::parse("I1").unwrap(),
        value: Finding::Met,
        evidence: vec![document(DocumentKind::Evidence, FINDING)],
        note: None,
        criteria_version: 1,
        interpretation: None,
    };
    let (campaign, number) = (campaign(), 1);
    let id = DecisionId { campaign, number };
    let drafted = decision::Event::DecisionDrafted {
        decision: id.clone(),
        subject: decision::DecisionSubject::Grant {
            presentation: PresentationId {
                campaign: id.campaign.clone(),
                number,
            },
        },
        awardees: Vec::new(),
        recipients: Vec::new(),
        document: document(DocumentKind::Decision, b"a draft"),
    };
    let stage = Stage::ranked()
        .with(&system(), [(case.clone(), sent), (case, assessed)])
        .with(&system(), [(StreamKey::decision(&id), drafted)]);
    askers().fold(stage, |stage, (who, role, home)| {
        stage.then(&system(), grant(who, role, home))
    })
}

/// Everybody in every role that can be held; `System` is held by nobody.
fn askers() -> impl Iterator<Item = (&'static str, Role, &'static str)> {
    let roles = Role::ALL.iter().filter(|role| **role != Role::System);
    roles.flat_map(|role| {
        let people = if *role == Role::Auditor {
            AUDITORS
        } else {
            ASKERS
        };
        people.map(|(who, home)| (who, *role, home))
    })
}

fn path_of(class: DataClass) -> String {
    let document = |bytes| format!("/api/v1/nominations/{I1}/documents/{}", sha256(bytes));
    match class {
        DataClass::Case => format!("/api/v1/nominations/{I1}"),
        DataClass::Report => document(REPORT),
        DataClass::UnitPapers => document(LETTER),
        DataClass::OfficePapers => document(FINDING),
        DataClass::OpenDecisions => "/api/v1/decisions/HQ-CCHC-2024-1".to_owned(),
        DataClass::Directory => "/api/v1/people".to_owned(),
        DataClass::Ledger => format!("/api/v1/history/state?stream=nomination/{I1}"),
    }
}

fn may_see((who, role, home): (&str, Role, &str), class: DataClass) -> bool {
    match reach(role, class) {
        Reach::Everything => true,
        // Everybody may ask for the directory of the own unit.
        Reach::OwnUnit => home == "van-phong" || class == DataClass::Directory,
        Reach::OwnCase => who == "nominee.van-phong",
        Reach::Nothing => false,
    }
}

async fn bring(house: &House, bytes: &'static [u8]) {
    let token = house.token("officer.van-phong", Role::UnitOfficer).await;
    let request = with_token(Request::post("/api/v1/documents?owner=authority"), &token)
        .header("Content-Type", "application/pdf")
        .body(Body::from(bytes));
    send(&house.public, request.unwrap()).await.ok(201);
}

#[tokio::test]
async fn every_role_reads_what_the_table_says() {
    let stage = stage();
    let house = House::with(Wanted {
        stage,
        ..Wanted::default()
    })
    .await;
    for bytes in [REPORT, LETTER, FINDING] {
        bring(&house, bytes).await;
    }
    let arrived = format!("/api/v1/people?min_position={}", house.size);
    let auditor = house.token("deputy.tu-phap", Role::Auditor).await;
    ask(&house.public, &auditor, &arrived).await.ok(200);
    for asker in askers() {
        let (who, role, _) = asker;
        let token = house.token(who, role).await;
        for class in DataClass::ALL {
            let reply = ask(&house.public, &token, &path_of(*class)).await;
            let is_seen = match reply.status.as_u16() {
                200 => true,
                403 | 404 => false,
                other => panic!("{who} as {role:?} asks for {class:?}: {other}"),
            };
            assert_eq!(
                is_seen,
                may_see(asker, *class),
                "{who} as {role:?} asks for {class:?}"
            );
        }
    }
}
