//! Event logs of a campaign, and its cases against their way.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::{Value, json};

use crate::audits::{
    kit::{C1, story},
    season::played,
};
use khen_domain::{
    nomination::Gate,
    stories_kit::{campaign, nomination},
};
use khen_eventlog::Position;
use khen_history::{
    Entry,
    logs::{
        CONSTRAINTS, Conformance, Constraint, Departure, MOVES, Ocel, Rule, Xes, bpmn, declare,
    },
};
use khen_texts::Texts;

fn ocel(entries: &[Entry]) -> Value {
    let mut log = Ocel::begin(&campaign());
    for entry in entries {
        log.see(entry);
    }
    log.finish()
}

fn xes(entries: &[Entry]) -> String {
    let texts = Texts::new();
    let mut log = Xes::begin(&campaign(), &texts);
    for entry in entries {
        log.see(entry);
    }
    log.finish()
}

fn list<'v>(value: &'v Value, name: &str) -> &'v [Value] {
    value[name]
        .as_array()
        .map(Vec::as_slice)
        .unwrap_or_default()
}

#[test]
fn every_relationship_leads_to_an_object_of_a_declared_type() {
    let log = ocel(&played(2));
    let names = |of| {
        list(&log, of)
            .iter()
            .map(|one| one["name"].clone())
            .collect::<Vec<_>>()
    };
    let (object_types, event_types) = (names("objectTypes"), names("eventTypes"));
    let objects: BTreeSet<_> = list(&log, "objects")
        .iter()
        .map(|one| one["id"].to_string())
        .collect();
    assert_eq!(
        objects.len(),
        list(&log, "objects").len(),
        "an id stands for one object"
    );
    for object in list(&log, "objects") {
        assert!(object_types.contains(&object["type"]), "{object}");
    }
    for event in list(&log, "events") {
        assert!(event_types.contains(&event["type"]), "{event}");
        assert!(!list(event, "relationships").is_empty(), "{event}");
    }
    for one in list(&log, "objects").iter().chain(list(&log, "events")) {
        for related in list(one, "relationships") {
            assert!(
                objects.contains(&related["objectId"].to_string()),
                "{related}"
            );
        }
    }
}

#[test]
fn every_value_of_an_object_has_its_time_the_first_one_too() {
    let log = ocel(&played(1));
    let mut gates = Vec::new();
    for object in list(&log, "objects") {
        for attribute in list(object, "attributes") {
            let time = attribute["time"].as_str().expect("a value has a time");
            assert!(time.ends_with("000Z") && time.len() == 27, "{time}");
            if object["id"] == "nomination:HQ-CCHC-2024-0002" && attribute["name"] == "gate" {
                gates.push(attribute["value"].clone());
            }
        }
    }
    assert_eq!(gates.first(), Some(&json!("drafted")));
    assert_eq!(gates.last(), Some(&json!("awarded")));
}

#[test]
fn an_event_tells_what_it_decides_and_in_whose_hands_it_was() {
    let log = ocel(&played(1));
    let signed = list(&log, "events")
        .iter()
        .find(|event| event["type"] == "decision.decision_drafted");
    let signed = signed.expect("a decision is drafted");
    let qualified: BTreeMap<_, _> = list(signed, "relationships")
        .iter()
        .map(|one| {
            (
                one["objectId"].as_str().unwrap_or_default(),
                one["qualifier"].clone(),
            )
        })
        .collect();
    assert_eq!(qualified["decision:HQ-CCHC-2024-1"], "subject");
    assert_eq!(qualified["nomination:HQ-CCHC-2024-0001"], "decides");
    assert_eq!(qualified["campaign:HQ-CCHC-2024"], "under");
    assert!(qualified.keys().any(|id| id.starts_with("document:")));
}

#[test]
fn no_log_holds_a_personal_value() {
    let entries = played(1);
    for log in [ocel(&entries).to_string(), xes(&entries)] {
        assert!(!log.contains("Minh Họa") && !log.contains("box"));
    }
}

#[test]
fn a_trace_is_a_case_with_its_events_in_order() {
    let log = xes(&played(1));
    assert_eq!(log.matches("<trace>").count(), 4);
    assert_eq!(log.matches("khen:final\" value=\"awarded\"").count(), 4);
    let positions = log.split("khen:pos\" value=\"").skip(1);
    let positions = positions.map(|rest| rest.split('"').next().unwrap_or_default());
    let positions: Vec<u64> = positions
        .map(|text| text.parse().expect("a number"))
        .collect();
    let unsorted = positions
        .windows(2)
        .filter(|pair| pair[0] > pair[1])
        .count();
    assert_eq!(unsorted, 3, "order breaks only between traces");
}

fn departures(entries: &[Entry]) -> Vec<Departure> {
    let mut cases = Conformance::begin(&campaign());
    for entry in entries {
        cases.see(entry);
    }
    cases.departures()
}

#[test]
fn a_season_played_by_the_rules_keeps_to_the_way() {
    assert_eq!(departures(&played(2)), Vec::new());
}

#[test]
fn a_case_that_skips_its_review_is_found() {
    let mut entries = played(1);
    let skipped = |entry: &Entry| {
        let (name, _) = entry.event_type.name_and_version();
        entry.stream.to_string() == C1 && name == "nomination.review_passed"
    };
    entries.retain(|entry| !skipped(entry));
    let listed = entries.iter().find(|entry| {
        let (name, _) = entry.event_type.name_and_version();
        entry.stream.to_string() == C1 && name == "nomination.nomination_listed"
    });
    let position = listed.expect("the case is listed").position;
    let departure = |rule| Departure {
        nomination: nomination(1),
        position,
        rule,
    };
    let precedence = Constraint::Precedence(Gate::ReviewPassed, Gate::CouncilListed);
    let expected = [
        Rule::Constraint(precedence),
        Rule::Move(Gate::UnderReview, Gate::CouncilListed),
    ];
    assert_eq!(departures(&entries), expected.map(departure));
}

#[test]
fn a_case_that_begins_twice_or_in_the_middle_is_found() {
    let told = story().with_cases().with_cases().tell(
        "nomination/HQ-CCHC-2024-0009",
        json!({ "dossier_withdrawn": {
            "submission": { "campaign": "HQ-CCHC-2024", "unit": "tu-phap", "number": 1 },
        }}),
    );
    let found: BTreeSet<_> = departures(told.entries())
        .into_iter()
        .map(|one| (one.nomination, one.position, one.rule))
        .collect();
    let once = Rule::Constraint(Constraint::ExactlyOne(Gate::Drafted));
    assert!(found.contains(&(nomination(1), Position(2), once)));
    let begins = Rule::Constraint(Constraint::Init(Gate::Drafted));
    assert!(found.contains(&(nomination(9), Position(4), begins)));
}

#[test]
fn the_way_as_a_process_has_a_task_per_gate_and_a_flow_per_move() {
    let xml = bpmn(&Texts::new());
    assert_eq!(xml.matches("<task ").count(), Gate::ALL.len());
    for (from, to) in MOVES {
        let (from, to) = (from.as_str(), to.as_str());
        let flow = format!("sourceRef=\"from_{from}\" targetRef=\"to_{to}\"");
        assert_eq!(xml.matches(&flow).count(), 1, "{flow}");
    }
    assert_eq!(xml.matches("targetRef=\"to_lapsed\"").count(), 17);
}

#[test]
fn the_constraints_are_written_with_their_gates() {
    let written = declare();
    assert_eq!(list(&written, "constraints").len(), CONSTRAINTS.len());
    let first = json!({ "template": "init", "activities": ["drafted"] });
    assert_eq!(written["constraints"][0], first);
}
