//! Stories of facts that come after the dossier.

use super::{FINANCE, under_review};
use crate::{
    DocumentKind, FactSubject, Finding, StreamKey, fact,
    nomination::Assessment,
    stories_kit::{day, document, evidence_issuer, given},
    stories_way::{c1, find, recommend_pass, reviewer},
};

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
