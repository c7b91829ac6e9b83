//! Audits 1 and 9: who acts, and in whose authority.

use serde_json::{Value, json};

use super::kit::{C1, DECISION, I1, Story, story};
use khen_domain::{
    Role,
    stories_kit::{acting, assignment, officer, review_head},
};
use khen_history::audits::Weight::Breach;
use khen_texts::AuditLine;

fn report() -> Value {
    json!({ "report_attached": { "document": {
        "sha256": "ab".repeat(32), "media_type": "application/pdf", "size": 9,
        "kind": "achievement_report",
    }}})
}

fn assessed() -> Value {
    json!({ "criterion_assessed": { "criterion": "C1", "value": "met", "criteria_version": 1 }})
}

fn passed() -> Value {
    json!({ "review_passed": { "criteria_version": 1, "criteria": [] }})
}

#[test]
fn who_attached_a_report_may_not_review_it() {
    let reviewer = acting("chuyen-mon", Role::Reviewer);
    story()
        .by(reviewer.clone())
        .tell(C1, report())
        .tell(C1, assessed())
        .tell(C1, assessed())
        .then(1, &[(Breach, AuditLine::SamePerson, &[0, 1])]);
    story()
        .by(officer("tai-chinh"))
        .tell(C1, report())
        .by(reviewer.clone())
        .tell(C1, assessed())
        .by(review_head())
        .tell(C1, passed())
        .then_nothing(1);
    story()
        .by(reviewer)
        .tell(C1, report())
        .tell(I1, assessed())
        .then_nothing(1);
}

#[test]
fn who_assessed_may_not_confirm_in_any_role() {
    let mut head = review_head();
    head.principal = acting("chuyen-mon", Role::Reviewer).principal;
    story()
        .by(acting("chuyen-mon", Role::Reviewer))
        .tell(C1, assessed())
        .by(head)
        .tell(C1, passed())
        .then(1, &[(Breach, AuditLine::SamePerson, &[0, 1])]);
}

fn requested(hold: u32) -> Value {
    json!({ "hold_lift_requested": {
        "hold": hold, "outcome": "unfounded", "document": { "title": "Kết luận" },
    }})
}

fn lifted(hold: u32) -> Value {
    json!({ "hold_lifted": { "hold": hold, "outcome": "unfounded" }})
}

#[test]
fn a_hold_is_lifted_by_a_second_person() {
    const HOLD: &str = "hold/subject-1";
    let asked = story()
        .by(acting("chanh-thanh-tra", Role::ComplaintOfficer))
        .tell(HOLD, requested(1))
        .tell(HOLD, requested(2));
    asked
        .tell(HOLD, lifted(2))
        .then(1, &[(Breach, AuditLine::SamePerson, &[1, 2])]);
    story()
        .by(acting("chanh-thanh-tra", Role::ComplaintOfficer))
        .tell(HOLD, requested(1))
        .by(acting("pho-thanh-tra", Role::ComplaintOfficer))
        .tell(HOLD, lifted(1))
        .then_nothing(1);
}

fn granted(who: &str, role: Role, to: Option<&str>) -> (String, Value) {
    let id = assignment(who, role);
    let event = json!({ "assignment_granted": {
        "assignment": id, "person": who, "role": role, "title": "Chuyên viên",
        "is_key_leader": false, "from": "2024-01-01", "to": to,
        "document": { "title": "Quyết định phân công" },
    }});
    (format!("org/assignment/{id}"), event)
}

fn with_granted(story: Story, who: &str, role: Role, to: Option<&str>) -> Story {
    let (stream, event) = granted(who, role, to);
    story.tell(&stream, event)
}

fn signed(authority: &str, delegation: Option<&str>) -> Value {
    let scan = json!({
        "sha256": "cd".repeat(32), "media_type": "application/pdf", "size": 9, "kind": "decision",
    });
    json!({ "decision_signed": {
        "signature": "wet", "signer": assignment("pho-chu-tich", Role::DeputySignatory),
        "authority": authority, "delegation": delegation,
        "seen_by": assignment("vp-to-trinh", Role::ChairmanOffice),
        "signed_at": "2024-12-27T02:00:00.000000Z", "sha256": "ab".repeat(32), "scan": scan,
        "collectives": 1, "individuals": 0,
    }})
}

fn numbered() -> Value {
    json!({ "number_assigned": {
        "number": 4385, "symbol": "QĐ-UBND", "date": "2024-12-27", "source": "external",
    }})
}

#[test]
fn who_signed_gives_no_number() {
    let signed_by_deputy = || {
        with_granted(story(), "pho-chu-tich", Role::DeputySignatory, None)
            .by(acting("vp-to-trinh", Role::ChairmanOffice))
            .tell(DECISION, signed("kt", Some("KT-01")))
    };
    let mut clerk = acting("van-thu", Role::RecordsClerk);
    signed_by_deputy()
        .by(clerk.clone())
        .tell(DECISION, numbered())
        .then_nothing(1);
    clerk.principal = acting("pho-chu-tich", Role::DeputySignatory).principal;
    signed_by_deputy()
        .by(clerk)
        .tell(DECISION, numbered())
        .then(1, &[(Breach, AuditLine::SamePerson, &[1, 2])]);
}

fn delegated(to: &str, delegate: (&str, Role), acts: &[&str]) -> Value {
    json!({ "delegation_granted": {
        "delegator": assignment("chu-tich", Role::Chairman),
        "delegate": assignment(delegate.0, delegate.1), "form": "kt", "acts": acts,
        "from": "2024-12-01", "to": to, "document": { "title": "Quyết định phân công" },
    }})
}

#[test]
fn a_delegation_is_used_by_its_delegate_within_its_days_and_acts() {
    const KT: &str = "org/delegation/KT-01";
    let deputy = ("pho-chu-tich", Role::DeputySignatory);
    let used = |granted: Value| {
        story()
            .tell(KT, granted)
            .tell(DECISION, signed("kt", Some("KT-01")))
    };
    used(delegated("2024-12-31", deputy, &["sign_decision"])).then_nothing(9);
    used(delegated("2024-12-27", deputy, &["sign_decision"])).then_nothing(9);
    let cases: [(Value, AuditLine); 3] = [
        (
            delegated("2024-12-26", deputy, &["sign_decision"]),
            AuditLine::DelegationExpired,
        ),
        (
            delegated(
                "2024-12-31",
                ("van-thu", Role::RecordsClerk),
                &["sign_decision"],
            ),
            AuditLine::DelegationOfAnother,
        ),
        (
            delegated("2024-12-31", deputy, &["sign_certificates"]),
            AuditLine::DelegationBeyond,
        ),
    ];
    for (granted, line) in cases {
        used(granted).then(9, &[(Breach, line, &[0, 1])]);
    }
}

#[test]
fn a_signature_for_another_rests_on_a_delegation_that_is_there() {
    story()
        .tell(DECISION, signed("tuq", None))
        .then(9, &[(Breach, AuditLine::DelegationUnknown, &[0])]);
    story()
        .tell(DECISION, signed("own_office", None))
        .then_nothing(9);
}

#[test]
fn a_delegation_ended_for_an_earlier_day_than_it_was_used_is_found() {
    const KT: &str = "org/delegation/KT-01";
    let deputy = ("pho-chu-tich", Role::DeputySignatory);
    let ended = json!({ "delegation_ended": {
        "to": "2024-12-20", "document": { "title": "Quyết định thu hồi" },
    }});
    story()
        .tell(KT, delegated("2024-12-31", deputy, &["sign_decision"]))
        .tell(DECISION, signed("kt", Some("KT-01")))
        .tell(KT, ended)
        .then(9, &[(Breach, AuditLine::DelegationExpired, &[0, 1])]);
}

#[test]
fn nobody_acts_under_an_assignment_that_is_over() {
    let acting_on = |day: &str| {
        with_granted(story(), "chuyen-mon", Role::Reviewer, Some("2024-11-30"))
            .at(day)
            .by(acting("chuyen-mon", Role::Reviewer))
            .tell(C1, assessed())
            .tell(I1, assessed())
    };
    acting_on("2024-11-30T09:00").then_nothing(9);
    acting_on("2024-12-01T09:00").then(9, &[(Breach, AuditLine::AssignmentNotInForce, &[0, 1])]);
}
