//! Audits 3, 6, 11, 16 and 17: papers and what became of them.

use serde_json::{Value, json};

use super::kit::{C1, DECISION, I1, story};
use khen_history::audits::Weight::{Breach, Look};
use khen_texts::AuditLine;

fn paper(kind: &str, seed: &str) -> Value {
    json!({
        "sha256": seed.repeat(32), "media_type": "application/pdf", "size": 9, "kind": kind,
    })
}

fn submitted(parts: &[&str]) -> Value {
    let documents: Vec<_> = parts.iter().map(|part| paper(part, "ab")).collect();
    json!({ "dossier_submitted": {
        "submission": { "campaign": "HQ-CCHC-2024", "unit": "tai-chinh", "number": 1 },
        "slot_holder": { "group": "agencies" }, "documents": documents,
    }})
}

fn received() -> Value {
    json!({ "dossier_received": {
        "receipt_no": "12", "legal_regime": "ND-98-2023",
        "submitted_at": "2024-11-20T08:00:00.000000Z",
    }})
}

fn assigned() -> Value {
    json!({ "reviewer_assigned": { "reviewer": "a-1" }})
}

const WHOLE: [&str; 3] = ["submission_letter", "minutes_extract", "achievement_report"];

#[test]
fn a_review_waits_for_all_three_parts() {
    story()
        .tell(C1, submitted(&WHOLE))
        .tell(C1, received())
        .tell(C1, assigned())
        .then_nothing(3);
    story()
        .tell(C1, submitted(&WHOLE[..2]))
        .tell(C1, received())
        .tell(C1, assigned())
        .then(3, &[(Breach, AuditLine::PartsMissing, &[2])]);
}

#[test]
fn a_review_waits_for_the_receipt() {
    story()
        .tell(C1, submitted(&WHOLE))
        .tell(C1, assigned())
        .then(3, &[(Breach, AuditLine::NotReceived, &[1])]);
}

#[test]
fn a_review_waits_for_what_the_unit_was_asked_for() {
    let asked = json!({ "supplement_requested": {
        "stage": "review", "items": [], "due": "2024-12-10",
    }});
    let came = json!({ "dossier_resubmitted": { "stage": "review", "documents": [] }});
    let recommended = json!({ "review_recommended": { "recommendation": "pass" }});
    let open = || {
        story()
            .tell(C1, submitted(&WHOLE))
            .tell(C1, received())
            .tell(C1, asked.clone())
    };
    open()
        .tell(C1, recommended.clone())
        .then(3, &[(Breach, AuditLine::SupplementOpen, &[3])]);
    open().tell(C1, came).tell(C1, recommended).then_nothing(3);
}

fn drafted(seed: &str) -> Value {
    json!({ "decision_drafted": {
        "decision": { "campaign": "HQ-CCHC-2024", "number": 1 },
        "subject": {
            "kind": "grant", "presentation": { "campaign": "HQ-CCHC-2024", "number": 1 },
        },
        "awardees": [], "recipients": [], "document": paper("decision", seed),
    }})
}

fn initialled(aspect: &str, seed: &str) -> Value {
    json!({ "draft_initialled": { "aspect": aspect, "sha256": seed.repeat(32) }})
}

fn signed(seed: &str) -> Value {
    json!({ "decision_signed": {
        "signature": "wet", "signer": "a-1", "authority": "own_office", "seen_by": "a-2",
        "signed_at": "2024-12-27T02:00:00.000000Z", "sha256": seed.repeat(32),
        "scan": paper("decision", "ee"), "collectives": 1, "individuals": 0,
    }})
}

#[test]
fn what_is_signed_is_the_draft_that_was_initialled() {
    let ready = || {
        story()
            .tell(DECISION, drafted("aa"))
            .tell(DECISION, initialled("content", "aa"))
            .tell(DECISION, initialled("form", "aa"))
    };
    ready().tell(DECISION, signed("aa")).then_nothing(6);
    ready()
        .tell(DECISION, signed("bb"))
        .then(6, &[(Breach, AuditLine::SignedAnother, &[0, 3])]);
    ready()
        .tell(DECISION, drafted("bb"))
        .tell(DECISION, initialled("content", "bb"))
        .tell(DECISION, signed("bb"))
        .then(6, &[(Breach, AuditLine::SignedUninitialled, &[3, 5])]);
    story()
        .tell(DECISION, drafted("aa"))
        .tell(DECISION, initialled("content", "bb"))
        .then(6, &[(Breach, AuditLine::InitialledAnother, &[0, 1])]);
}

#[test]
fn one_report_for_two_nominees_is_found() {
    let report =
        |seed| json!({ "report_attached": { "document": paper("achievement_report", seed) }});
    story()
        .with_cases()
        .tell(C1, report("aa"))
        .tell(I1, report("aa"))
        .then(11, &[(Look, AuditLine::ReportRepeated, &[2, 3])]);
    story()
        .with_cases()
        .tell(C1, report("aa"))
        .tell(C1, report("aa"))
        .tell(I1, report("bb"))
        .then_nothing(11);
}

#[test]
fn every_correction_is_listed_with_who_recorded_it() {
    let voided = json!({ "signature_voided": { "reason_code": "content_wrong" }});
    let annulled = json!({ "motion_annulled": { "reason_code": "counted_wrongly" }});
    let told = story()
        .tell(DECISION, drafted("aa"))
        .tell(DECISION, voided)
        .tell("unit_session/HQ-CCHC-2024/tai-chinh/1", annulled);
    told.then(
        16,
        &[
            (Look, AuditLine::Corrected, &[1]),
            (Look, AuditLine::Corrected, &[2]),
        ],
    );
    let found = told.findings(16);
    assert_eq!(found[0].facts["role"], "intake_officer");
    assert_eq!(found[0].facts["event"], "decision.signature_voided");
}

#[test]
fn a_destroyed_key_names_its_ground_and_the_positions_under_it() {
    let sealed = json!({
        "box": "AAAA", "class": "free_text", "id": "3".repeat(32), "owner": "stream",
    });
    let objected = json!({ "objection_filed": { "text": sealed }});
    let destroyed = json!({ "personal_data_shredded": { "ground": "hết thời hạn lưu trữ" }});
    let told = story()
        .tell(C1, objected.clone())
        .tell(I1, objected)
        .tell(&format!("privacy/{I1}"), destroyed);
    told.then(17, &[(Look, AuditLine::KeyDestroyed, &[1, 2])]);
    assert_eq!(
        told.findings(17)[0].facts["ground_in_words"],
        "hết thời hạn lưu trữ"
    );
    story().tell(C1, received()).then_nothing(17);
}
