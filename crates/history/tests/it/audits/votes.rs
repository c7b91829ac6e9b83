//! Audit 4: votes.

use serde_json::{Value, json};

use super::kit::{Story, story};
use khen_domain::stories_kit::gate_rules;
use khen_history::audits::Weight::Breach;
use khen_texts::AuditLine;

const SESSION: &str = "council_session/HQ-CCHC-2024-1";
const ITEM: &str = "HQ-CCHC-2024-0001";

fn member(person: &str, seat: &str, unit: &str) -> Value {
    json!({ "person": person, "assignment": format!("a.{person}"), "seat": seat, "unit": unit })
}

/// The Standing Committee sits with these members present, and C1 is put to the vote.
fn sitting(present: &[&str]) -> Story {
    let roster = [
        member("chair", "chair", "lanh-dao"),
        member("vice", "vice_chair", "lanh-dao"),
        member("home", "standing_vice_chair", "noi-vu"),
        member("finance", "member", "tai-chinh"),
    ];
    let convened = json!({ "council_convened": {
        "session": { "campaign": "HQ-CCHC-2024", "number": 1 }, "mode": "standing",
        "at": "2024-12-20T01:00:00.000000Z", "place": "Phòng họp số 1", "roster": roster,
    }});
    let attended = json!({ "attendance_recorded": {
        "present": present, "absent": [], "rules": gate_rules().standing_committee,
    }});
    story()
        .with_cases()
        .tell(SESSION, convened)
        .tell(
            SESSION,
            json!({ "nominations_listed": { "nominations": [ITEM] }}),
        )
        .tell(SESSION, attended)
}

fn opened() -> Value {
    json!({ "motion_opened": { "motion": 1, "items": [ITEM] }})
}

fn vote(person: &str) -> Value {
    json!({ "ballot_cast": { "motion": 1, "member": person, "choice": "for" }})
}

fn recused(person: &str) -> Value {
    json!({ "recusal_declared": {
        "member": person, "nomination": ITEM, "ground": "own_collective",
    }})
}

fn closed(votes_for: u32, present: u32, outcome: &str) -> Value {
    json!({ "council_motion_closed": { "motion": 1, "items": [{
        "nomination": ITEM, "tally": { "votes_for": votes_for, "votes_against": 0 },
        "present": present, "recused": 0, "eligible": present, "outcome": outcome,
    }]}})
}

fn voting(story: Story, people: &[&str]) -> Story {
    let people = people.iter();
    people.fold(story, |story, person| story.tell(SESSION, vote(person)))
}

#[test]
fn a_vote_of_those_who_may_vote_is_left_alone() {
    let open = sitting(&["chair", "vice", "home", "finance"])
        .tell(SESSION, recused("finance"))
        .tell(SESSION, opened());
    voting(open, &["chair", "vice", "home"])
        .tell(SESSION, closed(3, 4, "carried"))
        .then_nothing(4);
}

#[test]
fn nothing_is_carried_without_a_quorum() {
    let open = sitting(&["chair", "vice"]).tell(SESSION, opened());
    let voted = || {
        voting(
            sitting(&["chair", "vice"]).tell(SESSION, opened()),
            &["chair", "vice"],
        )
    };
    voting(open, &["chair", "vice"])
        .tell(SESSION, closed(2, 2, "carried"))
        .then(4, &[(Breach, AuditLine::NoQuorum, &[7 + 1])]);
    voted()
        .tell(SESSION, closed(2, 2, "no_quorum"))
        .then_nothing(4);
}

#[test]
fn an_outcome_follows_from_the_votes() {
    let open = sitting(&["chair", "vice", "home"]).tell(SESSION, opened());
    voting(open, &["chair", "vice", "home"])
        .tell(SESSION, closed(3, 3, "lost"))
        .then(4, &[(Breach, AuditLine::OutcomeDiffers, &[9])]);
}

#[test]
fn outsiders_and_the_absent_have_no_vote() {
    let open = || sitting(&["chair", "vice", "home"]).tell(SESSION, opened());
    open()
        .tell(SESSION, vote("stranger"))
        .then(4, &[(Breach, AuditLine::NotAMember, &[6])]);
    open()
        .tell(SESSION, vote("finance"))
        .then(4, &[(Breach, AuditLine::AbsentVoted, &[6])]);
}

#[test]
fn a_member_of_the_unit_steps_out_of_its_item() {
    let open = sitting(&["chair", "vice", "finance"]).tell(SESSION, opened());
    voting(open, &["chair", "vice", "finance"])
        .tell(SESSION, closed(3, 3, "carried"))
        .then(4, &[(Breach, AuditLine::ConflictedVoted, &[9])]);
}

#[test]
fn a_meeting_of_a_unit_needs_its_quorum_too() {
    const MEETING: &str = "unit_session/HQ-CCHC-2024/tai-chinh/1";
    let met = |present: u32| {
        let opened = json!({ "unit_session_opened": {
            "session": { "campaign": "HQ-CCHC-2024", "unit": "tai-chinh", "number": 1 },
            "date": "2024-11-19", "place": "Phòng họp", "chair": "a-1", "secretary": "a-2",
            "total": 12, "rules": gate_rules().unit_session,
        }});
        let closed = json!({ "motion_closed": { "items": [{
            "nomination": ITEM, "tally": { "votes_for": present, "votes_against": 0 },
            "outcome": "carried",
        }]}});
        story()
            .tell(MEETING, opened)
            .tell(
                MEETING,
                json!({ "attendance_recorded": { "present": present }}),
            )
            .tell(MEETING, json!({ "motion_opened": { "items": [ITEM] }}))
            .tell(MEETING, closed)
    };
    met(8).then_nothing(4);
    met(7).then(4, &[(Breach, AuditLine::NoQuorum, &[3])]);
}
