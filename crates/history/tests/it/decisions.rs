//! Who decided what, by which authority, on what.

use serde_json::json;

use crate::{
    audits::season::recorded,
    fakes::lock,
    script::{Script, approved_by_council, draft, review, unit_vote},
};
use khen_domain::{
    NominationId, Role,
    nomination::Gate,
    stories_kit::{assignment, nomination},
};
use khen_history::Step;

async fn decided(script: &Script, nomination: &NominationId) -> Vec<Step> {
    let told = script.history.decision(&script.ledger, nomination).await;
    told.expect("the case is understood")
}

#[tokio::test]
async fn a_step_is_what_moves_the_case_or_assesses_it() {
    let script = Script::new();
    draft(&script).await;
    unit_vote(&script);
    review(&script).await;
    approved_by_council(&script);
    let steps = decided(&script, &Script::nomination()).await;
    let told: Vec<_> = steps
        .iter()
        .map(|step| {
            let (name, _) = step.entry.event_type.name_and_version();
            (
                name.trim_start_matches("nomination.").to_owned(),
                step.gate_after,
            )
        })
        .collect();
    let expected = [
        ("nomination_drafted", Gate::Drafted),
        ("nominee_proposed", Gate::Proposed),
        ("unit_endorsed", Gate::UnitEndorsed),
        ("dossier_submitted", Gate::Submitted),
        ("dossier_received", Gate::Received),
        ("reviewer_assigned", Gate::UnderReview),
        ("criterion_assessed", Gate::UnderReview),
        ("criterion_assessed", Gate::UnderReview),
        ("review_recommended", Gate::UnderReview),
        ("review_passed", Gate::ReviewPassed),
        ("nomination_listed", Gate::CouncilListed),
        ("council_approved", Gate::CouncilApproved),
    ];
    let expected: Vec<_> = expected.map(|(name, gate)| (name.to_owned(), gate)).into();
    assert_eq!(told, expected);
    let passed = &steps[9];
    assert_eq!(passed.facts["criteria_version"], 1);
    assert_eq!(
        passed.facts["criteria"][0],
        json!({ "code": "I1", "value": "met" })
    );
    assert_eq!(steps[3].documents.len(), 3);
    let drafted = json!(steps[0].facts).to_string();
    assert!(!drafted.contains("box"), "{drafted}");
}

#[tokio::test]
async fn a_step_names_the_assignment_its_paper_and_whose_act_it_is() {
    let script = Script::new();
    *lock(&script.events.0) = recorded(1);
    let steps = decided(&script, &nomination(2)).await;
    let signed = steps
        .iter()
        .find(|step| step.gate_after == Gate::DecisionSigned);
    let signed = signed.expect("the season signs everybody's award");
    let (authority, delegation) = signed.signature.clone().expect("it is a signature");
    assert_eq!(json!(authority), "own_office");
    assert_eq!(delegation, None);
    let whose = signed.on_behalf_of.as_ref().unwrap_or(&signed.authority);
    assert_eq!(whose.assignment, assignment("chu-tich", Role::Chairman));
    assert!(whose.document.is_some() && whose.valid.is_some());
}

#[tokio::test]
async fn a_case_that_is_not_there_has_no_steps() {
    let script = Script::new();
    assert!(decided(&script, &Script::nomination()).await.is_empty());
}
