//! Stories of the clock: it stands still while only the authority's own late evidence is missing.

use super::{FINANCE, under_review};
use crate::{
    DocumentKind, FactStatus, FactSubject, Finding, State, StreamKey, fact,
    nomination::{Assessment, review::awaits_late_evidence},
    stories_kit::{Stage, campaign, day, document, evidence_issuer, given, good_result},
    stories_way::{c1, find, recommend_pass, reviewer},
};

/// All that the reviewer can find before the results of the unit are final.
const FOUND_EARLY: [(&str, Finding); 3] = [
    ("C1", Finding::Met),
    ("C3", Finding::Met),
    ("C4x", Finding::Met),
];

fn stands_still(stage: &Stage) -> bool {
    let case = stage.state(&StreamKey::nomination(&c1()));
    let campaign = stage.state(&StreamKey::campaign(&campaign()));
    let unit = FactSubject::parse(FINANCE).expect("a unit's id names it as a subject");
    let facts = stage.state(&StreamKey::fact(&unit, 2024));
    let (State::Nomination(case), State::Campaign(campaign), State::Fact(facts)) =
        (case.as_ref(), campaign.as_ref(), facts.as_ref())
    else {
        panic!("each stream holds its own kind");
    };
    let case = case.case().expect("the story's nomination is drafted");
    let active = campaign.active().expect("the story's campaign is launched");
    awaits_late_evidence(case, active, facts, facts)
}

fn with_results(stage: Stage, status: FactStatus) -> Stage {
    stage.with_results(FINANCE, status, &good_result())
}

#[test]
fn the_clock_stands_still_while_only_final_results_are_missing() {
    let early = with_results(under_review(), FactStatus::Provisional);
    assert!(!stands_still(&early), "the reviewer has work left");
    let waiting = early.then(&reviewer(), find(c1(), &FOUND_EARLY));
    assert!(stands_still(&waiting));
    let pending = [("C2", Finding::Pending), ("C5", Finding::Pending)];
    let pending = waiting.then(&reviewer(), find(c1(), &pending));
    assert!(stands_still(&pending));
    let final_now = with_results(pending, FactStatus::Final);
    assert!(!stands_still(&final_now));
}

#[test]
fn the_clock_runs_once_a_criterion_is_found_not_met() {
    let findings = [
        ("C1", Finding::NotMet),
        ("C3", Finding::Met),
        ("C4x", Finding::Met),
    ];
    let stage = with_results(under_review(), FactStatus::Provisional)
        .then(&reviewer(), find(c1(), &findings));
    assert!(!stands_still(&stage));
}

/// E37.
#[test]
fn an_initiative_recognised_after_the_dossier_turns_pending_into_met() {
    let pending = under_review()
        .found_met(&c1())
        .then(&reviewer(), find(c1(), &[("C3", Finding::Pending)]));
    given(pending.clone())
        .when(&reviewer(), recommend_pass(vec![c1()]))
        .then_refused("criteria_not_met");
    let subject = FactSubject::parse(FINANCE).expect("a unit's id names it as a subject");
    let recognised = fact::Event::InitiativeRecorded {
        number: "31/QĐ-HĐSK".into(),
        date: day("2024-12-12"),
        recognised_by: "Hội đồng sáng kiến".into(),
        document: None,
    };
    let mut met = find(c1(), &[("C3", Finding::Met)]);
    let evidence = document(DocumentKind::Evidence, 9);
    met.findings = met
        .findings
        .into_iter()
        .map(|finding| Assessment {
            evidence: vec![evidence.clone()],
            ..finding
        })
        .collect();
    let stage = pending
        .with(
            &evidence_issuer(),
            [(StreamKey::fact(&subject, 2024), recognised)],
        )
        .then(&reviewer(), met);
    let effects = given(stage).when(&reviewer(), recommend_pass(vec![c1()]));
    assert_eq!(effects.then_effects().len(), 1);
}
