//! Keeps `eligibility_v1`.

use crate::{Fact, Projection, word::word};
use khen_domain::{Event, quota};
use khen_read_model::EligibilityRow;

/// Which units may nominate, by campaign, kind and unit.
pub struct Eligibilities;

impl Projection for Eligibilities {
    type Row = EligibilityRow;

    fn keys(fact: &Fact) -> Vec<String> {
        let Event::Quota(quota::Event::EligibleUnitsDetermined { kind, units }) = &fact.event
        else {
            return Vec::new();
        };
        let campaign = fact.stream.key();
        let key = |one: &quota::Eligibility| format!("{campaign}/{kind}/{}", one.unit);
        units.iter().map(key).collect()
    }

    fn evolve(key: &str, row: Option<EligibilityRow>, fact: &Fact) -> Option<EligibilityRow> {
        let Event::Quota(quota::Event::EligibleUnitsDetermined { kind, units }) = &fact.event
        else {
            return row;
        };
        let (_, unit) = key.rsplit_once('/')?;
        let one = units.iter().find(|one| one.unit.as_str() == unit)?;
        let facts = one.facts.as_ref();
        let figure = |of: fn(&quota::EligibilityFacts) -> u32| facts.map(of).map(u64::from);
        let score =
            |of: fn(&quota::EligibilityFacts) -> Option<u32>| facts.and_then(of).map(u64::from);
        Some(EligibilityRow {
            eligibility: key.to_owned(),
            campaign: fact.stream.key().to_owned(),
            kind: kind.to_string(),
            unit: unit.to_owned(),
            is_eligible: one.is_eligible,
            reason_code: word(&one.reason_code),
            planned_done: figure(|facts| facts.planned.done),
            planned_total: figure(|facts| facts.planned.total),
            committed_done: figure(|facts| facts.committed.done),
            committed_total: figure(|facts| facts.committed.total),
            score_bp: score(|facts| facts.score_bp),
            prior_score_bp: score(|facts| facts.prior_score_bp),
            fact_status: facts.map(|facts| word(&facts.status)),
            position: fact.position,
        })
    }
}
