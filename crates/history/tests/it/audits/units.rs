//! Audits 12 and 13: what units did, and what they did not.

use serde_json::{Value, json};

use super::kit::{C1, Story, story};
use khen_domain::stories_kit::{paper, plan};
use khen_history::audits::Weight::{Breach, Look};
use khen_texts::AuditLine;

fn registered(story: Story) -> Story {
    let registered = json!({ "plan_registered": { "campaign": "HQ-CCHC-2024", "plan": plan() }});
    story.tell("campaign/HQ-CCHC-2024", registered)
}

fn awarded() -> Value {
    json!({ "awarded": {
        "decision": { "campaign": "HQ-CCHC-2024", "number": 1 }, "number": 4385,
        "symbol": "QĐ-UBND", "date": "2024-12-27",
    }})
}

fn disciplined(day: &str, is_key_leader: bool) -> Value {
    json!({ "discipline_recorded": {
        "is_key_leader": is_key_leader, "issued_on": day, "document_number": "12/QĐ-KL",
    }})
}

#[test]
fn an_awarded_unit_whose_leader_was_disciplined_in_the_year_is_found() {
    let award = || registered(story().with_cases()).tell(C1, awarded());
    award()
        .tell("fact/tai-chinh/2024", disciplined("2024-06-03", true))
        .then(12, &[(Breach, AuditLine::LeaderDisciplined, &[3, 4])]);
    for (stream, day, is_key_leader) in [
        ("fact/tai-chinh/2023", "2023-12-31", true),
        ("fact/tai-chinh/2024", "2024-06-03", false),
        ("fact/van-phong/2024", "2024-06-03", true),
    ] {
        award()
            .tell(stream, disciplined(day, is_key_leader))
            .then_nothing(12);
    }
    let revoked = json!({ "award_revoked": {
        "decision": { "campaign": "HQ-CCHC-2024", "number": 2 }, "number": 4400,
        "symbol": "QĐ-UBND", "date": "2025-01-10", "ground": "violation_concluded",
    }});
    award()
        .tell("fact/tai-chinh/2024", disciplined("2024-06-03", true))
        .tell(C1, revoked)
        .then_nothing(12);
}

fn established(unit: &str, kind: &str) -> Value {
    json!({ "unit_established": {
        "unit": unit, "name": unit, "kind": kind, "group": "agencies", "functions": [],
        "staff": 12, "valid_from": "2024-01-01",
    }})
}

#[test]
fn a_unit_in_scope_that_sent_nothing_is_found() {
    let sent = json!({ "submission_sent": { "nominations": ["HQ-CCHC-2024-0001"] }});
    let told = story()
        .tell(
            "org/unit/tai-chinh",
            established("tai-chinh", "specialised_agency"),
        )
        .tell(
            "org/unit/tu-phap",
            established("tu-phap", "specialised_agency"),
        )
        .tell(
            "org/unit/giai-the",
            established("giai-the", "specialised_agency"),
        )
        .tell(
            "org/unit/giai-the",
            json!({ "unit_dissolved": {
                "on": "2024-02-01", "successors": [], "document": paper("Quyết định"),
            }}),
        )
        .tell("org/unit/lien-doan", established("lien-doan", "other"))
        .tell("submission/HQ-CCHC-2024/tai-chinh/1", sent);
    told.then_nothing(13);
    let launched = json!({ "campaign_launched": { "date": "2024-03-15" }});
    told.tell("campaign/HQ-CCHC-2024", launched)
        .then(13, &[(Look, AuditLine::NothingSent, &[1])]);
}
