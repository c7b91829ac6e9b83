//! Audits 2, 7, 10, 14 and 15: deadlines, days and hours.

use serde_json::{Value, json};

use super::kit::{C1, DECISION, Story, story};
use khen_domain::stories_kit::system;
use khen_history::audits::Weight::{Breach, Look};
use khen_texts::AuditLine;

const CAMPAIGN: &str = "campaign/HQ-CCHC-2024";
const SUBMISSION: &str = "submission/HQ-CCHC-2024/tai-chinh/1";

fn announced() -> Story {
    let due = json!({ "deadline_announced": { "due": "2024-11-29T10:00:00.000000Z" }});
    story().tell(CAMPAIGN, due)
}

fn sent(late: &Value) -> Value {
    json!({ "submission_sent": { "nominations": ["HQ-CCHC-2024-0001"], "late": late }})
}

#[test]
fn a_submission_comes_by_the_deadline_or_with_leave() {
    announced()
        .at("2024-11-29T17:00")
        .tell(SUBMISSION, sent(&Value::Null))
        .then_nothing(2);
    announced()
        .at("2024-11-29T17:01")
        .tell(SUBMISSION, sent(&Value::Null))
        .then(2, &[(Breach, AuditLine::SentLate, &[1])]);
    announced()
        .at("2024-11-29T16:59")
        .recorded("2024-12-02T08:00")
        .tell(SUBMISSION, sent(&Value::Null))
        .then(2, &[(Look, AuditLine::RecordedLate, &[1])]);
    let leave = json!({
        "deadline": "2024-11-29T10:00:00.000000Z",
        "basis": { "promotion": { "due": "2024-12-10T10:00:00.000000Z" } },
    });
    announced()
        .at("2024-12-02T09:00")
        .tell(SUBMISSION, sent(&leave))
        .then(2, &[(Look, AuditLine::SentLatePermitted, &[1])]);
}

#[test]
fn a_deadline_that_moves_when_submissions_are_in_is_found() {
    let extended = json!({ "deadline_extended": {
        "due": "2024-12-06T10:00:00.000000Z", "cause": "schedule", "reason": "Chờ số liệu",
    }});
    announced()
        .tell(SUBMISSION, sent(&Value::Null))
        .tell(CAMPAIGN, extended.clone())
        .then(2, &[(Look, AuditLine::DeadlineMoved, &[1, 2])]);
    announced().tell(CAMPAIGN, extended).then_nothing(2);
}

fn approved_then(event: Value) -> Story {
    let approved = json!({ "council_approved": {
        "session": { "campaign": "HQ-CCHC-2024", "number": 1 },
        "tally": { "votes_for": 4, "votes_against": 0 },
    }});
    let document = json!({
        "sha256": "aa".repeat(32), "media_type": "application/pdf", "size": 9, "kind": "decision",
    });
    let drafted = json!({ "decision_drafted": {
        "decision": { "campaign": "HQ-CCHC-2024", "number": 1 },
        "subject": {
            "kind": "grant", "presentation": { "campaign": "HQ-CCHC-2024", "number": 1 },
        },
        "awardees": [{ "nomination": "HQ-CCHC-2024-0001", "kind": "collective" }],
        "recipients": [], "document": document,
    }});
    story()
        .at("2024-12-20T10:00")
        .tell(C1, approved)
        .tell(DECISION, drafted)
        .tell(DECISION, event)
}

#[test]
fn a_decision_is_not_older_than_its_meeting() {
    let numbered = |date: &str| {
        json!({ "number_assigned": {
            "number": 1, "symbol": "QĐ-UBND", "date": date, "source": "khen",
        }})
    };
    approved_then(numbered("2024-12-20")).then_nothing(7);
    approved_then(numbered("2024-12-19"))
        .then(7, &[(Breach, AuditLine::DatedBeforeMeeting, &[0, 2])]);
    let scan = json!({
        "sha256": "ee".repeat(32), "media_type": "application/pdf", "size": 9, "kind": "decision",
    });
    let signed = |at: &str| {
        json!({ "decision_signed": {
            "signature": "wet", "signer": "a-1", "authority": "own_office", "seen_by": "a-2",
            "signed_at": at, "sha256": "aa".repeat(32), "scan": scan,
            "collectives": 1, "individuals": 0,
        }})
    };
    approved_then(signed("2024-12-20T04:00:00.000000Z")).then_nothing(7);
    approved_then(signed("2024-12-20T02:59:00.000000Z"))
        .then(7, &[(Breach, AuditLine::SignedBeforeMeeting, &[0, 2])]);
}

#[test]
fn a_case_that_is_sent_back_three_times_is_found() {
    let returned = || {
        json!({ "presentation_returned": {
            "presentation": { "campaign": "HQ-CCHC-2024", "number": 1 },
        }})
    };
    let twice = || story().tell(C1, returned()).tell(C1, returned());
    twice().then_nothing(10);
    twice()
        .tell(C1, returned())
        .then(10, &[(Look, AuditLine::OftenReturned, &[0, 1, 2])]);
}

#[test]
fn a_review_of_less_than_two_minutes_is_found() {
    let reviewed = |until: &str| {
        story()
            .at("2024-12-02T09:00")
            .tell(C1, json!({ "reviewer_assigned": { "reviewer": "a-1" }}))
            .at(until)
            .tell(
                C1,
                json!({ "review_recommended": { "recommendation": "pass" }}),
            )
    };
    reviewed("2024-12-02T09:02").then_nothing(10);
    reviewed("2024-12-02T09:01").then(10, &[(Look, AuditLine::QuickReview, &[0, 1])]);
}

#[test]
fn an_approval_of_less_than_two_minutes_is_found() {
    let presentation = json!({ "campaign": "HQ-CCHC-2024", "number": 1 });
    let approved = |until: &str| {
        let presented = json!({ "presented_to_chairman": { "presentation": presentation }});
        let approved = json!({ "chairman_approved": {
            "presentation": presentation, "approved_by": "a-1",
        }});
        story()
            .at("2024-12-23T09:00")
            .tell(C1, presented)
            .at(until)
            .tell(C1, approved)
    };
    approved("2024-12-26T08:00").then_nothing(10);
    approved("2024-12-23T09:01").then(10, &[(Look, AuditLine::QuickApproval, &[0, 1])]);
}

fn noted(story: Story) -> Story {
    story.tell(C1, json!({ "reviewer_assigned": { "reviewer": "a-1" }}))
}

#[test]
fn an_act_outside_working_hours_is_told_once() {
    noted(story().at("2024-11-05T07:00")).then_nothing(14);
    noted(story().at("2024-11-05T17:30")).then_nothing(14);
    noted(story().at("2024-11-05T17:31"))
        .and(C1, json!({ "draft_discarded": {} }))
        .then(14, &[(Look, AuditLine::OutOfHours, &[0, 1])]);
    noted(story().at("2024-11-09T09:00")).then(14, &[(Look, AuditLine::OutOfHours, &[0])]);
    noted(story().by(system()).at("2024-11-09T09:00")).then_nothing(14);
}

#[test]
fn a_holiday_and_a_worked_saturday_are_known_from_the_calendar() {
    let calendar = json!({ "calendar_set": {
        "year": 2024, "holidays": ["2024-04-29"], "worked": ["2024-05-04"],
        "document": { "title": "Thông báo" },
    }});
    let known = || story().tell("org/authority", calendar.clone());
    noted(known().at("2024-04-29T09:00")).then(14, &[(Look, AuditLine::OutOfHours, &[1])]);
    noted(known().at("2024-05-04T09:00")).then_nothing(14);
}

#[test]
fn what_is_recorded_more_than_three_days_later_is_found() {
    let late = |recorded: &str| noted(story().at("2024-11-05T09:00").recorded(recorded));
    late("2024-11-08T09:00").then_nothing(15);
    late("2024-11-08T09:01").then(15, &[(Look, AuditLine::RecordedDaysLater, &[0])]);
}
