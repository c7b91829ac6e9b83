//! The audits over whole seasons that were played by the rules.

use std::collections::BTreeMap;

use super::kit::record;
use crate::script::{Script, draft, unit_vote};
use khen_domain::{
    FactSubject,
    stories_kit::{Stage, Step, loading, nominee, season},
};
use khen_eventlog::{Position, RecordedEvent, Version};
use khen_history::{
    Entry, audit,
    audits::{AUDITS, Audits, Weight},
};

/// A season with this many persons of each of three units, as the ledger would hold it.
pub(crate) fn played(persons_per_unit: u32) -> Vec<Entry> {
    let records = recorded(persons_per_unit);
    let entries = records.iter().map(Entry::read);
    entries
        .collect::<Result<_, _>>()
        .expect("what was written is understood")
}

/// The same season in the ledger's own form.
pub(crate) fn recorded(persons_per_unit: u32) -> Vec<RecordedEvent> {
    let mut stage = Stage::default();
    for of in ["van-phong", "tu-phap", "tan-khai"] {
        for number in 1..=persons_per_unit {
            let who = format!("nominee-{number}.{of}");
            let subject = FactSubject::parse(&format!("subject.{who}"));
            let subject = subject.expect("the subject is an identifier");
            stage = stage.knowing(nominee(&who), 2024, subject);
        }
    }
    let mut records: Vec<RecordedEvent> = Vec::new();
    let mut versions = BTreeMap::new();
    let steps = loading(persons_per_unit)
        .into_iter()
        .chain(season(persons_per_unit));
    for (number, Step { at, actor, command }) in (0..).zip(steps) {
        stage = stage.at(at).then(&actor, command);
        for (origin, effect) in stage.take_history() {
            let told = (&effect.stream, &effect.event);
            let position = records.len() as u64;
            let version = versions.entry(effect.stream.clone()).or_insert(0);
            *version += 1;
            records.push(RecordedEvent {
                version: Version(*version),
                ..record(position, told, &origin, stage.now(), number)
            });
        }
    }
    records
}

#[test]
fn a_season_played_by_the_rules_breaks_none_of_them() {
    let entries = played(3);
    let mut audits = Audits::begin(&[]);
    for entry in &entries {
        audits.see(entry);
    }
    let mut looks = BTreeMap::new();
    for finding in audits.findings() {
        assert_eq!(finding.weight, Weight::Look, "{finding:?}");
        *looks
            .entry((finding.audit, finding.line.as_str()))
            .or_insert(0) += 1;
    }
    // The season of the stories has one paper for every report, reviews each case at one moment, and
    // two units in scope stay silent.
    let expected = [
        ((10, "quick-review"), 10),
        ((11, "report-repeated"), 1),
        ((13, "nothing-sent"), 2),
    ];
    assert_eq!(looks, BTreeMap::from(expected));
}

#[test]
fn audits_are_numbered_from_one_and_chosen_by_number() {
    let numbers: Vec<u8> = AUDITS.iter().map(|audit| audit.number).collect();
    assert_eq!(numbers, (1..=17).collect::<Vec<u8>>());
    let entries = played(1);
    let mut audits = Audits::begin(&[13]);
    for entry in &entries {
        audits.see(entry);
    }
    assert!(audits.findings().iter().all(|finding| finding.audit == 13));
}

#[tokio::test]
async fn a_ledger_is_audited_page_by_page_up_to_a_position() {
    let script = Script::new();
    draft(&script).await;
    unit_vote(&script);
    let audited = async |until| {
        let answer = audit(&*script.events, &script.ledger, &[], until).await;
        answer.expect("the ledger is understood")
    };
    let (size, _) = audited(None).await;
    assert_eq!(size, Position(6));
    let (size, _) = audited(Some(Position(3))).await;
    assert_eq!(size, Position(3));
}
